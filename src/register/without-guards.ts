import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';

/** A trigger by its name, with the statement that made it. */
interface Guard {
  readonly name: string;
  readonly sql: string;
}

/**
 * Does work on tables that triggers guard, with the triggers away, and puts each back by its own words. All of it in the
 * one transaction: nobody else ever sees the tables unguarded, and when anything fails it was never so.
 */
export async function withoutGuards(
  transaction: Transaction,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const guards = await guardsOf(transaction, tables);
  for (const { name } of guards) await transaction.run(sql`drop trigger ${sql.identifier(name)}`);
  await work();
  for (const guard of guards) await transaction.run(sql.raw(guard.sql));
  const after = await guardsOf(transaction, tables);
  if (JSON.stringify(after) !== JSON.stringify(guards)) throw new Error('A trigger was not put back.');
}

function guardsOf(transaction: Transaction, tables: readonly string[]): Promise<Guard[]> {
  return transaction.all<Guard>(
    sql`select name, sql from sqlite_master where type = 'trigger' and tbl_name in ${tables} order by name`,
  );
}
