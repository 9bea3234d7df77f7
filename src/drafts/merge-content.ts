import { sameJson } from '../domain/json.ts';
import { subjectKey } from '../domain/subjects/subject.ts';
import type { ChangesContent, DraftContent } from './draft-content.ts';

/** What two people made of one version: one value when only one changed it or both alike, else `undefined`. */
interface Merged<Value> {
  readonly value: Value;
}

/** The three versions of one thing: the one both began from, and what each made of it. */
interface Three<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/**
 * Puts together what two people made of one version of a draft, as long as their edits can be told apart: different
 * subjects, or the day and the reason. Undefined when both changed the same and not alike.
 */
export function mergeContent({ base, ours, theirs }: Three<DraftContent>): DraftContent | undefined {
  if (base.kind !== 'changes' || ours.kind !== 'changes' || theirs.kind !== 'changes')
    return merged({ base, ours, theirs })?.value;
  const changes = mergeChanges({ base, ours, theirs });
  const effectiveOn = merged(each({ base, ours, theirs }, (one) => one.effectiveOn));
  const shortNotice = merged(each({ base, ours, theirs }, (one) => one.shortNotice));
  const reason = merged(each({ base, ours, theirs }, (one) => one.reason));
  const reasons = mergeRecords(each({ base, ours, theirs }, (one) => one.arguments ?? {}));
  if (!changes || !effectiveOn || !shortNotice || !reason || !reasons) return undefined;
  return {
    kind: 'changes',
    changes,
    ...(effectiveOn.value === undefined ? {} : { effectiveOn: effectiveOn.value }),
    ...(shortNotice.value === undefined ? {} : { shortNotice: shortNotice.value }),
    ...(reason.value === undefined ? {} : { reason: reason.value }),
    ...(Object.keys(reasons).length === 0 ? {} : { arguments: reasons }),
  };
}

/** The same for one value; `undefined` is a value, too. */
export function merged<Value>({ base, ours, theirs }: Three<Value>): Merged<Value> | undefined {
  if (isSame(ours, theirs) || isSame(base, ours)) return { value: theirs };
  return isSame(base, theirs) ? { value: ours } : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === undefined || other === undefined ? one === other : sameJson(one, other);
}

function each<From, To>({ base, ours, theirs }: Three<From>, read: (from: From) => To): Three<To> {
  return { base: read(base), ours: read(ours), theirs: read(theirs) };
}

/** Changes by subject, in the order of theirs, then those that only ours have. */
function mergeChanges(three: Three<ChangesContent>): ChangesContent['changes'] | undefined {
  const bySubject = each(three, ({ changes }) =>
    Object.fromEntries(changes.map((change) => [subjectKey(change.subject), change])),
  );
  const together = mergeRecords(bySubject);
  return together && Object.values(together);
}

function mergeRecords<Value>(
  records: Three<Readonly<Record<string, Value>>>,
): Record<string, Value> | undefined {
  const entries: [string, Value][] = [];
  // A third party may have an id that every object knows, such as `constructor`; a map knows only its own.
  const three = each(records, (record) => new Map(Object.entries(record)));
  for (const key of new Set([...three.theirs.keys(), ...three.ours.keys()])) {
    const one = merged(each(three, (map) => map.get(key)));
    if (!one) return undefined;
    if (one.value !== undefined) entries.push([key, one.value]);
  }
  return Object.fromEntries(entries);
}
