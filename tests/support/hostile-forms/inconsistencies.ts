import { asc } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { readRows } from '../../../db/read-ledger.ts';
import { draft } from '../../../db/schema/draft.ts';
import { draftVersion } from '../../../db/schema/draft-version.ts';
import { canonical } from '../../../src/domain/json.ts';
import { draftContentSchema } from '../../../src/drafts/draft-content.ts';
import { verifyLedger } from '../../../src/register/verify.ts';

/** What is not as it must be in a database that staff have written to, in words; empty when all is well. */
export async function inconsistenciesIn({ orm, client }: Database): Promise<string[]> {
  const faults: string[] = [];
  for (const check of ['integrity_check', 'foreign_key_check']) {
    const { rows } = await client.execute(`PRAGMA ${check}`);
    const said = rows.map((row) => JSON.stringify(row)).filter((line) => line !== '{"integrity_check":"ok"}');
    faults.push(...said.map((line) => `${check}: ${line}`));
  }
  const versions = await orm.select().from(draftVersion).orderBy(asc(draftVersion.version));
  for (const one of await orm.select().from(draft)) {
    const own = versions.filter((version) => version.draft === one.id);
    const last = own.at(-1);
    if (own.some(({ version }, index) => version !== index + 1)) faults.push(`${one.id} lacks a version`);
    if (last?.version !== one.version || last.content !== one.content || last.title !== one.title)
      faults.push(`${one.id} is not as its last version`);
  }
  for (const { draft: id, version, content, title } of versions) {
    const parsed = draftContentSchema.safeParse(JSON.parse(content));
    if (!parsed.success) faults.push(`${id}, version ${String(version)}: ${parsed.error.message}`);
    else if (canonical(parsed.data) !== content)
      faults.push(`${id}, version ${String(version)} is not canonical`);
    if (!title.isWellFormed() || title.trim() === '') faults.push(`${id} has no title`);
  }
  const stored = await readRows(orm, 0);
  const { faults: damage } = verifyLedger(stored.map(({ row }) => row));
  return [...faults, ...damage.map((row) => `edition ${String(row.edition)}: ${JSON.stringify(row.fault)}`)];
}
