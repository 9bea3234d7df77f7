import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { asc, sql } from 'drizzle-orm';
import { auditLog } from '../../../db/schema/audit-log.ts';
import { draft as drafts } from '../../../db/schema/draft.ts';
import { draftStep } from '../../../db/schema/draft-step.ts';
import { draftVersion } from '../../../db/schema/draft-version.ts';
import { verifyChain } from '../../../src/domain/chain.ts';
import { noticeOf } from '../../../src/domain/ledger.ts';
import type { Random } from '../../support/random.ts';
import { builtLoop } from './built-loop.ts';
import type { TestContext } from './register.ts';

/** What a publishing process said it had published. */
export interface Acknowledged {
  readonly draft: string;
  readonly edition: number;
  readonly hash: string;
}

/** Lets two processes publish drafts to the database at once and kills each, without warning, at a moment of chance. */
export async function killTwo(url: string, name: string, random: Random): Promise<Acknowledged[]> {
  const killed = await Promise.all(
    ['one', 'other'].map((which) => publishUntilKilled(url, `${name}-${which}`, random)),
  );
  return killed.flat();
}

/** How long after its first notices a process lives, at most, in milliseconds: some notices take that long. */
const LONGEST_LIFE = 60;

async function publishUntilKilled(url: string, name: string, random: Random): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const [first, life] = [random.between(1, 4), random.next() * LONGEST_LIFE];
  const child = spawn(process.execPath, [await builtLoop(), url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface(child.stdout).on('line', (line) => {
    const [draft = '', edition = '', hash = ''] = line.split(' ');
    // Cut off in the middle of a line it was acknowledged to nobody.
    if (hash.length === 64) acknowledged.push({ draft, edition: Number(edition), hash });
    if (acknowledged.length === first) setTimeout(() => child.kill('SIGKILL'), life);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The publishing process ended with ${String(code)}.`);
  return acknowledged;
}

/** Nothing acknowledged is lost, and nothing is half there: the ledger, the drafts and the audit log are of one mind. */
export async function expectWhole(
  context: TestContext,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { notices } = context.ledger.current();
  expect(verifyChain(notices.map(({ row }) => row))).toEqual([]);
  const lost = acknowledged.filter(
    ({ edition, hash }) => noticeOf(context.ledger.current(), edition)?.hash !== hash,
  );
  expect(lost).toEqual([]);
  await expectSoundFile(context);
  const lives = await livesIn(context);
  for (const { draft, edition } of acknowledged)
    expect(lives.get(draft), draft).toMatchObject({ state: 'published', edition });
  // Every edition but the first was a draft, and only one.
  const editions = [...lives.values()].flatMap(({ edition }) => edition ?? []);
  expect(editions.sort((a, b) => a - b)).toEqual(notices.slice(1).map(({ edition }) => edition));
  for (const [id, life] of lives) expect(life, id).toEqual(lifeOf(life.state, life.edition));
  await expectSameAudit(context);
}

async function expectSoundFile({ database }: TestContext): Promise<void> {
  const { rows } = await database.client.execute('PRAGMA integrity_check');
  expect(rows[0]?.[0]).toBe('ok');
  expect((await database.client.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
}

type State = (typeof drafts.$inferSelect)['state'];

/** All that the tables say of one draft. */
interface Life {
  readonly state: State;
  readonly edition: number | null;
  readonly versions: number;
  readonly steps: readonly string[];
  readonly audit: readonly string[];
}

async function livesIn(context: TestContext): Promise<Map<string, Life>> {
  const { orm } = context.database;
  const rows = await orm.select().from(drafts);
  const versions = Map.groupBy(await orm.select().from(draftVersion), ({ draft }) => draft);
  const steps = Map.groupBy(
    await orm
      .select()
      .from(draftStep)
      .orderBy(asc(sql`rowid`)),
    ({ draft }) => draft,
  );
  const audit = Map.groupBy(await auditRows(context), ({ subject }) => subject);
  return new Map(
    rows.map(({ id, state, edition }) => [
      id,
      {
        state,
        edition,
        versions: versions.get(id)?.length ?? 0,
        steps: (steps.get(id) ?? []).map(({ step }) => step),
        audit: (audit.get(`draft:${id}`) ?? []).map(({ action }) => action),
      },
    ]),
  );
}

function auditRows({ database }: TestContext) {
  return database.orm
    .select()
    .from(auditLog)
    .orderBy(asc(sql`rowid`));
}

const STEPS = ['begun', 'submitted', 'approved', 'published'];

/** What the tables must say of a draft that came so far, and no farther. */
function lifeOf(state: State, edition: number | null): Life {
  const steps = STEPS.slice(0, ['open', 'submitted', 'approved', 'published'].indexOf(state) + 1);
  const audit = steps.filter((step) => step !== 'published').map((step) => `draft.${step}`);
  return { state, edition, versions: 1, steps, audit };
}

async function expectSameAudit(context: TestContext): Promise<void> {
  const published = (await auditRows(context)).filter(({ action }) => action === 'notice.published');
  const told = published.map(({ subject, after }) => [
    subject,
    (JSON.parse(after ?? '{}') as { hash?: string }).hash,
  ]);
  const { notices } = context.ledger.current();
  expect(told).toEqual(notices.map(({ edition, hash }) => [`edition:${String(edition)}`, hash]));
}
