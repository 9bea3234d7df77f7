import { isSetChange, type FieldChange } from './field-change.ts';
import type { Judgement } from './fields/field.ts';
import { judgeNewRow, judgeRow, judgeUnion, processes } from './judge-rows.ts';
import { canonical } from './json.ts';
import type { Processing } from './subjects/processing.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** Processings in one scope, by a key that is the same before and after. */
export type Rows = ReadonlyMap<string, Processing>;

/** All scopes in which the third party has a processing, before or after. */
export function scopesOf(...states: readonly (ThirdParty | undefined)[]): Set<string> {
  return new Set(
    states.flatMap((state) => Object.values(state?.processings ?? {}).map(({ scope }) => scope)),
  );
}

export function processingsIn(state: ThirdParty | undefined, scope: string): Map<string, Processing> {
  return new Map(
    Object.entries(state?.processings ?? {}).filter(([, processing]) => processing.scope === scope),
  );
}

/**
 * What changed between the processings a scope had and those it has. The first one is `added` there, the last one gone
 * is `removed` there; in between, rows are compared pair by pair, and what has no pair with all that were there.
 *
 * @param marked the changes as drafted, which carry the marks of mere wording
 */
export function judgeScope(had: Rows, has: Rows, marked: readonly FieldChange[]): readonly Judgement[] {
  const whole = judgeComing(had, has);
  if (whole) return whole;
  const { pairs, gone, come, renumbered } = paired(had, has);
  return [
    ...pairs.flatMap(([id, before, after]) => judgeRow(before, after, wordingOf(id, marked))),
    ...come.flatMap((row) => judgeNewRow(row, [...had.values()])),
    ...gone.map(judgeGone),
    ...(renumbered ? [{ type: 'details-changed', direction: 'neutral' } as const] : []),
  ];
}

/** The same where a merger or split divided the rows otherwise, among the third parties it concerns. */
export function judgeRestructured(had: Rows, has: Rows): readonly Judgement[] {
  return judgeComing(had, has) ?? judgeUnion([...had.values()], [...has.values()]);
}

/** The first processing in a scope, or the last one gone; undefined when there is one before and after. */
function judgeComing(had: Rows, has: Rows): readonly Judgement[] | undefined {
  if (had.size > 0 && has.size > 0) return undefined;
  const matters = [...had.values(), ...has.values()].some(processes);
  if (has.size > 0) return [{ type: 'added', direction: matters ? 'widens' : 'neutral' }];
  return had.size > 0 ? [{ type: 'removed', direction: matters ? 'narrows' : 'neutral' }] : [];
}

function judgeGone(row: Processing): Judgement {
  return processes(row)
    ? { type: 'data-narrowed', direction: 'narrows' }
    : { type: 'details-changed', direction: 'neutral' };
}

/** Pairs rows by their key, then rows of the same content under another key. */
function paired(had: Rows, has: Rows) {
  const pairs: [string, Processing, Processing][] = [];
  const gone = new Map([...had].filter(([id]) => !has.has(id)));
  const come: Processing[] = [];
  let renumbered = false;
  for (const [id, after] of has) {
    const before = had.get(id);
    const twin = before ? undefined : [...gone].find(([, other]) => canonical(other) === canonical(after));
    if (before) pairs.push([id, before, after]);
    else if (twin) renumbered = gone.delete(twin[0]);
    else come.push(after);
  }
  return { pairs, gone: [...gone.values()], come, renumbered };
}

/** The fields of a processing, by their paths in it, that staff marked as mere wording. */
function wordingOf(id: string, changes: readonly FieldChange[]): Set<string> {
  const own = `processings/${id}/`;
  const marked = changes.filter((change) => !isSetChange(change) && change.wording);
  return new Set(marked.flatMap(({ field }) => (field.startsWith(own) ? [field.slice(own.length)] : [])));
}
