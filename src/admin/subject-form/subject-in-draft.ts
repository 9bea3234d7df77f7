import { lastEdition, timeline } from '../../domain/ledger.ts';
import { registerAtEve } from '../../domain/register-on.ts';
import { nameIn } from '../../language/telling.ts';
import { ORGANISATION, subjectKey, type Subject, type SubjectState } from '../../domain/subjects/subject.ts';
import type { Register } from '../../domain/register.ts';
import { isOver, type ChangesContent, type Draft } from '../../drafts/draft-content.ts';
import { draftVersion } from '../../drafts/draft-version.ts';
import { planOf } from '../../drafts/plan.ts';
import { readDraft } from '../../drafts/read-draft.ts';
import { roleForSubject } from '../../drafts/role-for.ts';
import { stateIn, statesIn } from '../../drafts/state-in.ts';
import { isDay, type Day } from '../../domain/days.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { may, type Locals } from '../reader.ts';
import type { Named } from './form.ts';

/** Which form of which draft. */
export interface FormAddress {
  readonly draft: string;
  readonly subject: Subject;
}

/** A subject within a draft, as everything about its form begins from. */
export interface SubjectInDraft {
  readonly subject: Subject;
  readonly draft: Draft;
  readonly content: ChangesContent;
  /** On the eve of the draft's day, and as the draft would have it. */
  readonly before: SubjectState | undefined;
  readonly after: SubjectState | undefined;
  /** The last edition and the draft's day, as the form shows them. */
  readonly shown: { readonly edition: number; readonly effectiveOn: Day };
  readonly mayEdit: boolean;
}

/** @returns undefined when there is no such draft, or it has no changes of its own */
export async function subjectInDraft(
  locals: Locals,
  { draft: id, subject }: FormAddress,
): Promise<SubjectInDraft | undefined> {
  const { context } = locals;
  const draft = await readDraft(context, id);
  if (draft?.content.kind !== 'changes') return undefined;
  const plan = await planOf(context, draft.content);
  return {
    subject,
    draft,
    content: draft.content,
    ...stateIn(context, draft.content, subject),
    shown: { edition: lastEdition(context.ledger.current()), effectiveOn: plan.effectiveOn },
    mayEdit: mayEdit(locals, draft, subject),
  };
}

function mayEdit(locals: Locals, draft: Draft, subject: Subject): boolean {
  return !isOver(draft) && may(locals, roleForSubject(subject));
}

/** What the form that was sent had begun from: its version of the draft, with the register as it was shown. */
interface FormOrigin {
  readonly version: number;
  readonly shown: SubjectInDraft['shown'] | undefined;
}

export function originOf(form: ReceivedForm): FormOrigin | undefined {
  const number = (name: string): number | undefined => {
    const text = form.value(name);
    return /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined;
  };
  const [version, edition, effectiveOn] = [number('version'), number('edition'), form.value('effective-on')];
  if (version === undefined) return undefined;
  return {
    version,
    shown: edition !== undefined && isDay(effectiveOn) ? { edition, effectiveOn } : undefined,
  };
}

/** The subject as a version of the draft had it. */
export async function stateAtVersion(
  { context }: Locals,
  { draft, subject, after }: SubjectInDraft,
  version: number,
): Promise<SubjectState | undefined> {
  if (version === draft.version) return after;
  const found = await draftVersion(context, draft.id, version);
  return found?.content.kind === 'changes' ? stateIn(context, found.content, subject).after : undefined;
}

/** Ids that processings of the subject have or ever had. */
export function takenProcessings(
  { context }: Locals,
  { subject, before, after }: SubjectInDraft,
): Set<string> {
  const told = timeline(context.ledger.current()).bySubject.get(subjectKey(subject)) ?? [];
  const fields = told.flatMap((change) => change.fields.map(({ field }) => field));
  const now = [before, after].flatMap((state) =>
    state && 'processings' in state ? Object.keys(state.processings ?? {}) : [],
  );
  return new Set([...fields.flatMap((field) => /^processings\/([^/]+)\//.exec(field)?.[1] ?? []), ...now]);
}

/** What can be chosen on the draft's day: scopes and third parties that are in effect then or that the draft adds. */
export interface Choosable {
  readonly register: Register;
  readonly scopes: readonly Named[];
  readonly thirdParties: readonly Named[];
}

export function choosableIn(locals: Locals, { content, shown, subject }: SubjectInDraft): Choosable {
  const { context } = locals;
  const register = registerAtEve(context.ledger.current(), shown.effectiveOn);
  const stateOf = statesIn(context, content);
  const drafted = (kind: Subject['kind']): [string, SubjectState | undefined][] =>
    content.changes
      .filter((change) => change.subject.kind === kind)
      .map((change) => [change.subject.id, stateOf(change.subject).after]);
  const named = (states: Iterable<readonly [string, SubjectState | undefined]>) =>
    namesOf(locals, new Map([...states].filter(([, state]) => state !== undefined)));
  return {
    register,
    scopes: named([...register.scopes, ...drafted('scope')]),
    thirdParties: named([...register.thirdParties, ...drafted('third-party')]).filter(
      ({ id }) => id !== subject.id,
    ),
  };
}

function namesOf({ words }: Locals, states: ReadonlyMap<string, SubjectState | undefined>): Named[] {
  return [...states]
    .map(([id, state]) => ({ id, name: words.plain(nameIn(state)) || id }))
    .sort((one, other) => words.compare(one.name, other.name));
}

/** The address of a form within its draft. */
export function formAddress(draft: string, kind: Subject['kind'], id = ''): FormAddress {
  return { draft, subject: kind === 'organisation' ? ORGANISATION : { kind, id } };
}
