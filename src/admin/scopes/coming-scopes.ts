import type { Day } from '../../domain/days.ts';
import { timeline, type Ledger } from '../../domain/ledger.ts';
import { registerOn } from '../../domain/register-on.ts';
import type { Scope } from '../../domain/subjects/scope.ts';

/** Scopes that are announced and do not exist yet on the day, as they will be. */
export function comingScopes(ledger: Ledger, day: Day): [string, Scope][] {
  const now = registerOn(ledger, day).scopes;
  const last = timeline(ledger).changes.at(-1)?.effectiveOn;
  if (last === undefined || last <= day) return [];
  return [...registerOn(ledger, last).scopes].filter(([id]) => !now.has(id));
}
