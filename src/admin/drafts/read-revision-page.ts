import { addDays, isDay } from '../../domain/days.ts';
import { noticeOf } from '../../domain/ledger.ts';
import { lifecycleOf } from '../../domain/lifecycle.ts';
import { proseSchema } from '../../domain/text.ts';
import { isOver, type Draft, type RevisionContent } from '../../drafts/draft-content.ts';
import { draftVersion } from '../../drafts/draft-version.ts';
import { saveDraft } from '../../drafts/save-draft.ts';
import { RegistryError } from '../../errors.ts';
import type { FieldView, TextView } from '../../forms/field-view.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { noticeHeading } from '../../language/notice-in-words.ts';
import type { Link } from '../../register/views/link.ts';
import { noticeDates } from '../../register/views/notice-dates.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { NoticeDate } from '../../register/read-notice-page.ts';
import { refusal, type FormOutcome, type Handled, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { amendmentsIn, mendableTexts, newWords, textLabel } from './amended-texts.ts';
import { answering, answerOf, textField, type Answer } from '../answer.ts';
import { versionIn } from './draft-handlers.ts';
import { languagesOf } from './languages.ts';
import { requireDraft } from './require-draft.ts';
import { actorOf, may, type Locals } from '../reader.ts';

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

type Kind = RevisionContent['kind'];

const NEEDS = { withdraw: 'approver', postpone: 'approver', amend: 'editor' } as const;

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
  const editable = may(locals, NEEDS[kind]) && !isOver(draft);
  const answer = answerOf(outcome);
  const second = outcome.kind === 'refused' && outcome.status === 409;
  const of = { locals, content, answer, second, readOnly: !editable };
  const controls = controlsOf(of);
  return {
    frame: answering(
      adminFrame(locals, {
        title: words.t(`revision.${kind}.title`),
        section: 'drafts',
        crumbs: [
          { text: words.t('admin.nav.drafts'), href: to.drafts() },
          { text: draft.title, href: to.draft(id) },
        ],
      }),
      outcome,
    ),
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
    back: { text: words.t('new-draft.back-to-draft'), href: to.draft(id) },
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

/** Saves a revision by its kind: a form of another kind than the draft's is for no draft. */
export function revisionHandlers(locals: Locals, draft: Draft): Readonly<Record<Kind, Handler>> {
  const saving =
    (kind: Kind): Handler =>
    (form) =>
      save(locals, draft, kind, form);
  return { withdraw: saving('withdraw'), postpone: saving('postpone'), amend: saving('amend') };
}

async function save(locals: Locals, draft: Draft, kind: Kind, form: ReceivedForm): Promise<Handled> {
  const { context, addresses } = locals;
  const version = versionIn(form);
  const base = version === draft.version ? draft : await draftVersion(context, draft.id, version);
  if (base?.content.kind !== kind) throw new RegistryError('not-found', []);
  const read = contentFrom(locals, base.content, form);
  if ('problems' in read) return refusal(read.problems);
  await saveDraft(context, { actor: actorOf(locals), draft: draft.id, version, content: read.content });
  return adminAddresses(addresses).draft(draft.id, { done: 'draft-saved' });
}

function contentFrom(
  locals: Locals,
  base: RevisionContent,
  form: ReceivedForm,
): { readonly content: RevisionContent } | { readonly problems: readonly FieldProblem[] } {
  const { words, context } = locals;
  const { reason: _reason, ...rest } = base;
  const texts = Object.fromEntries(
    languagesOf(locals, base.reason ?? {})
      .map((language) => [language, form.value(`reason.${language}`).trim()] as const)
      .filter(([, text]) => text !== ''),
  );
  const names = [
    ...Object.entries(texts).map(([language, text]) => [`reason.${language}`, text] as const),
    ...form
      .names()
      .filter((name) => name.startsWith('text.'))
      .map((name) => [name, form.value(name).trim()] as const)
      .filter(([, text]) => text !== ''),
  ];
  const day = form.value('to').trim();
  const problems = [
    ...names
      .filter(([, text]) => !proseSchema.safeParse(text).success)
      .map(([field]) => ({ field, message: words.t('draft.problem.text') })),
    ...(base.kind === 'postpone' && !isDay(day)
      ? [{ field: 'to', message: words.t('draft.problem.day') }]
      : []),
  ];
  if (problems.length > 0) return { problems };
  const said = Object.keys(texts).length > 0 ? { reason: texts } : {};
  if (rest.kind === 'postpone') return { content: { ...rest, to: day, ...said } };
  if (rest.kind === 'withdraw') return { content: { ...rest, ...said } };
  const mendable = mendableTexts(context.ledger.current(), rest.edition);
  return { content: { ...rest, amendments: amendmentsIn(form, mendable), ...said } };
}
