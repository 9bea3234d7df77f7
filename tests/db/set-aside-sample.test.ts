import { chmodSync, existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import { dossier } from '../../db/schema/dossier.ts';
import { draft } from '../../db/schema/draft.ts';
import { draftStep } from '../../db/schema/draft-step.ts';
import { staff } from '../../db/schema/staff.ts';
import { closeContext, createContext, type Context } from '../../src/context.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { inviteStaff } from '../../src/staff/invite-staff.ts';
import { openLedger } from '../../src/ledger-keeper.ts';
import { createLog } from '../../src/log.ts';
import { originOf } from '../../src/register/origin.ts';
import { publishNotice } from '../../src/register/publish-notice.ts';
import { redact } from '../../src/register/redact.ts';
import { setAsideSample } from '../../src/register/set-aside-sample.ts';
import { loadSample, loadSampleIfEmpty } from '../../src/sample/load-sample.ts';
import { thirdParty } from '../support/register.ts';
import { makePlace, type Place } from './support/place.ts';
import { publishAnother, publishBaseline, STAFF, StandingClock, to } from './support/register.ts';

const ends: (() => Promise<void>)[] = [];
let place: Place;

beforeEach(async () => {
  place = await makePlace('a file');
  ends.push(place.remove);
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const clock = new StandingClock('2026-11-22T10:00:00Z');

async function start(url = place.url): Promise<Context> {
  const log = createLog({ level: 'silent', clock });
  const configuration = parseConfiguration({ DATABASE_URL: url });
  const context = await createContext({ configuration, clock, log });
  ends.push(() => closeContext(context));
  return context;
}

async function withSample(): Promise<Context> {
  const context = await start();
  await loadSample(context, 'smarttrackers');
  return context;
}

/** Publishes something on a sample, as staff that try the register would. */
async function publishOnSample(context: Context): Promise<void> {
  const changes = [to(context.ledger.current(), 'third-party', 'tried', thirdParty('Tried', {}))];
  await publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes } });
}

const filesBeside = async (): Promise<string[]> =>
  (await readdir(dirname(place.path))).filter((name) => !name.startsWith('registry.db')).sort();

