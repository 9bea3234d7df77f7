import type { Day } from '../domain/days.ts';
import type { Ledger } from '../domain/ledger.ts';
import { registerOn } from '../domain/register-on.ts';
import type { Register } from '../domain/register.ts';

// Today, the eve of a planned change and a day somebody pages through: more are not asked for at once.
const KEPT = 4;
const snapshots = new WeakMap<Ledger, Map<Day, Register>>();

/** The register on a day, as the ledger knows it. The last few are kept: folding a long ledger takes milliseconds. */
export function snapshotOn(ledger: Ledger, day: Day): Register {
  let kept = snapshots.get(ledger);
  if (!kept) snapshots.set(ledger, (kept = new Map<Day, Register>()));
  const snapshot = kept.get(day) ?? registerOn(ledger, day);
  kept.delete(day);
  kept.set(day, snapshot);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return snapshot;
}
