import { addDays } from '../../domain/days.ts';
import { noticeOf } from '../../domain/ledger.ts';
import { lifecycleOf } from '../../domain/lifecycle.ts';
import { isOver, type RevisionContent } from '../../drafts/draft-content.ts';
import { roleForKind } from '../../drafts/role-for.ts';
import { RegistryError } from '../../errors.ts';
import type { FieldView, TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { noticeHeading } from '../../language/notice-in-words.ts';
import type { Link } from '../../register/views/link.ts';
import { noticeDates } from '../../register/views/notice-dates.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { NoticeDate } from '../../register/read-notice-page.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminFrame } from '../frame.ts';
import { mendableTexts, newWords, textLabel } from './amended-texts.ts';
import { answering, answerOf, textField, type Answer } from '../answer.ts';
import { languagesOf } from './languages.ts';
import { backToDraft, draftFrame } from './draft-frame.ts';
import { requireDraft } from './require-draft.ts';
import { may, type Locals } from '../reader.ts';

/** The page on which a revision of an earlier notice is written, ready to be placed. */
export interface RevisionPage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  /** A colleague saved in the meantime. */
  readonly second: { readonly title: string; readonly text: string; readonly link: Link } | undefined;
  readonly target: { readonly title: string; readonly link: Link; readonly dates: readonly NoticeDate[] };
  readonly explained: readonly string[];
  readonly kept: readonly Pair[];
  readonly controls: readonly FieldView[];
  readonly reason: { readonly legend: string; readonly hint: string; readonly fields: readonly FieldView[] };
  readonly none: string | undefined;
  readonly button: { readonly text: string; readonly action: RevisionContent['kind'] } | undefined;
  readonly back: Link;
}

/** @throws RegistryError `not-found` for a draft that revises nothing */
export async function readRevisionPage(
  locals: Locals,
  id: string,
  outcome: FormOutcome,
): Promise<RevisionPage> {
  const { words, addresses } = locals;
  const draft = await requireDraft(locals, id);
  const { content } = draft;
  if (content.kind === 'changes') throw new RegistryError('not-found', []);
  const to = adminAddresses(addresses);
  const { kind } = content;
  const editable = may(locals, roleForKind(kind)) && !isOver(draft);
  const answer = answerOf(outcome);
  const second = outcome.kind === 'refused' && outcome.status === 409;
  const of = { locals, content, answer, second, readOnly: !editable };
  const controls = controlsOf(of);
  return {
    frame: answering(draftFrame(locals, draft, { title: words.t(`revision.${kind}.title`) }), outcome),
    problemsTitle: words.t('draft.problems-title'),
    problems: answer.problems,
    second: second
      ? {
          title: words.t('draft.keep.heading'),
          text: words.t('revision.second'),
          link: { text: words.t('revision.take-theirs'), href: to.draftRevision(id) },
        }
      : undefined,
    target: targetOf(locals, content.edition),
    explained: explain(locals, content),
    kept: [
      {
        name: 'version',
        value: answer.form && !second ? answer.form.value('version') : String(draft.version),
      },
    ],
    controls,
    reason: {
      legend: words.t('draft.field.reason'),
      hint: words.t(reasonHint(locals, content)),
      fields: reasonFields(of),
    },
    none: kind === 'amend' && controls.length === 0 ? words.t('revision.amend.none') : undefined,
    button: editable ? { text: words.t('draft.save.button'), action: kind } : undefined,
    back: backToDraft(locals, draft),
  };
}

interface Of {
  readonly locals: Locals;
  readonly content: RevisionContent;
  readonly answer: Answer;
  readonly second: boolean;
  readonly readOnly: boolean;
}

function targetOf(locals: Locals, edition: number): RevisionPage['target'] {
  const { words, context, addresses, today } = locals;
  const ledger = context.ledger.current();
  const notice = noticeOf(ledger, edition);
  if (!notice) throw new RegistryError('not-found', []);
  const heading = noticeHeading(words, ledger, notice, today);
  return {
    title: heading.title,
    link: { text: words.t('notice.heading', { edition }), href: adminAddresses(addresses).notice(edition) },
    dates: noticeDates(locals, notice, { ...heading, changes: [], amendments: [] }),
  };
}

/** What the revision does, and what of the earlier notice stands. */
function explain(locals: Locals, { kind, edition }: RevisionContent): string[] {
  const { words, context, today } = locals;
  const life = lifecycleOf(context.ledger.current(), edition, today);
  const inEffect = life !== undefined && life.effectiveOn <= today;
  const deadline = life?.objectionDeadline;
  if (kind === 'withdraw' && inEffect)
    return [words.t('revision.withdraw.in-error'), words.t('revision.final')];
  const stands =
    deadline === undefined
      ? words.t('revision.stands.no-deadline')
      : words.t('revision.stands', { day: words.day(deadline) });
  if (kind === 'withdraw') return [words.t('revision.withdraw.planned'), words.t('revision.final')];
  return [words.t(`revision.${kind}.explained`), stands];
}

function reasonHint(locals: Locals, { kind, edition }: RevisionContent) {
  const life = lifecycleOf(locals.context.ledger.current(), edition, locals.today);
  const inEffect = life !== undefined && life.effectiveOn <= locals.today;
  return kind === 'withdraw' && inEffect ? 'revision.reason.required' : 'revision.reason.hint';
}

function controlsOf(of: Of): TextView[] {
  const { content } = of;
  if (content.kind === 'postpone') return [dayField(of, content.edition, content.to)];
  return content.kind === 'amend' ? textFields(of, content) : [];
}

function dayField(
  { locals, answer, second, readOnly }: Of,
  edition: number,
  to: string | undefined,
): TextView {
  const { words, context, today } = locals;
  const planned = lifecycleOf(context.ledger.current(), edition, today)?.effectiveOn ?? today;
  const theirs = second && to !== undefined ? words.t('revision.theirs', { text: words.day(to) }) : undefined;
  return textField(answer, 'to', words.t('revision.postpone.day'), {
    type: 'date',
    value: to ?? '',
    min: addDays(planned, 1),
    hint: theirs ?? words.t('revision.postpone.day.hint', { day: words.day(planned) }),
    required: true,
    readOnly,
  });
}

function textFields(
  { locals, answer, second, readOnly }: Of,
  content: Extract<RevisionContent, { kind: 'amend' }>,
): TextView[] {
  const { words, context } = locals;
  return mendableTexts(context.ledger.current(), content.edition).map((text) => {
    const mended = newWords(content, text);
    const hint = words.t('revision.amend.now', { text: text.before });
    return textField(answer, text.name, textLabel(locals, content, text), {
      type: 'prose',
      value: mended ?? text.before,
      rows: Math.min(8, 2 + Math.floor(text.before.length / 80)),
      maxLength: 5000,
      hint: second && mended !== undefined ? `${hint} ${words.t('revision.theirs', { text: mended })}` : hint,
      lang: text.language,
      readOnly,
    });
  });
}

function reasonFields({ locals, content, answer, second, readOnly }: Of): TextView[] {
  const { words } = locals;
  const reason = content.reason ?? {};
  return languagesOf(locals, reason).map((language) => {
    const said = reason[language];
    return textField(answer, `reason.${language}`, words.languageName(language), {
      type: 'prose',
      value: said ?? '',
      lang: language,
      rows: 3,
      maxLength: 5000,
      readOnly,
      hint: second && said !== undefined ? words.t('revision.theirs', { text: said }) : undefined,
    });
  });
}