const triggersOf = async ({ database }: Context): Promise<unknown[]> =>
  (
    await database.client.execute(
      "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    )
  ).rows.map((row) => ({ ...row }));

describe('a sample is left behind', () => {
  test('for an empty register of one’s own, with a copy of all of it beside the database', async () => {
    const context = await withSample();
    const { member } = await inviteStaff(context, {
      actor: STAFF,
      name: 'Ada',
      email: 'ada@example.com',
      role: 'admin',
    });
    const editions = context.ledger.current().notices.length;
    const copy = await setAsideSample(context, STAFF);
    expect(await filesBeside()).toEqual(['registry.sample-2026-11-22.db']);
    expect(context.ledger.current().notices).toEqual([]);
    expect(context.ledger.isSample()).toBe(false);
    expect(await originOf(context.database.orm)).toBe('own');
    expect(await context.database.orm.select({ id: staff.id }).from(staff)).toEqual([{ id: member.id }]);
    const kept = await start(`file:${copy}`);
    expect(kept.ledger.current().notices).toHaveLength(editions);
    expect(await originOf(kept.database.orm)).toBe('sample:smarttrackers');
  });

  test('in which edition 1 can be published, and no sample is ever loaded again', async () => {
    const context = await withSample();
    await setAsideSample(context, STAFF);
    expect(await loadSampleIfEmpty(context)).toBeUndefined();
    expect(await publishBaseline(context)).toMatchObject({ edition: 1 });
    const restarted = await start();
    expect(restarted.ledger.current()).toEqual(context.ledger.current());
    expect(restarted.ledger.isSample()).toBe(false);
  });

  test('with an audit row that says of which ledger, by whom, and the audit log before it', async () => {
    const context = await withSample();
    const last = context.ledger.current().notices.at(-1);
    await setAsideSample(context, STAFF);
    const rows = await context.database.orm.select().from(auditLog);
    expect(rows.filter(({ action }) => action === 'notice.published')).toHaveLength(last?.edition ?? 0);
    const [row] = rows.filter(({ action }) => action === 'sample.set-aside');
    expect(row).toMatchObject({ actorKind: 'staff', actorId: STAFF.id, subject: 'register' });
    expect(JSON.parse(row?.before ?? '')).toEqual({
      editions: last?.edition,
      hash: last?.hash,
      register: last?.register,
    });
  });

  test('and every trigger is back, word for word, and bites', async () => {
    const context = await withSample();
    const before = await triggersOf(context);
    await setAsideSample(context, STAFF);
    expect(await triggersOf(context)).toEqual(before);
    await publishBaseline(context);
    const { client } = context.database;
    for (const statement of [
      'DELETE FROM ledger',
      "UPDATE ledger SET payload = '{}'",
      'INSERT OR REPLACE INTO ledger SELECT * FROM ledger',
      "UPDATE setting SET value = 'sample:again' WHERE key = 'origin'",
      "DELETE FROM setting WHERE key = 'origin'",
      "INSERT OR REPLACE INTO setting VALUES ('origin', 'sample:again')",
      'DELETE FROM audit_log',
    ])
      await expect(client.execute(statement), statement).rejects.toThrow(/ledger:|setting:|audit_log:/);
    expect(context.ledger.current().notices).toHaveLength(1);
  });

  test('with its drafts discarded, which can still be read, and what was noted about its third parties', async () => {
    const context = await withSample();
    const begun = await beginDraft(context, {
      actor: STAFF,
      key: 'a-key-of-a-form-that-was-sent',
      title: 'Tried',
      content: { kind: 'changes', changes: [] },
    });
    await context.database.orm.insert(dossier).values({
      thirdParty: 'heroku',
      version: 1,
      contract: 'signed',
      updatedAt: '2026-11-22T10:00:00.000Z',
    });
    await setAsideSample(context, STAFF);
    const { orm } = context.database;
    expect(await orm.select().from(draft)).toMatchObject([
      { id: begun.id, state: 'discarded', title: 'Tried' },
    ]);
    expect(await orm.select().from(draftStep).where(eq(draftStep.step, 'discarded'))).toMatchObject([
      { draft: begun.id, actorId: STAFF.id, version: 1 },
    ]);
    expect(await orm.select().from(dossier)).toEqual([]);
  });

  test('once, of several who ask at the same moment', async () => {
    const context = await withSample();
    const other = await start();
    const results = await Promise.allSettled([
      setAsideSample(context, STAFF),
      setAsideSample(other, STAFF),
      setAsideSample(context, STAFF),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    // Whoever lost leaves no copy.
    expect(await filesBeside()).toHaveLength(1);
  });

  test('under a copy that only those may read who may read the database', async () => {
    const context = await withSample();
    chmodSync(place.path, 0o600);
    const copy = await setAsideSample(context, STAFF);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });
});

describe('another process on the same file', () => {
  test('serves the new register whole after its next look, never a mix', async () => {
    const context = await withSample();
    const other = await start();
    const editions = other.ledger.current().notices.length;
    await setAsideSample(context, STAFF);
    expect(other.ledger.current().notices).toHaveLength(editions);
    await other.ledger.refresh();
    expect(other.ledger.current().notices).toEqual([]);
    expect(other.ledger.isSample()).toBe(false);
  });

  test('does so too when the new register is longer by then than the sample was', async () => {
    const context = await withSample();
    const other = await start();
    await setAsideSample(context, STAFF);
    await publishBaseline(context);
    for (let index = 0; index < 8; index++) await publishAnother(context, `host-${String(index)}`);
    await other.ledger.refresh();
    expect(other.ledger.current()).toEqual(context.ledger.current());
    expect(other.ledger.version()).toBe(context.ledger.version());
  });

  test('publishes the first edition of the new register without having looked', async () => {
    const context = await withSample();
    const other = await start();
    await setAsideSample(context, STAFF);
    await other.ledger.refresh();
    expect(await publishBaseline(other)).toMatchObject({ edition: 1 });
    await context.ledger.refresh();
    expect(context.ledger.current()).toEqual(other.ledger.current());
  });

  test('adopts no notice of the sample after it is gone', async () => {
    const context = await withSample();
    const last = context.ledger.current().notices.at(-1);
    await setAsideSample(context, STAFF);
    if (last) context.ledger.adopt(last);
    expect(context.ledger.current().notices).toEqual([]);
  });

  test('takes nothing over when the new ledger does not verify', async () => {
    const context = await withSample();
    const other = await start();
    const editions = other.ledger.current().notices.length;
    await setAsideSample(context, STAFF);
    await publishBaseline(context);
    await context.database.client.executeMultiple(
      `DROP TRIGGER ledger_update; UPDATE ledger SET payload = replace(payload, 'Hosting', 'Selling')`,
    );
    await expect(other.ledger.refresh()).rejects.toMatchObject({ code: 'damaged' });
    expect(other.ledger.current().notices).toHaveLength(editions);
  });

  test('takes a part of the sample for damage', async () => {
    const context = await withSample();
    const other = await openLedger({ database: context.database, log: context.log, lookEvery: 1_000_000 });
    ends.push(() => other.close());
    const editions = other.current().notices.length;
    await context.database.client.executeMultiple(
      `DROP TRIGGER ledger_delete; DELETE FROM ledger WHERE edition = ${String(editions)}`,
    );
    await expect(other.refresh()).rejects.toMatchObject({ code: 'damaged' });
    expect(other.current().notices).toHaveLength(editions);
  });
});

describe('a sample stays', () => {
  test('when staff published something on it', async () => {
    const context = await withSample();
    await publishOnSample(context);
    await expect(setAsideSample(context, STAFF)).rejects.toMatchObject({ reason: 'published-since' });
    expect(await filesBeside()).toEqual([]);
    expect(context.ledger.isSample()).toBe(true);
  });

  test('when a text of it was redacted', async () => {
    const context = await withSample();
    const text = Object.values(
      [...context.ledger.current().notices].flatMap(({ reason }) => (reason ? [reason] : []))[0] ?? {},
    )[0];
    await redact(context, { actor: STAFF, text: text ?? '' });
    await expect(setAsideSample(context, STAFF)).rejects.toMatchObject({ reason: 'published-since' });
  });

  test('when it is no sample but a register of one’s own, whatever anyone wants', async () => {
    const context = await start();
    await publishBaseline(context);
    await expect(setAsideSample(context, STAFF)).rejects.toMatchObject({ reason: 'no-sample' });
    expect(context.ledger.current().notices).toHaveLength(1);
  });

  test('when something is published between the copy and the end', async () => {
    const context = await withSample();
    const other = await start();
    const { database } = context;
    const racing: Context = {
      ...context,
      database: {
        ...context.database,
        write: async (work) => {
          await publishOnSample(other);
          return database.write(work);
        },
      },
    };
    await expect(setAsideSample(racing, STAFF)).rejects.toMatchObject({ reason: 'changed-meanwhile' });
    expect(await filesBeside()).toEqual([]);
    expect(context.ledger.isSample()).toBe(true);
  });

  test('with all its triggers, when the transaction fails at its end', async () => {
    const context = await withSample();
    const before = await triggersOf(context);
    const editions = context.ledger.current().notices.length;
    const { database } = context;
    const failing: Context = {
      ...context,
      database: {
        ...context.database,
        write: (work) =>
          database.write(async (transaction) => {
            await work(transaction);
            throw new Error('The disk is full.');
          }),
      },
    };
    await expect(setAsideSample(failing, STAFF)).rejects.toThrow('The disk is full.');
    expect(await triggersOf(context)).toEqual(before);
    await context.ledger.refresh();
    expect(context.ledger.current().notices).toHaveLength(editions);
    expect(await filesBeside()).toEqual([]);
  });

  test('when its database is on a server, of which no copy can be kept', async () => {
    const remote = await makePlace('a libSQL server');
    ends.push(remote.remove);
    const context = await start(remote.url);
    await loadSample(context, 'smarttrackers');
    await expect(setAsideSample(context, STAFF)).rejects.toMatchObject({ reason: 'on-a-server' });
    expect(context.ledger.isSample()).toBe(true);
  });
});

test('a copy never takes the place of another file', async () => {
  const context = await withSample();
  const taken = await openDatabase({
    url: place.url.replace('registry.db', 'registry.sample-2026-11-22.db'),
  });
  await taken.close();
  const copy = await setAsideSample(context, STAFF);
  expect(copy).toMatch(/registry\.sample-2026-11-22-2\.db$/);
  expect(existsSync(copy)).toBe(true);
});
