import { lastEdition } from '../../domain/ledger.ts';
import type { Locals } from '../reader.ts';

/** Where a register stands before its first edition of its own, or after it. */
export type Situation = 'sample' | 'empty' | 'begun';

export function situationOf({ context: { ledger } }: Locals): Situation {
  if (ledger.isSample()) return 'sample';
  return lastEdition(ledger.current()) === 0 ? 'empty' : 'begun';
}
