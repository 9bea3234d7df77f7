import type { InStatement, ResultSet, Transaction } from '@libsql/client';
import { isBusy } from './sqlite-code.ts';
import type { EndTurn } from './turns.ts';

/** A transaction that ends its turn when it is committed, rolled back or closed. */
export class HeldTransaction implements Transaction {
  readonly #inner: Transaction;
  readonly #endTurn: EndTurn;
  readonly #heal: () => Promise<void>;
  #onEnd: () => void = () => undefined;

  constructor(inner: Transaction, endTurn: EndTurn, heal: () => Promise<void>) {
    this.#inner = inner;
    this.#endTurn = endTurn;
    this.#heal = heal;
  }

  get closed(): boolean {
    return this.#inner.closed;
  }

  /** Called once it has ended, however it did. */
  onEnd(listener: () => void): void {
    this.#onEnd = listener;
  }

  execute(statement: InStatement): Promise<ResultSet> {
    return this.#inner.execute(statement);
  }

  batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#inner.batch(statements);
  }

  executeMultiple(sql: string): Promise<void> {
    return this.#inner.executeMultiple(sql);
  }

  commit(): Promise<void> {
    return this.#ending(() => this.#inner.commit());
  }

  rollback(): Promise<void> {
    return this.#ending(async () => {
      // SQLite itself rolls back when the disk is full; a second ROLLBACK would hide the error that led to it.
      if (this.#inner.closed) this.#inner.close();
      else await this.#inner.rollback();
    });
  }

  close(): void {
    this.#inner.close();
    this.#end();
  }

  async #ending(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isBusy(error)) await this.#heal();
      throw error;
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#onEnd();
    this.#endTurn();
  }
}
