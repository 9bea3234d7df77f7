import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { dossier as dossierTable } from '../../db/schema/dossier.ts';
import { staff } from '../../db/schema/staff.ts';
import type { DossierValues } from '../../src/dossier/dossier.ts';
import { listDossiers, readDossier, thirdPartiesWithoutContract } from '../../src/dossier/read-dossier.ts';
import { saveDossier, type SaveDossier } from '../../src/dossier/save-dossier.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { discardDraft } from '../../src/drafts/discard-draft.ts';
import { processing, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { publishBaseline, STAFF, startContext, to, type TestContext } from './support/register.ts';

const bench = useBench();

const OWNER = '019c1880-0000-7000-8000-00000000b001';

const WHOLE: DossierValues = {
  owner: OWNER,
  nextReview: '2026-06-01',
  contract: 'signed',
  contractNote: 'In the vault.',
  contactPerson: 'Jane Roe',
  assessmentOn: '2026-01-05',
  assessmentOutcome: 'Encrypted with keys of our own.',
  assessmentNextOn: '2027-01-05',
  notes: 'Line one.\nLine two.',
};

describe.each(PLACES)('a dossier on %s', (kind) => {
  async function start(): Promise<TestContext> {
    const { url } = await bench.place(kind);
    const context = await startContext(url);
    bench.afterwards(() => context.close());
    await publishBaseline(context);
    const at = new Date(context.clock.now().epochMilliseconds);
    const person = { name: 'Olga Owner', email: 'olga@example.com', state: 'active' as const };
    await context.database.orm.insert(staff).values({ id: OWNER, ...person, createdAt: at, updatedAt: at });
    return context;
  }

  function save(context: TestContext, changed: Partial<SaveDossier> = {}) {
    return saveDossier(context, {
      actor: STAFF,
      thirdParty: 'first-host',
      version: 0,
      values: WHOLE,
      ...changed,
    });
  }

  async function audited({ database }: TestContext) {
    const [row] = await database.orm
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'dossier.saved'))
      .orderBy(desc(auditLog.id));
    return row;
  }

  test('is empty, of version 0 and with an unknown contract, until something is saved', async () => {
    const { database } = await start();
    expect(await readDossier(database.orm, 'first-host')).toEqual({
      thirdParty: 'first-host',
      version: 0,
      values: { contract: 'unknown' },
    });
    expect([...(await thirdPartiesWithoutContract(database.orm))]).toEqual([]);
    expect([...(await listDossiers(database.orm))]).toEqual([]);
  });

  test('is read as it was saved', async () => {
    const context = await start();
    const saved = await save(context);
    expect(saved).toEqual({
      thirdParty: 'first-host',
      version: 1,
      values: WHOLE,
      updatedAt: '2026-01-10T11:00:00.000Z',
    });
    expect(await readDossier(context.database.orm, 'first-host')).toEqual(saved);
    expect([...(await thirdPartiesWithoutContract(context.database.orm))]).toEqual([]);
    expect([...(await listDossiers(context.database.orm)).keys()]).toEqual(['first-host']);
  });

  test('forgets what is no longer stated', async () => {
    const context = await start();
    await save(context);
    const saved = await save(context, { version: 1, values: { contract: 'none' } });
    expect(saved).toMatchObject({ version: 2, values: { contract: 'none' } });
    expect((await readDossier(context.database.orm, 'first-host')).values).toEqual({ contract: 'none' });
  });

  test('leaves in the audit log which fields changed, days and the contract, never text or people', async () => {
    const context = await start();
    await save(context);
    const first = await audited(context);
    expect(first).toMatchObject({ actorId: STAFF.id, subject: 'third-party:first-host' });
    expect(JSON.parse(first?.before ?? '')).toEqual({
      assessmentNextOn: null,
      assessmentOn: null,
      contract: 'unknown',
      nextReview: null,
    });
    expect(JSON.parse(first?.after ?? '')).toEqual({
      assessmentNextOn: '2027-01-05',
      assessmentOn: '2026-01-05',
      contract: 'signed',
      nextReview: '2026-06-01',
      fields: Object.keys(WHOLE),
    });
    await save(context, { version: 1, values: { ...WHOLE, contactPerson: 'John Doe' } });
    const rows = await context.database.orm.select().from(auditLog);
    const second = rows.find(({ after }) => after === '{"fields":["contactPerson"]}');
    expect(second?.before).toBe('{}');
    for (const text of ['Jane', 'John', 'vault', 'Encrypted', 'Line one', OWNER])
      expect(JSON.stringify(rows)).not.toContain(text);
  });

  test('writes nothing when nothing changed, so that a second click does nothing', async () => {
    const context = await start();
    await save(context);
    expect(await save(context)).toMatchObject({ version: 1 });
    expect(await save(context, { version: 1 })).toMatchObject({ version: 1 });
    const rows = await context.database.orm.select().from(auditLog);
    expect(rows.filter(({ action }) => action === 'dossier.saved')).toHaveLength(1);
  });

  test('refuses who comes second, and keeps what the first saved', async () => {
    const context = await start();
    await save(context);
    await expect(save(context, { values: { ...WHOLE, notes: 'Mine.' } })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await readDossier(context.database.orm, 'first-host')).values).toEqual(WHOLE);
  });

  test('of two that are saved at the same moment, one is refused', async () => {
    const context = await start();
    const outcomes = await Promise.allSettled([
      save(context, { values: { ...WHOLE, notes: 'One.' } }),
      save(context, { values: { ...WHOLE, notes: 'Other.' } }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row, ...others] = await context.database.orm.select().from(dossierTable);
    expect(others).toEqual([]);
    expect(row?.version).toBe(1);
  });

  test('is refused for a third party of which nobody has heard, and for an owner who is no colleague', async () => {
    const context = await start();
    await expect(save(context, { thirdParty: 'nobody' })).rejects.toMatchObject({ code: 'not-found' });
    const stranger = { ...WHOLE, owner: STAFF.id };
    await expect(save(context, { values: stranger })).rejects.toMatchObject({ code: 'invalid' });
    await context.database.orm.update(staff).set({ state: 'removed' }).where(eq(staff.id, OWNER));
    await expect(save(context)).rejects.toMatchObject({ code: 'invalid' });
    expect(await context.database.orm.select().from(dossierTable)).toEqual([]);
  });

  test('keeps an owner who has been removed since', async () => {
    const context = await start();
    await save(context);
    await context.database.orm.update(staff).set({ state: 'removed' }).where(eq(staff.id, OWNER));
    const saved = await save(context, { version: 1, values: { ...WHOLE, notes: 'More.' } });
    expect(saved.values).toMatchObject({ owner: OWNER, notes: 'More.' });
  });

  test('can be kept of a third party that is only in a draft, and stays when the draft is gone', async () => {
    const context = await start();
    const state = thirdParty('Next Host', { p1: processing() });
    const draft = await beginDraft(context, {
      actor: STAFF,
      key: 'a-draft-of-next-host',
      title: 'Next Host',
      content: {
        kind: 'changes',
        changes: [to(context.ledger.current(), 'third-party', 'next-host', state)].map(
          ({ subject, fields }) => ({ subject, fields: [...fields] }),
        ),
      },
    });
    const values: DossierValues = { contract: 'none' };
    expect(await save(context, { thirdParty: 'next-host', values })).toMatchObject({ version: 1 });
    expect([...(await thirdPartiesWithoutContract(context.database.orm))]).toEqual(['next-host']);
    await discardDraft(context, { actor: STAFF, draft: draft.id, version: draft.version });
    const kept = await save(context, { thirdParty: 'next-host', version: 1, values: { contract: 'signed' } });
    expect(kept).toMatchObject({ version: 2 });
  });
});
