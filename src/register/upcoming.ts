import { apply } from '../domain/apply.ts';
import { daysOf } from '../domain/conflicts.ts';
import type { Day } from '../domain/days.ts';
import { timeline, type Ledger } from '../domain/ledger.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { LiveChange } from '../domain/timeline.ts';

/** The next change to come for a third party in a scope. */
export interface Upcoming {
  readonly day: Day;
  readonly edition: number;
  /** From that day on it does nothing in the scope any more. */
  readonly ends: boolean;
}

/** What the ledger announces for the third party in the scope after the day; its end, should one be announced. */
export function upcomingIn(
  ledger: Ledger,
  day: Day,
  { id, state, scope }: { readonly id: string; readonly state: ThirdParty; readonly scope: string },
): Upcoming | undefined {
  const changes = timeline(ledger).bySubject.get(`third-party/${id}`) ?? [];
  if ((changes.at(-1)?.effectiveOn ?? '') <= day) return undefined;
  let next: Upcoming | undefined;
  let now: ThirdParty | undefined = state;
  for (const group of daysOf(changes.filter(({ effectiveOn }) => effectiveOn > day))) {
    const [first] = group;
    if (!first) continue;
    const before = rowsIn(now, scope);
    for (const change of group) now = apply('third-party', now, change.fields);
    const after = rowsIn(now, scope);
    const told = { day: first.effectiveOn, edition: first.edition };
    if (before.length > 0 && after.length === 0) return { ...told, ends: true };
    if (group.some((change) => concerns(change, [...before, ...after]))) next ??= { ...told, ends: false };
  }
  return next;
}

function rowsIn(thirdParty: ThirdParty | undefined, scope: string): string[] {
  return Object.entries(thirdParty?.processings ?? {}).flatMap(([id, row]) =>
    row.scope === scope ? [id] : [],
  );
}

/** A change of the third party itself concerns every scope, a change of a processing its own. */
function concerns({ fields }: LiveChange, rows: readonly string[]): boolean {
  return fields.some(({ field }) => {
    const [head, id] = field.split('/');
    return head !== 'processings' || (id !== undefined && rows.includes(id));
  });
}
