import { createClient, type Client, type Transaction, type TransactionMode } from '@libsql/client';
import type { Address } from './address.ts';
import { DatabaseError } from './database-error.ts';
import { HeldTransaction } from './held-transaction.ts';
import { patiently } from './patience.ts';
import { Turns } from './turns.ts';

export interface ConnectionOptions {
  readonly url: string;
  readonly authToken?: string | undefined;
  readonly address: Address;
  /** What a local connection is told before it is used; a server sets its own. */
  readonly pragmas: readonly string[];
}

/**
 * How long SQLite itself waits for a lock, in milliseconds. It holds up the event loop while it does, and with it every
 * reader of public pages: so this is short, and the rest of the patience is spent outside.
 */
const NATIVE_TIMEOUT = 100;

/**
 * One connection to the database, used by one piece of work at a time. The client's own pool of twenty would refuse
 * overlapping writes at once, and would lose what pragmas told a connection.
 */
export class Connection {
  readonly turns = new Turns();
  readonly #client: Client;
  readonly #address: Address;
  readonly #pragmas: readonly string[];
  #ready = false;

  constructor({ url, authToken, address, pragmas }: ConnectionOptions) {
    this.#client = clientFor(url, authToken, address);
    this.#address = address;
    this.#pragmas = address.kind === 'file' ? pragmas : [];
  }

  get isLocal(): boolean {
    return this.#address.kind === 'file';
  }

  /** Does the work when its turn has come, once: whether another process holds the lock or not. */
  once<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.turns.run(async () => {
      await this.#prepare();
      return work(this.#client);
    });
  }

  /** Does the work when its turn has come, and again as long as another process holds the lock. */
  use<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.turns.run(() => this.#patiently(work));
  }

  /**
   * Begins a transaction when its turn has come; the turn lasts until it is committed or rolled back. In mode `write` the
   * lock is taken here: what follows is never told "busy".
   */
  async begin(mode: TransactionMode): Promise<HeldTransaction> {
    const endTurn = await this.turns.take();
    try {
      const transaction = await this.#patiently((client) => this.#begun(client, mode));
      return new HeldTransaction(transaction, endTurn, () => this.heal());
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  /** A connection that was told "busy" keeps a stale view; a fresh one does not. */
  async heal(): Promise<void> {
    if (!this.isLocal || this.#client.closed) return;
    this.#ready = false;
    await reconnected(this.#client);
  }

  /** Lets the work that waits be done, then closes. */
  async close(): Promise<void> {
    await this.turns.idle();
    this.#client.close();
  }

  #patiently<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return patiently(
      async () => {
        await this.#prepare();
        return work(this.#client);
      },
      () => this.heal(),
    );
  }

  async #prepare(): Promise<void> {
    if (this.#ready) return;
    for (const pragma of this.#pragmas) await this.#client.execute(`PRAGMA ${pragma}`);
    this.#ready = true;
  }

  async #begun(client: Client, mode: TransactionMode): Promise<Transaction> {
    const transaction = await client.transaction(mode);
    // Over HTTP the client sends BEGIN only with the first statement: send one, so that the lock is taken now.
    if (!this.isLocal) await transaction.execute('SELECT 1');
    return transaction;
  }
}

function clientFor(url: string, authToken: string | undefined, address: Address): Client {
  try {
    return createClient({
      url,
      timeout: NATIVE_TIMEOUT,
      concurrency: 1,
      ...(authToken !== undefined && { authToken }),
    });
  } catch (cause) {
    throw new DatabaseError('unreachable', whyNotOpened(address, cause), { cause });
  }
}

function whyNotOpened(address: Address, cause: unknown): string {
  if (address.kind === 'server')
    return `The database cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`;
  return `The database file ${address.path} cannot be opened. It must be a file that this user may read and write, in a folder that this user may write to.`;
}

/** The interface says that it returns nothing; every client returns a promise. */
async function reconnected(client: { reconnect(): unknown }): Promise<void> {
  await client.reconnect();
}
