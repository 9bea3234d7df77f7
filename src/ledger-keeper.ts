import type { Database, Selecting } from '../db/client.ts';
import { purgeIfDue } from '../db/purge-due.ts';
import { glanceAt, readRows, type StoredRow } from '../db/read-ledger.ts';
import { Lookout } from '../db/lookout.ts';
import { Turns } from '../db/turns.ts';
import { chainDamage, linkDamage, NEWEST_FORMAT, otherLedger, unknownFormat } from './ledger-damage.ts';
import { FIRST_LINK, type LedgerRow } from './domain/chain.ts';
import { append, EMPTY_LEDGER, lastEdition, noticeOf, readRow } from './domain/ledger.ts';
import type { Ledger, PublishedNotice } from './domain/ledger.ts';
import type { RegistryError } from './errors.ts';
import type { Log } from './log.ts';

export interface LedgerKeeperOptions {
  readonly database: Database;
  readonly log: Pick<Log, 'error' | 'info'>;
  /** Milliseconds between two looks for rows that other processes wrote. */
  readonly lookEvery?: number;
}

/**
 * Reads the whole ledger and verifies its chain from the first link.
 *
 * @throws RegistryError `damaged`, naming every edition that is not what was published
 */
export async function openLedger(options: LedgerKeeperOptions): Promise<LedgerKeeper> {
  const { database, log, lookEvery = 1000 } = options;
  const keeper = new LedgerKeeper(options);
  await keeper.refresh();
  // A redaction that was cut short may have left its text in the files.
  await purgeIfDue(database).catch((error: unknown) => log.error('redacted-text-not-purged', { error }));
  keeper.watch(lookEvery);
  return keeper;
}

/**
 * Holds the ledger in memory: what is public is read from here, without a query. Publishing appends; what other processes
 * write is found by looking once a second.
 */
export class LedgerKeeper {
  readonly #database: Pick<Database, 'orm'>;
  readonly #log: Pick<Log, 'error' | 'info'>;
  readonly #turns = new Turns();
  readonly #lookout: Lookout;
  #ledger: Ledger = EMPTY_LEDGER;
  #redactions = 0;
  #version = versionOf(EMPTY_LEDGER, 0);

  constructor({ database, log }: LedgerKeeperOptions) {
    this.#database = database;
    this.#log = log;
    this.#lookout = new Lookout(() => this.refresh(), {
      failed: (error) => {
        log.error('ledger-cannot-be-read', { error });
      },
      again: () => {
        log.info('ledger-is-read-again');
      },
    });
  }

  /** All that is published, as far as it is known here. */
  current(): Ledger {
    return this.#ledger;
  }

  /** Changes whenever any public byte may. */
  version(): string {
    return this.#version;
  }

  /** The id of the register (UUID), undefined before the first edition. */
  registerId(): string | undefined {
    return noticeOf(this.#ledger, 1)?.register;
  }

  /** Whether the register was made from a sample. */
  isSample(): boolean {
    return noticeOf(this.#ledger, 1)?.sample !== undefined;
  }

  /** Takes in what other processes have published or redacted. */
  async refresh(): Promise<void> {
    await this.catchUp(this.#database.orm);
  }

  /**
   * Takes in what this memory lacks, as the given reader sees it, and returns the ledger. In a write transaction that has
   * written nothing yet this is the ledger that the next edition follows.
   *
   * @throws RegistryError `damaged`; what is in memory then stays as it is
   */
  catchUp(reader: Selecting): Promise<Ledger> {
    return this.#turns.run(async () => {
      const last = lastEdition(this.#ledger);
      const glance = await glanceAt(reader, last);
      if (last > 0 && glance.hash !== noticeOf(this.#ledger, last)?.hash) {
        if (!this.isSample()) throw otherLedger(last);
        this.#takeOver(await readRows(reader, 0), glance.redactions);
        return this.#ledger;
      }
      // From nothing, or when texts were exchanged, the whole chain is read and verified anew.
      const whole = last === 0 || glance.redactions !== this.#redactions;
      if (whole) this.#replace(await readRows(reader, 0), glance.redactions);
      else if (glance.edition > last) this.#extend(await readRows(reader, last));
      return this.#ledger;
    });
  }

  /** Takes in what was just committed here. */
  adopt(notice: PublishedNotice): void {
    // Not the next one: known already, or a look has gone past it. What is missed here, the next look finds.
    if (!follows(this.#ledger, notice)) return;
    this.#keep(append(this.#ledger, [notice]), this.#redactions);
  }

  /** Takes in a redaction that was just committed here: the rows whose text it exchanged, and the notice that tells it. */
  adoptRedaction(redacted: readonly LedgerRow[], notice: PublishedNotice): void {
    this.adopt(notice);
    const exchanged = new Map(redacted.map((row) => [row.edition, readRow(row)]));
    const notices = this.#ledger.notices.map((known) => exchanged.get(known.edition) ?? known);
    this.#keep({ notices }, this.#redactions + redacted.length);
  }

  /** Begins to look for what other processes write. Never keeps the process alive. */
  watch(every: number): void {
    this.#lookout.begin(every);
  }

  /** Ends looking, when the look that is under way is done. */
  async close(): Promise<void> {
    this.#lookout.end();
    await this.#turns.idle();
  }

  #replace(rows: readonly StoredRow[], redactions: number): void {
    refuse(unknownFormat(rows) ?? chainDamage(rows));
    const read = rows.map(({ row }) => readRow(row));
    // What was published here while the rows were read.
    this.#keep({ notices: [...read, ...this.#ledger.notices.slice(read.length)] }, redactions);
  }

  /**
   * The sample that was read here is not there any more: it may be left behind for a register of one's own (decision
   * 0010), which is then served, whole, never a mix. A part of the sample is damage, and what is in memory stays.
   */
  #takeOver(rows: readonly StoredRow[], redactions: number): void {
    refuse(unknownFormat(rows) ?? chainDamage(rows));
    const notices = rows.map(({ row }) => readRow(row));
    if (notices[0]?.register === this.registerId()) throw otherLedger(lastEdition(this.#ledger));
    this.#keep({ notices }, redactions);
    this.#log.info('another-register-in-place-of-sample', { editions: notices.length });
  }

  #extend(rows: readonly StoredRow[]): void {
    const last = lastEdition(this.#ledger);
    const fresh = rows.filter(({ row }) => row.edition > last);
    refuse(unknownFormat(fresh) ?? linkDamage(fresh, noticeOf(this.#ledger, last)?.hash ?? FIRST_LINK, last));
    this.#keep(
      append(
        this.#ledger,
        fresh.map(({ row }) => readRow(row)),
      ),
      this.#redactions,
    );
  }

  #keep(ledger: Ledger, redactions: number): void {
    this.#ledger = ledger;
    this.#redactions = redactions;
    this.#version = versionOf(ledger, redactions);
  }
}

function versionOf(ledger: Ledger, redactions: number): string {
  const edition = lastEdition(ledger);
  const hash = noticeOf(ledger, edition)?.hash ?? FIRST_LINK;
  return `${String(edition)}-${String(redactions)}-${hash.slice(0, 8)}`;
}

function follows(ledger: Ledger, { edition, row }: PublishedNotice): boolean {
  const last = lastEdition(ledger);
  const hash = noticeOf(ledger, last)?.hash ?? FIRST_LINK;
  return edition === last + 1 && linkDamage([{ row, format: NEWEST_FORMAT }], hash, last) === undefined;
}

function refuse(error: RegistryError | undefined): void {
  if (error) throw error;
}
