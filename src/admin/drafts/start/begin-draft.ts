import { noticeOf } from '../../../domain/ledger.ts';
import { subjectKey } from '../../../domain/subjects/subject.ts';
import { beginDraft } from '../../../drafts/begin-draft.ts';
import { LONGEST_TITLE } from '../../../drafts/check-content.ts';
import type { ChangesContent, Draft } from '../../../drafts/draft-content.ts';
import { draftVersion } from '../../../drafts/draft-version.ts';
import { planOf } from '../../../drafts/plan.ts';
import { readDraft } from '../../../drafts/read-draft.ts';
import { saveDraft } from '../../../drafts/save-draft.ts';
import { RegistryError } from '../../../errors.ts';
import type { FieldProblem, ReceivedForm } from '../../../forms/received-form.ts';
import { adminAddresses } from '../../admin-addresses.ts';
import { refusal, type Refusal } from '../../../forms/form-outcome.ts';
import { actorOf, type Locals } from '../../reader.ts';
import { groundOf, wrong, type Ground } from './ground.ts';
import { subjectForm } from '../subject-name.ts';
import type { Start } from './start.ts';
import { changesFor } from './wish.ts';

type Starting = (ground: Ground, form: ReceivedForm) => Start | readonly FieldProblem[];

const EMPTY: ChangesContent = { kind: 'changes', changes: [] };

/**
 * Begins a draft with what the form sets out to do, or adds it to the draft that the form names; answers where to go on.
 * The same form sent twice begins one draft, and adds once.
 */
export async function beginFromForm(
  locals: Locals,
  form: ReceivedForm,
  starting: Starting,
): Promise<string | Refusal> {
  const draft = form.value('draft');
  return draft === '' ? beginNew(locals, form, starting) : addTo(locals, form, starting, draft);
}

async function beginNew(locals: Locals, form: ReceivedForm, starting: Starting): Promise<string | Refusal> {
  const ground = groundOf(locals);
  const key = form.value('key');
  if (!/^[0-9a-f-]{36}$/.test(key)) return refusal(wrong(ground, '', 'new-draft.problem.key'));
  const start = starting(ground, form);
  if (!('wishes' in start)) return refusal(start);
  const content = await contentWith(locals, EMPTY, start);
  if (content.changes.length === 0 && !start.opens)
    return refusal(wrong(ground, '', 'new-draft.problem.nothing'));
  const draft = await beginDraft(locals.context, {
    actor: actorOf(locals),
    key,
    title: titleOf(start),
    content,
  });
  return landing(locals, draft.id, start, 'draft-begun');
}

function titleOf({ title }: Start): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1)}…`;
}

async function addTo(
  locals: Locals,
  form: ReceivedForm,
  starting: Starting,
  id: string,
): Promise<string | Refusal> {
  const draft = await readDraft(locals.context, id);
  const version = Number(form.value('version'));
  const seen = draft && (await contentSeen(locals, draft, version));
  if (!draft || !seen) throw new RegistryError('not-found', []);
  const ground = groundOf(locals, seen);
  const start = starting(ground, form);
  if (!('wishes' in start)) return refusal(start);
  if (isThere(draft, seen, start)) return landing(locals, id, start, 'draft-added');
  if (start.opens) return landing(locals, id, start, '');
  const there = keysIn(seen);
  // Two changes of one subject would have to be one: its form is where it is changed further.
  if (start.wishes.some(({ subject }) => there.has(subjectKey(subject))))
    return refusal(wrong(ground, '', 'new-draft.problem.twice'));
  const content = await contentWith(locals, seen, start);
  if (content.changes.length === seen.changes.length)
    return refusal(wrong(ground, '', 'new-draft.problem.nothing'));
  await saveDraft(locals.context, { actor: actorOf(locals), draft: id, version, content });
  return landing(locals, id, start, 'draft-added');
}

/** The content of the version that the form was made from: to it something is added. */
async function contentSeen(
  { context }: Locals,
  draft: Draft,
  version: number,
): Promise<ChangesContent | undefined> {
  if (!Number.isSafeInteger(version) || version < 1) return undefined;
  const stored = version === draft.version ? draft : await draftVersion(context, draft.id, version);
  return stored?.content.kind === 'changes' ? stored.content : undefined;
}

/** A second click: what is to be added was added to this very version already. */
function isThere({ content }: Draft, seen: ChangesContent, { wishes }: Start): boolean {
  if (content.kind !== 'changes') return false;
  const [now, then] = [keysIn(content), keysIn(seen)];
  return wishes.every(({ subject }) => now.has(subjectKey(subject)) && !then.has(subjectKey(subject)));
}

function keysIn({ changes }: ChangesContent): ReadonlySet<string> {
  return new Set(changes.map(({ subject }) => subjectKey(subject)));
}

/** The content with the wishes as changes, drafted against the eve of the day that it then has. */
async function contentWith(locals: Locals, seen: ChangesContent, start: Start): Promise<ChangesContent> {
  const { context, today } = locals;
  const ledger = context.ledger.current();
  const on = (day: string): ChangesContent => ({
    ...seen,
    changes: [...seen.changes, ...changesFor(ledger, start.wishes, day)],
    ...(start.effectiveOn === undefined || seen.effectiveOn !== undefined
      ? {}
      : { effectiveOn: start.effectiveOn }),
  });
  const first = on(start.effectiveOn ?? seen.effectiveOn ?? today);
  if (!noticeOf(ledger, 1)) return first;
  const { effectiveOn } = await planOf(context, first);
  return on(effectiveOn);
}

function landing(locals: Locals, draft: string, { lands }: Start, done: string): string {
  const admin = adminAddresses(locals.addresses);
  return lands ? subjectForm(locals, draft, lands, { done }) : admin.draft(draft, { done });
}
