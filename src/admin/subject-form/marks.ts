import { isSetChange, type FieldChange } from '../../domain/field-change.ts';
import { leafAt } from '../../domain/fields/table.ts';
import { withOutdated } from '../../domain/outdated.ts';
import type { Subject, SubjectState } from '../../domain/subjects/subject.ts';
import { idOf, type CheckView } from '../../forms/field-view.ts';
import type { Words } from '../../language/words.ts';

/** What staff say of the texts that change: that only the wording does. And what becomes of translations. */
export interface Marks {
  readonly wording:
    { readonly title: string; readonly lead: string; readonly checks: readonly CheckView[] } | undefined;
  readonly stale:
    { readonly title: string; readonly lead: string; readonly texts: readonly string[] } | undefined;
}

/**
 * @param fields what the form changes
 * @param marked paths of texts that are marked as wording
 */
export function marksOf(
  words: Words,
  subject: Subject,
  before: SubjectState | undefined,
  fields: readonly FieldChange[],
  marked: readonly string[],
): Marks {
  const changed = fields.filter(
    (change) =>
      !isSetChange(change) &&
      change.before !== null &&
      change.after !== null &&
      mayBeWording(subject, change),
  );
  const stale = before ? staleIn(subject, before, fields) : [];
  const { t } = words;
  return {
    wording:
      changed.length === 0
        ? undefined
        : {
            title: t('form.wording'),
            lead: t('form.wording.lead'),
            checks: changed.map(({ field }) => ({
              id: idOf(`wording.${field}`),
              name: 'wording',
              value: field,
              checked: marked.includes(field),
              label: textName(words, subject, field),
            })),
          },
    stale:
      stale.length === 0
        ? undefined
        : {
            title: t('form.stale'),
            lead: t('form.stale.lead'),
            texts: stale.map((field) => textName(words, subject, field)),
          },
  };
}

function mayBeWording({ kind }: Subject, { field }: FieldChange): boolean {
  return leafAt(kind, field)?.field.wording === true;
}

/** Translations that the change would put out of date. */
function staleIn(subject: Subject, before: SubjectState, fields: readonly FieldChange[]): string[] {
  const outdated = withOutdated({ subject, fields }, before).fields.find(({ field }) => field === 'outdated');
  if (!outdated || !isSetChange(outdated)) return [];
  // What was sent may name anything: only a text in some language can be out of date.
  return outdated.added.filter(
    (path) => typeof path === 'string' && leafAt(subject.kind, path)?.language !== undefined,
  ) as string[];
}

/** `Purpose (Dutch)`. */
export function textName(words: Words, { kind }: Subject, field: string): string {
  const text = words.fieldName(kind, field);
  const language = leafAt(kind, field)?.language;
  return language === undefined || language === 'und'
    ? text
    : words.t('general.in-language', { text, language: words.languageName(language) });
}
