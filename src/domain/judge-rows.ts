import { diff } from './diff.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import type { Judgement } from './fields/field.ts';
import { judgeFields } from './judge-fields.ts';
import type { Json } from './json.ts';
import { sortedMembers } from './leaves.ts';
import type { Processing } from './subjects/processing.ts';
import type { ThirdParty } from './subjects/third-party.ts';

const NOTHING_NEW: readonly Judgement[] = [{ type: 'details-changed', direction: 'neutral' }];

/** Whether anything reaches the third party in it; a row whose role is `none` is listed only for clarity. */
export function processes({ role }: Processing): boolean {
  return role !== 'none';
}

/**
 * What changed in one processing.
 *
 * @param wording the paths of its fields, without the processing's own, that staff marked as mere wording
 */
export function judgeRow(
  before: Processing,
  after: Processing,
  wording: ReadonlySet<string> = new Set(),
): readonly Judgement[] {
  const states = { before: alone(before), after: alone(after) };
  const changes = diff('third-party', states.before, states.after);
  return judgeFields(
    'third-party',
    changes.map((change) => marked(change, wording)),
    states,
  );
}

const ONLY = 'processings/only/';

/** A third party that has this one processing and nothing else. */
function alone(processing: Processing): ThirdParty {
  return { kind: 'service', name: { und: '-' }, processings: { only: processing } };
}

function marked(change: FieldChange, wording: ReadonlySet<string>): FieldChange {
  if (isSetChange(change) || !wording.has(change.field.slice(ONLY.length))) return change;
  return { ...change, wording: true };
}

/**
 * A further processing beside others of one recipient: what one of them allowed already is nothing new. The rows that
 * allow all it does, whatever their sets, are taken together, and what their sets do not hold has widened. Where no row
 * does, it is a new purpose, or whatever else sets it apart from the one most like it.
 */
export function judgeNewRow(row: Processing, others: readonly Processing[]): readonly Judgement[] {
  if (!processes(row)) return NOTHING_NEW;
  const apart = others.map((other) => widening(judgeRow(withoutSets(other), withoutSets(row))));
  const alike = others.filter((_, index) => apart[index]?.length === 0);
  const least = apart.toSorted((a, b) => a.length - b.length)[0] ?? [];
  const judgements = [...least, ...judgeSets(row, alike.length > 0 ? alike : others)];
  return judgements.length > 0 ? judgements : NOTHING_NEW;
}

function judgeSets(row: Processing, others: readonly Processing[]): Judgement[] {
  const [before, after] = [union(others), union([...others, row])];
  // What the row does not state must be read as the worst it may hide, not as what the others state.
  const unstated = SETS.filter((name) => row[name] === undefined);
  const stated = Object.entries(after).filter(([name]) => !unstated.some((set) => set === name));
  return widening(judgeRow(before, Object.fromEntries(stated) as Processing));
}

/** Rows of one recipient that were divided otherwise: only what all of them allow together counts. */
export function judgeUnion(had: readonly Processing[], has: readonly Processing[]): readonly Judgement[] {
  const widened = has.flatMap((row) => widening(judgeNewRow(row, had)));
  const narrowed = judgeRow(union(had), union(has)).filter(({ direction }) => direction === 'narrows');
  return [...widened, ...narrowed];
}

function widening(judgements: readonly Judgement[]): Judgement[] {
  return judgements.filter(({ direction }) => direction === 'widens');
}

const SETS = ['data', 'subjects', 'locations', 'safeguards'] as const;

function withoutSets(row: Processing): Processing {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !SETS.some((set) => set === name)),
  ) as Processing;
}

/** One row with the sets of all of them. */
function union(rows: readonly Processing[]): Processing {
  const sets = SETS.map((name) => [name, membersOf(rows, name)] as const);
  const stated = sets.filter(([, members]) => members.length > 0);
  return { scope: '-', role: 'none', ...Object.fromEntries(stated) };
}

function membersOf(rows: readonly Processing[], name: (typeof SETS)[number]): readonly Json[] {
  return sortedMembers(rows.flatMap((row): Json[] => (row[name] ?? []) as Json[])); // Members are JSON, whatever set.
}
