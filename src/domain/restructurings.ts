import { isSetChange } from './field-change.ts';
import type { SubjectChange } from './classify.ts';
import type { Judgement } from './fields/field.ts';
import { processingsIn, type Rows } from './judge-scope.ts';
import type { Register } from './register.ts';
import type { Processing } from './subjects/processing.ts';

/** Third parties of one notice that continue one another: judged as one recipient. */
export interface Restructuring {
  readonly rowsBefore: (scope: string) => Rows;
  readonly rowsAfter: (scope: string) => Rows;
  /** Another legal person among them than before is a replacement all the same. */
  readonly entityJudgements: readonly Judgement[];
}

/**
 * Finds mergers and splits: third parties that one notice says `continue` others. Returns for each id concerned the
 * group it belongs to.
 */
export function restructurings(
  changes: readonly SubjectChange[],
  before: Register,
  after: Register,
): ReadonlyMap<string, Restructuring> {
  const groups = new Map<string, Set<string>>();
  for (const [heir, forebear] of continuations(changes)) {
    const joined = new Set([...(groups.get(heir) ?? [heir]), ...(groups.get(forebear) ?? [forebear])]);
    for (const id of joined) groups.set(id, joined);
  }
  return new Map([...groups].map(([id, members]) => [id, restructuring(members, before, after)]));
}

function continuations(changes: readonly SubjectChange[]): [string, string][] {
  return changes.flatMap(({ subject, fields }) =>
    fields
      .filter(isSetChange)
      .filter(({ field }) => subject.kind === 'third-party' && field === 'continues')
      .flatMap(({ added }) => added.map((forebear): [string, string] => [subject.id, forebear as string])),
  );
}

function restructuring(members: ReadonlySet<string>, before: Register, after: Register): Restructuring {
  const persons = (register: Register): Set<string> =>
    new Set([...members].flatMap((id) => register.thirdParties.get(id)?.entity?.person ?? []));
  const [old, now] = [persons(before), persons(after)];
  return {
    rowsBefore: (scope) => rows(members, before, scope),
    rowsAfter: (scope) => rows(members, after, scope),
    entityJudgements: [...now].every((person) => old.has(person))
      ? []
      : [{ type: 'entity-replaced', direction: 'widens' }],
  };
}

function rows(members: ReadonlySet<string>, register: Register, scope: string): Rows {
  return new Map(
    [...members].flatMap((id) =>
      [...processingsIn(register.thirdParties.get(id), scope)].map(
        ([key, processing]): [string, Processing] => [`${id}/${key}`, processing],
      ),
    ),
  );
}
