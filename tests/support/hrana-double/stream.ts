import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type {
  Batch,
  BatchResult,
  Condition,
  Request,
  Response,
  Statement,
  StatementResult,
} from './protocol.ts';
import { errorMessage, fromSql, toSql } from './values.ts';

/** One stream of the protocol: a connection of its own, with the statements stored on it. */
export class Stream {
  readonly #database: DatabaseSync;
  readonly #stored = new Map<number, string>();
  lastUsed = performance.now();

  constructor(path: string) {
    // No waiting for locks here: it would keep the stream that holds the lock from being served.
    this.#database = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true });
    this.#database.exec('PRAGMA journal_mode = WAL');
  }

  answer(request: Request): Response {
    this.lastUsed = performance.now();
    switch (request.type) {
      case 'execute':
        return { type: 'execute', result: this.#execute(request.stmt) };
      case 'batch':
        return { type: 'batch', result: this.#batch(request.batch) };
      case 'sequence':
        this.#database.exec(this.#sql(request));
        return { type: 'sequence' };
      case 'describe':
        return { type: 'describe', result: this.#describe(this.#sql(request)) };
      case 'store_sql':
        this.#stored.set(request.sql_id, request.sql);
        return { type: 'store_sql' };
      case 'close_sql':
        this.#stored.delete(request.sql_id);
        return { type: 'close_sql' };
      case 'get_autocommit':
        return { type: 'get_autocommit', is_autocommit: !this.#database.isTransaction };
      case 'close':
        this.close();
        return { type: 'close' };
    }
  }

  /** Closing rolls back what was not committed. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  #sql({ sql, sql_id }: { readonly sql?: string; readonly sql_id?: number }): string {
    const text = sql ?? (sql_id === undefined ? undefined : this.#stored.get(sql_id));
    if (text === undefined) throw new Error('SQL text not found');
    return text;
  }

  #execute(statement: Statement): StatementResult {
    const prepared = this.#database.prepare(this.#sql(statement));
    prepared.setReadBigInts(true);
    prepared.setReturnArrays(true);
    const named = Object.fromEntries(
      (statement.named_args ?? []).map(({ name, value }) => [name, toSql(value)]),
    );
    return this.#run(prepared, named, (statement.args ?? []).map(toSql));
  }

  #run(
    prepared: StatementSync,
    named: Record<string, SQLInputValue>,
    args: SQLInputValue[],
  ): StatementResult {
    const columns = prepared.columns();
    if (columns.length === 0) {
      const { changes, lastInsertRowid } = prepared.run(named, ...args);
      return {
        cols: [],
        rows: [],
        affected_row_count: Number(changes),
        last_insert_rowid: String(lastInsertRowid),
      };
    }
    // With setReturnArrays rows are arrays, which the type does not say.
    const rows = prepared.all(named, ...args) as unknown as Parameters<typeof fromSql>[0][][];
    return {
      cols: columns.map(({ name, type }) => ({ name, decltype: type })),
      rows: rows.map((row) => row.map(fromSql)),
      affected_row_count: 0,
      last_insert_rowid: '0',
    };
  }

  #batch({ steps }: Batch): BatchResult {
    const results: (StatementResult | null)[] = [];
    const errors: (ReturnType<typeof errorMessage> | null)[] = [];
    for (const { condition, stmt } of steps) {
      let result: StatementResult | null = null;
      let error: ReturnType<typeof errorMessage> | null = null;
      if (!condition || this.#holds(condition, results, errors)) {
        try {
          result = this.#execute(stmt);
        } catch (thrown) {
          error = errorMessage(thrown);
        }
      }
      results.push(result);
      errors.push(error);
    }
    return { step_results: results, step_errors: errors };
  }

  #holds(condition: Condition, results: readonly unknown[], errors: readonly unknown[]): boolean {
    const holds = (inner: Condition): boolean => this.#holds(inner, results, errors);
    switch (condition.type) {
      case 'ok':
        return (results[condition.step] ?? null) !== null;
      case 'error':
        return (errors[condition.step] ?? null) !== null;
      case 'not':
        return !holds(condition.cond);
      case 'and':
        return condition.conds.every(holds);
      case 'or':
        return condition.conds.some(holds);
      case 'is_autocommit':
        return !this.#database.isTransaction;
    }
  }

  #describe(sql: string): object {
    const columns = this.#database.prepare(sql).columns();
    const readonly = /^\s*(select|pragma|explain)\b/i.test(sql);
    return {
      params: [],
      cols: columns.map(({ name, type }) => ({ name, decltype: type })),
      is_explain: /^\s*explain\b/i.test(sql),
      is_readonly: readonly,
    };
  }
}
