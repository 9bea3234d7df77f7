import { expect } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { RegistryError, type ErrorCode } from '../../../src/errors.ts';
import type { WritingContext } from '../../../src/register/writing-context.ts';

/** Every row of every table. */
export async function tablesOf({ client }: Database): Promise<Record<string, unknown[]>> {
  const { rows } = await client.execute(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  const tables: Record<string, unknown[]> = {};
  for (const { name } of rows)
    if (typeof name === 'string')
      tables[name] = (await client.execute(`select * from "${name}"`)).rows.map((row) => ({ ...row }));
  return tables;
}

/** What is refused changes no row of any table, and nothing in memory. */
export async function expectRefused(
  context: WritingContext,
  work: () => Promise<unknown>,
  code: ErrorCode,
  problems?: readonly unknown[],
): Promise<void> {
  const [tables, version] = [await tablesOf(context.database), context.ledger.version()];
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RegistryError);
  expect(error).toMatchObject({ code, ...(problems ? { problems } : {}) });
  expect(await tablesOf(context.database)).toEqual(tables);
  expect(context.ledger.version()).toBe(version);
}
