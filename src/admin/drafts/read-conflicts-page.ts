import { placeOf } from '../../domain/rebase.ts';
import type { Conflict } from '../../domain/rebase.ts';
import { isOver, type Draft } from '../../drafts/draft-content.ts';
import { planOf } from '../../drafts/plan.ts';
import { roleForSubject } from '../../drafts/role-for.ts';
import { resolveConflicts } from '../../drafts/resolve-conflicts.ts';
import type { ChoicesView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import type { Pair } from '../../register/views/pairs.ts';
import { refusal, type FormOutcome, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminFrame } from '../frame.ts';
import { answerOf, choices, type Answer } from '../answer.ts';
import { versionIn } from './draft-handlers.ts';
import { backToDraft, draftFrame } from './draft-frame.ts';
import { requireDraft } from './require-draft.ts';
import { actorOf, may, type Locals } from '../reader.ts';
import { notForTheirRole } from './not-for-their-role.ts';
import { subjectStates } from './subject-states.ts';
import { subjectName } from './subject-name.ts';
import { placeLabel, valueContextOf, valueLines } from './values-in-words.ts';

/** One field of which the draft and the register say different things. */
export interface ConflictView {
  readonly about: string;
  /** What it was when it was drafted. */
  readonly base: { readonly label: string; readonly text: string };
  readonly gone: string | undefined;
  readonly notice: Link | undefined;
  readonly field: ChoicesView;
}

/** The page on which conflicts are settled, ready to be placed. */
export interface ConflictsPage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  readonly none: string | undefined;
  readonly kept: readonly Pair[];
  readonly conflicts: readonly ConflictView[];
  readonly button: string | undefined;
  readonly back: Link;
}

/** @throws RegistryError `not-found` */
export async function readConflictsPage(
  locals: Locals,
  id: string,
  outcome: FormOutcome,
): Promise<ConflictsPage> {
  const { context, words } = locals;
  const draft = await requireDraft(locals, id);
  const plan = await planOf(context, draft.content);
  const answer = answerOf(outcome);
  const over = isOver(draft);
  const conflicts = over ? [] : plan.conflicts;
  const settled = over || plan.isCurrent;
  return {
    frame: draftFrame(locals, draft, { title: words.t('conflict.heading'), lead: words.t('conflict.lead') }),
    problemsTitle: words.t('draft.problems-title'),
    problems: answer.problems,
    none: conflicts.length > 0 ? undefined : words.t(settled ? 'conflict.none' : 'conflict.only-rebase'),
    kept: [{ name: 'version', value: String(draft.version) }],
    conflicts: conflicts.map((conflict) => conflictView(locals, draft, answer, conflict)),
    button: settled ? undefined : words.t(conflicts.length > 0 ? 'conflict.resolve' : 'conflict.rebase'),
    back: backToDraft(locals, draft),
  };
}

function conflictView(locals: Locals, draft: Draft, answer: Answer, conflict: Conflict): ConflictView {
  const { words, addresses } = locals;
  const { subject, field, base, ours, theirs, edition, gone } = conflict;
  const context = valueContextOf(locals, draft.content);
  const inWords = (value: Conflict['base']): string => valueLines(context, subject, field, value).join('; ');
  const { before, after } = subjectStates(locals, draft.content, subject);
  const name = subjectName(locals, draft.content, subject).text;
  return {
    about: name,
    base: { label: words.t('conflict.base'), text: inWords(base) },
    gone: gone ? words.t('conflict.gone') : undefined,
    notice:
      edition === undefined
        ? undefined
        : { text: words.t('conflict.in-the-way', { edition }), href: addresses.notice(edition) },
    field: choices(
      answer,
      `choice.${placeOf(conflict)}`,
      placeLabel(context, subject, field, after, before),
      'radio',
      [
        { value: 'ours', label: words.t('conflict.ours'), hint: inWords(ours) },
        { value: 'theirs', label: words.t('conflict.theirs'), hint: inWords(theirs) },
      ],
      [],
      { required: true },
    ),
  };
}

/** Settles conflicts as the form chooses, and takes in what others published. */
export function conflictsHandlers(locals: Locals, draft: Draft): { readonly resolve: Handler } {
  const { context, words, addresses } = locals;
  return {
    resolve: async (form) => {
      const plan = await planOf(context, draft.content);
      if (!plan.conflicts.every(({ subject }) => may(locals, roleForSubject(subject))))
        return notForTheirRole(locals);
      const places = plan.conflicts.map(placeOf);
      const open = places.filter((at) => !isSide(form.value(`choice.${at}`)));
      if (open.length > 0)
        return refusal(open.map((at) => ({ field: `choice.${at}`, message: words.t('conflict.choose') })));
      await resolveConflicts(context, {
        actor: actorOf(locals),
        draft: draft.id,
        version: versionIn(form),
        choices: Object.fromEntries(
          places.map((at) => [at, form.value(`choice.${at}`) === 'ours' ? 'ours' : 'theirs']),
        ),
      });
      return adminAddresses(addresses).draft(draft.id, { done: 'draft-resolved' });
    },
  };
}

function isSide(text: string): boolean {
  return text === 'ours' || text === 'theirs';
}
