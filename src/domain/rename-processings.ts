import { apply } from './apply.ts';
import type { SubjectChange } from './classify.ts';
import { CREATING, scopeOf } from './conflicts.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { sameJson, type Json } from './json.ts';
import { normalValue, valueAt } from './leaves.ts';
import type { Subject, SubjectState } from './subjects/subject.ts';

/** A new processing that had to take another id. */
export interface Renaming {
  readonly subject: Subject;
  readonly from: string;
  readonly to: string;
}

interface Renamed {
  readonly change: SubjectChange;
  readonly renamed: readonly Renaming[];
}

/**
 * Gives each processing that a change makes anew, and whose id others took in the meantime, the next free id. One that
 * reads the same as what they made keeps it: the two are one. A subject that is itself new has ids of its own choosing.
 *
 * @param madeLater the processings that plans of others will make, by their ids
 */
export function renamedProcessings(
  change: SubjectChange,
  state: SubjectState | undefined,
  madeLater: ReadonlyMap<string, Json>,
): Renamed {
  const { subject, fields } = change;
  if (subject.kind !== 'third-party' || makes(fields, CREATING[subject.kind])) return { change, renamed: [] };
  const taken = new Set([
    ...idsIn(state),
    ...madeLater.keys(),
    ...fields.flatMap((field) => processingOf(field) ?? []),
  ]);
  const names = new Map<string, string>();
  for (const id of newIn(fields)) {
    const theirs = processingIn(state, id) ?? madeLater.get(id);
    if (!isWhole(theirs) || sameJson(theirs, processingMadeBy(fields, id) ?? null)) continue;
    const to = nextFree(id, taken);
    names.set(id, to);
    taken.add(to);
  }
  return {
    change: names.size === 0 ? change : { subject, fields: fields.map((field) => withNames(field, names)) },
    renamed: [...names].map(([from, to]) => ({ subject, from, to })),
  };
}

/** What has no scope is no processing of anybody's. */
function isWhole(processing: Json | undefined): processing is Json {
  return valueAt(processing, ['scope']) !== undefined;
}

/** The next id in line that nobody has: `p1` is followed by `p2`, `hosting` by `hosting-2`. */
export function nextFree(id: string, taken: ReadonlySet<string>): string {
  const [, stem = '', digits = ''] = /^(.*?)(\d{0,6})$/.exec(id) ?? [];
  // Ids have at most 80 characters.
  const base = (digits === '' ? `${stem.slice(0, 70)}-` : stem.slice(0, 70)).replace(/-+$/, '-');
  for (let number = Number(digits || 1) + 1; ; number += 1) {
    const next = `${base}${String(number)}`;
    if (!taken.has(next)) return next;
  }
}

function makes(fields: readonly FieldChange[], path: string): boolean {
  return fields.some((field) => field.field === path && isFromNothing(field));
}

function isFromNothing(change: FieldChange): boolean {
  return isSetChange(change) ? change.removed.length === 0 : change.before === null;
}

function processingOf({ field }: FieldChange): string | undefined {
  return leafAt('third-party', field)?.processing;
}

/** Processings of which everything is new. */
function newIn(fields: readonly FieldChange[]): string[] {
  const ofProcessings = Map.groupBy(fields, processingOf);
  return [...ofProcessings].flatMap(([id, own]) =>
    id !== undefined && makes(own, scopeOf(id)) && own.every(isFromNothing) ? [id] : [],
  );
}

function idsIn(state: SubjectState | undefined): string[] {
  return Object.keys((valueAt(state as unknown as Json | undefined, ['processings']) ?? {}) as object);
}

function processingIn(state: unknown, id: string): Json | undefined {
  return valueAt(state as Json | undefined, ['processings', id]);
}

/** What fields that make a processing make it. */
export function processingMadeBy(fields: readonly FieldChange[], id: string): Json | undefined {
  const own = fields.filter((field) => processingOf(field) === id);
  const made = processingIn(apply('third-party', undefined, own), id);
  return made === undefined ? undefined : normalValue(made);
}

function withNames(change: FieldChange, names: ReadonlyMap<string, string>): FieldChange {
  const rename = (path: string): string => {
    const [head, id = '', ...rest] = path.split('/');
    const to = head === 'processings' ? names.get(id) : undefined;
    return to === undefined ? path : ['processings', to, ...rest].join('/');
  };
  if (!isSetChange(change) || change.field !== 'outdated') return { ...change, field: rename(change.field) };
  // Which translations lag behind is told by path, too.
  const renamed = (members: readonly Json[]): Json[] =>
    (
      normalValue(members.map((path) => (typeof path === 'string' ? rename(path) : path))) as readonly Json[]
    ).slice();
  return { ...change, added: renamed(change.added), removed: renamed(change.removed) };
}
