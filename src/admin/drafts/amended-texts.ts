import { isSetChange } from '../../domain/field-change.ts';
import { leafAt } from '../../domain/fields/table.ts';
import { noticeOf, timeline, type Ledger } from '../../domain/ledger.ts';
import type { Amendment } from '../../domain/notice.ts';
import { amended } from '../../domain/timeline.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import type { Locals } from '../reader.ts';
import { subjectName } from './subject-name.ts';
import { placeLabel, valueContextOf } from './values-in-words.ts';

type AmendContent = Extract<DraftContent, { kind: 'amend' }>;

/** A text of a notice whose words can be mended: names are facts, and facts are no words. */
export interface MendableText {
  /** Name of its control. */
  readonly name: string;
  readonly change: number;
  readonly subject: Subject;
  readonly field: string;
  /** As the notice says it now, earlier amendments counted in. */
  readonly before: string;
  readonly language: string | undefined;
}

export function mendableTexts(ledger: Ledger, edition: number): MendableText[] {
  const notice = noticeOf(ledger, edition);
  const amendments = timeline(ledger).standings.get(edition)?.amendments ?? [];
  return (notice?.changes ?? []).flatMap(({ subject, fields }, change) =>
    amended(fields, change, amendments).flatMap((one): MendableText[] => {
      const leaf = leafAt(subject.kind, one.field);
      if (!leaf?.field.wording || isSetChange(one) || typeof one.after !== 'string') return [];
      const language = leaf.language === 'und' ? undefined : leaf.language;
      const name = `text.${String(change)}.${one.field.replaceAll('/', '.')}`;
      return [{ name, change, subject, field: one.field, before: one.after, language }];
    }),
  );
}

/** The new words of a text, as a draft has them. */
export function newWords({ amendments }: AmendContent, { change, field }: MendableText): string | undefined {
  return amendments
    .find((amendment) => amendment.change === change)
    ?.fields.find((one) => one.field === field)?.after;
}

/** The amendments that a form holds: texts that were left empty or as they are stay as they are. */
export function amendmentsIn(form: ReceivedForm, texts: readonly MendableText[]): Amendment[] {
  const mended = texts.flatMap((text) => {
    const after = form.value(text.name).trim();
    return after === '' || after === text.before ? [] : [{ ...text, after }];
  });
  return [...Map.groupBy(mended, ({ change }) => change)].map(([change, fields]) => ({
    change,
    fields: fields.map(({ field, before, after }) => ({ field, before, after })),
  }));
}

/** The texts that a draft mends, by their place. */
export function amendmentLines(
  locals: Locals,
  content: AmendContent,
): ReadonlyMap<string, { readonly label: string; readonly text: string }> {
  const notice = noticeOf(locals.context.ledger.current(), content.edition);
  const lines = content.amendments.flatMap(({ change, fields }) => {
    const subject = notice?.changes[change]?.subject;
    return subject
      ? fields.map(({ field, after }) => {
          const label = textLabel(locals, content, { subject, field });
          return [`${String(change)}/${field}`, { label, text: after }] as const;
        })
      : [];
  });
  return new Map(lines);
}

/** The text that a place in an amendment names: `changes/0/processings/p1/purpose/en`. */
export function amendedPlace(
  ledger: Ledger,
  content: DraftContent,
  at: string,
): Pick<MendableText, 'subject' | 'field'> | undefined {
  const [, change, field] = /^changes\/(\d+)\/(.+)$/.exec(at) ?? [];
  if (content.kind !== 'amend' || change === undefined || field === undefined) return undefined;
  const subject = noticeOf(ledger, content.edition)?.changes[Number(change)]?.subject;
  return subject && { subject, field };
}

export function textLabel(
  locals: Locals,
  content: DraftContent,
  { subject, field }: Pick<MendableText, 'subject' | 'field'>,
): string {
  const name = subjectName(locals, content, subject).text;
  const place = placeLabel(valueContextOf(locals, content), subject, field);
  return locals.words.t('third-party.labelled', { label: name, text: place });
}
