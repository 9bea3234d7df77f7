import type { Database } from '../../db/client.ts';
import type { Clock } from '../clock.ts';
import type { Text } from '../domain/text.ts';
import type { LedgerKeeper } from '../ledger-keeper.ts';
import type { Log } from '../log.ts';

/** A vocabulary: what each term is called, by language. */
export type Vocabulary = ReadonlyMap<string, Text>;

/** What verbs that write to the register need of the context. */
export interface WritingContext {
  readonly clock: Pick<Clock, 'now'>;
  readonly database: Database;
  readonly ledger: LedgerKeeper;
  readonly log: Pick<Log, 'error'>;
  readonly content: {
    readonly vocabularies: { readonly data: Vocabulary; readonly subjects: Vocabulary };
    /** The EEA's countries: a place outside of it is a transfer. */
    readonly eea: ReadonlySet<string>;
  };
}
