import type { SubjectState } from '../../domain/subjects/subject.ts';
import type { FormFault } from '../../forms/form-fault.ts';
import { withoutRow, withProcessing, withRow } from '../../forms/edit-rows.ts';
import { valuesIn, type FormValues } from '../../forms/form-values.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { hasTooManyRows, MOST_ROWS } from '../../forms/too-many-rows.ts';
import { valuesOfSubject } from '../../forms/values-of-subject.ts';
import { valueAt } from '../../domain/tree.ts';
import type { Json } from '../../domain/json.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { roleIn } from '../drafts/start/role-in.ts';
import { collisionsOf, merged, type Collision } from './collision.ts';
import { faultInWords, faultsInWords } from './faults-in-words.ts';
import { readForm } from './read-form.ts';
import { collidedIn } from './save-subject-form.ts';
import type { Locals } from '../reader.ts';
import {
  originOf,
  stateAtVersion,
  takenProcessings,
  type Choosable,
  type SubjectInDraft,
} from './subject-in-draft.ts';

/** What a form shows: what was typed, or what is saved. */
export interface ShownForm {
  readonly values: FormValues;
  /** What it describes; undefined while something in it cannot be read. */
  readonly state: SubjectState | undefined;
  readonly faults: readonly FormFault[];
  readonly problems: readonly FieldProblem[];
  /** Present when somebody else saved the subject meanwhile: what both changed. */
  readonly collisions: readonly Collision[] | undefined;
}

export async function shownForm(
  locals: Locals,
  found: SubjectInDraft,
  choosable: Choosable,
  outcome: FormOutcome,
): Promise<ShownForm> {
  if (!('form' in outcome)) return saved(locals, found, choosable);
  const { form } = outcome;
  const base = await stateAtVersion(locals, found, originOf(form)?.version ?? found.draft.version);
  if (hasTooManyRows(valuesIn(form))) return tooMany(locals, found, choosable);
  const values = edited(locals, found, choosable, form);
  const read = readForm(found.subject.kind, values, base);
  if ('faults' in read) return unread(locals, found, values, read.faults, form.action);
  const sent = { values, state: read.state, faults: [], problems: [], collisions: undefined };
  if (outcome.kind !== 'refused') return { ...sent, ...stillOpen(found, values, read.state) };
  return isCollision(outcome)
    ? collided(found, { base, mine: read.state }, outcome.problems)
    : { ...sent, problems: outcome.problems, ...stillOpen(found, values, read.state) };
}

/** No person sent this, and to show it anew would keep all others waiting: what is saved is shown instead. */
function tooMany(locals: Locals, found: SubjectInDraft, choosable: Choosable): ShownForm {
  const message = locals.words.t('form.wrong.too-many', { limit: locals.words.number(MOST_ROWS) });
  return { ...saved(locals, found, choosable), problems: [{ field: '', message }] };
}

function saved(locals: Locals, found: SubjectInDraft, choosable: Choosable): ShownForm {
  const values = valuesOf(found, found.after);
  const shown = isUnbegun(found) ? added(locals, found, choosable, values) : values;
  const read = readForm(found.subject.kind, shown, found.after);
  return {
    values: shown,
    state: 'state' in read ? read.state : found.after,
    faults: [],
    problems: [],
    collisions: undefined,
  };
}

/** A third party that has never done anything: what it will do is what the form is for. */
function isUnbegun({ subject, before, after }: SubjectInDraft): boolean {
  const rows = (state: SubjectState | undefined): number =>
    Object.keys((state && 'processings' in state ? state.processings : undefined) ?? {}).length;
  return subject.kind === 'third-party' && rows(before) + rows(after) === 0;
}

function unread(
  { words }: Locals,
  { subject }: SubjectInDraft,
  values: FormValues,
  faults: readonly FormFault[],
  action: string,
): ShownForm {
  // Whoever adds a row is not done yet: what still lacks is said when they save, or look at the preview.
  const isAsked = action === 'save' || action === 'preview';
  const said = isAsked ? faults : [];
  const problems = faultsInWords(words, subject.kind, said);
  return { values, state: undefined, faults: said, problems, collisions: undefined };
}

/** What was sent, with a row more or less where the pressed button asks for it. */
function edited(locals: Locals, found: SubjectInDraft, choosable: Choosable, form: ReceivedForm): FormValues {
  const values = valuesIn(form);
  if (form.action === 'remove') return withoutRow(values, form.argument);
  if (form.action !== 'add') return values;
  return form.argument === 'processings'
    ? added(locals, found, choosable, values)
    : withRow(values, form.argument);
}

/** Another processing, in the scope of the one above it, or in the only scope there is. */
function added(
  locals: Locals,
  found: SubjectInDraft,
  { register, scopes }: Choosable,
  values: FormValues,
): FormValues {
  const only = scopes.length === 1 ? scopes[0]?.id : undefined;
  const scope = scopeAbove(values) ?? only ?? '';
  const role = roleIn(register.scopes.get(scope));
  return withProcessing(values, takenProcessings(locals, found), { scope, role });
}

function scopeAbove(values: FormValues): string | undefined {
  const names = [...values.keys()].filter((name) => /^processings\.[^.]+\.scope$/.test(name));
  return values.get(names.at(-1) ?? '')?.[0];
}

function isCollision(outcome: Extract<FormOutcome, { kind: 'refused' }>): boolean {
  return outcome.error?.problems.some(({ code }) => code === 'draft-changed') ?? false;
}

/** Both versions together, from the version of the draft that is there now. */
function collided(
  found: SubjectInDraft,
  { base, mine }: { base: SubjectState | undefined; mine: SubjectState },
  problems: readonly FieldProblem[],
): ShownForm {
  const three = { base, mine, theirs: found.after };
  const state = merged(found.subject.kind, three);
  const collisions = collisionsOf(found.subject.kind, three);
  return { values: valuesOf(found, state), state, faults: [], problems, collisions };
}

/** Choices that were asked for and are not made yet are asked for again. */
function stillOpen({ subject: { kind }, after }: SubjectInDraft, values: FormValues, mine: SubjectState) {
  const at = (state: SubjectState | undefined, field: string) =>
    valueAt(state as unknown as Json | undefined, leafAt(kind, field)?.steps ?? ['']);
  const open = collidedIn(values).filter((field) => leafAt(kind, field) !== undefined);
  if (open.length === 0) return {};
  return { collisions: open.map((field) => ({ field, mine: at(mine, field), theirs: at(after, field) })) };
}

function valuesOf({ subject: { kind } }: SubjectInDraft, state: SubjectState | undefined): FormValues {
  return valuesOfSubject(kind, state);
}

/** What is wrong, by the name of the control; there it need not say of which field it is. */
export function errorsIn({ words }: Locals, { faults, problems }: ShownForm): ReadonlyMap<string, string> {
  return new Map([
    ...problems.map(({ field, message }): [string, string] => [field, message]),
    ...faults.map((fault): [string, string] => [fault.field, faultInWords(words, fault)]),
  ]);
}
