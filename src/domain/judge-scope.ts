import { joinDirections } from './change-types.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { diff } from './diff.ts';
import type { Judgement } from './fields/field.ts';
import { judgeFields } from './judge-fields.ts';
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
 * is `removed` there; in between, rows are compared pair by pair, and what has no pair with all the others together.
 *
 * @param marked the changes as drafted, which carry the marks of mere wording
 */
export function judgeScope(had: Rows, has: Rows, marked: readonly FieldChange[]): Judgement[] {
  if (had.size === 0 && has.size === 0) return [];
  if (had.size === 0) return [{ type: 'added', direction: getsData(has) ? 'widens' : 'neutral' }];
  if (has.size === 0) return [{ type: 'removed', direction: getsData(had) ? 'narrows' : 'neutral' }];
  const { pairs, gone, come } = paired(had, has);
  return [
    ...pairs.flatMap(([id, before, after]) => judgePair(id, before, after, marked)),
    ...come.flatMap((processing) => judgeNewRow(processing, [...had.values()])),
    ...(gone.length > 0 ? [{ type: 'data-narrowed', direction: 'narrows' } as const] : []),
  ];
}

/** A recipient whose every role is `none` is listed only for clarity: it gets nothing. */
function getsData(rows: Rows): boolean {
  return [...rows.values()].some(({ role }) => role !== 'none');
}

/** Pairs rows by their key, then rows of the same content under another key (a merger or split renumbers). */
function paired(had: Rows, has: Rows) {
  const pairs: [string, Processing, Processing][] = [];
  const gone = new Map([...had].filter(([id]) => !has.has(id)));
  const come: Processing[] = [];
  for (const [id, after] of has) {
    const before = had.get(id);
    const twin = before ? undefined : [...gone].find(([, other]) => canonical(other) === canonical(after));
    if (before) pairs.push([id, before, after]);
    else if (twin) gone.delete(twin[0]);
    else come.push(after);
  }
  return { pairs, gone: [...gone.values()], come };
}

/** A third party that has this one processing and nothing else. */
function alone(processing: Processing): ThirdParty {
  return { kind: 'service', name: { und: '-' }, processings: { p: processing } };
}

function judgePair(
  id: string,
  before: Processing,
  after: Processing,
  marked: readonly FieldChange[],
): Judgement[] {
  const states = { before: alone(before), after: alone(after) };
  const wording = new Set(
    marked.filter((change) => !isSetChange(change) && change.wording).map((change) => change.field),
  );
  const changes = diff('third-party', states.before, states.after).map((change) =>
    !isSetChange(change) && wording.has(change.field.replace('processings/p/', `processings/${id}/`))
      ? { ...change, wording: true as const }
      : change,
  );
  return judgeFields('third-party', changes, states);
}

/** A further processing is a new purpose, unless one like it was there; what else it widens is seen against them all. */
function judgeNewRow(processing: Processing, others: readonly Processing[]): Judgement[] {
  const known = others.some(
    (other) => canonical(other.purpose ?? {}) === canonical(processing.purpose ?? {}),
  );
  const wider = judgePair('p', union(others), { ...union(others), ...united(processing, others) }, []);
  const judgements: Judgement[] = known ? [] : [{ type: 'purpose-changed', direction: 'widens' }];
  judgements.push(...wider.filter(({ direction }) => direction === 'widens'));
  if (!others.some((other) => sameRetention(other, processing)))
    judgements.push({ type: 'retention-widened', direction: 'widens' });
  return joinDirections(judgements.map(({ direction }) => direction)) === 'widens'
    ? judgements
    : [{ type: 'purpose-changed', direction: 'neutral' }];
}

function sameRetention(a: Processing, b: Processing): boolean {
  return (
    canonical([a.retention ?? null, a.retentionTerms ?? null]) ===
    canonical([b.retention ?? null, b.retentionTerms ?? null])
  );
}

const SETS = ['data', 'subjects', 'locations', 'safeguards'] as const;

/** Sets of all rows together; only they can be compared across rows. */
function union(rows: readonly Processing[]): Processing {
  return united({ scope: rows[0]?.scope ?? '-', role: rows[0]?.role ?? 'none' }, rows);
}

function united(row: Processing, others: readonly Processing[]): Processing {
  const sets = SETS.map(
    (name) => [name, [row, ...others].flatMap((other): unknown[] => other[name] ?? [])] as const,
  );
  const filled = sets.filter(([, members]) => members.length > 0);
  const distinct = filled.map(([name, members]) => [
    name,
    [...new Map(members.map((m) => [canonical(m), m])).values()],
  ]);
  return { scope: row.scope, role: row.role, ...Object.fromEntries(distinct) } as Processing;
}
