import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  Client,
  InArgs,
  InStatement,
  Replicated,
  ResultSet,
  Transaction,
  TransactionMode,
} from '@libsql/client';
import type { Connection } from './connection.ts';
import { DatabaseError } from './database-error.ts';

/** Whether the code that runs now is inside a write transaction that is still open. */
interface Holding {
  open: boolean;
}

type BatchStatement = InStatement | [string, InArgs?];

/**
 * A libSQL client that lets writes wait their turn and sends selects to a reader. With the plain client overlapping
 * writes fail at once, or block the event loop and then fail. Whatever takes a libSQL client (drizzle, the library for
 * sign-in) takes this one.
 */
export class QueuedClient implements Client {
  readonly protocol: string;
  closed = false;
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #holding = new AsyncLocalStorage<Holding>();

  constructor(writer: Connection, reader: Connection) {
    this.#writer = writer;
    this.#reader = reader;
    this.protocol = writer.isLocal ? 'file' : 'http';
  }

  /**
   * Runs work that is going to hold a write transaction, so that a write inside of it that goes past that transaction is
   * refused instead of waiting for itself.
   *
   * @throws DatabaseError `nested-write` when called inside such a transaction
   */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseNested();
    return this.#holding.run({ open: false }, work);
  }

  async execute(statement: InStatement): Promise<ResultSet>;
  async execute(sql: string, args?: InArgs): Promise<ResultSet>;
  async execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    const whole = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement;
    if (isSelect(whole.sql)) return this.#read((client) => client.execute(whole));
    return this.#write((client) => client.execute(whole));
  }

  async batch(statements: BatchStatement[], mode: TransactionMode = 'write'): Promise<ResultSet[]> {
    return this.#write((client) => client.batch(statements, mode));
  }

  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#write((client) => client.migrate(statements));
  }

  async executeMultiple(sql: string): Promise<void> {
    return this.#write((client) => client.executeMultiple(sql));
  }

  async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    this.#refuseNested();
    this.#refuseClosed();
    const holding = this.#holding.getStore();
    const transaction = await this.#writer.begin(mode);
    if (holding) {
      holding.open = true;
      transaction.onEnd(() => (holding.open = false));
    }
    return transaction;
  }

  async sync(): Promise<Replicated> {
    return this.#write((client) => client.sync());
  }

  /** Reconnecting is done where it heals; asked for from outside, there is nothing to do. */
  reconnect(): void {
    this.#refuseClosed();
  }

  /** Refuses what comes from now on; what waits is still done. */
  close(): void {
    this.closed = true;
  }

  async #write<T>(work: (client: Client) => Promise<T>): Promise<T> {
    this.#refuseNested();
    this.#refuseClosed();
    return this.#writer.use(work);
  }

  async #read<T>(work: (client: Client) => Promise<T>): Promise<T> {
    this.#refuseClosed();
    return this.#reader.use(work);
  }

  #refuseNested(): void {
    if (this.#holding.getStore()?.open)
      throw new DatabaseError(
        'nested-write',
        'A write inside a write: use the transaction that is already open.',
      );
  }

  #refuseClosed(): void {
    if (this.closed) throw new DatabaseError('closed', 'The database is closed.');
  }
}

/** `with … insert` writes, so only what begins with select is taken for reading. */
function isSelect(sql: string): boolean {
  return /^\s*select\b/i.test(sql);
}
