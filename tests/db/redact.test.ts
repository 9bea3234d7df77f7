import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { draft } from '../../db/schema/draft.ts';
import { draftStep } from '../../db/schema/draft-step.ts';
import { draftVersion } from '../../db/schema/draft-version.ts';
import { ledger as ledgerTable } from '../../db/schema/ledger.ts';
import { redaction } from '../../db/schema/redaction.ts';
import { setting } from '../../db/schema/setting.ts';
import { verifyChain } from '../../src/domain/chain.ts';
import { canonical } from '../../src/domain/json.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import { redactionMark } from '../../src/domain/text.ts';
import { readDraft } from '../../src/drafts/read-draft.ts';
import { saveDraft } from '../../src/drafts/save-draft.ts';
import { sendBackDraft } from '../../src/drafts/send-back-draft.ts';
import { publishNotice } from '../../src/register/publish-notice.ts';
import { redact } from '../../src/register/redact.ts';
import { processing, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { APPROVER, changesOf, EDITOR, submitted } from './support/drafts.ts';
import { PLACES, type Place } from './support/place.ts';
import {
  publishAnother,
  publishBaseline,
  STAFF,
  startContext,
  to,
  type TestContext,
} from './support/register.ts';

const bench = useBench();
const NAME = 'Jannie Voorbeeldstra';
const MARK = redactionMark('2026-03-02');
const PURPOSE = `Hosting; ask ${NAME} for details`;

describe.each(PLACES)('redacting in %s', (kind) => {
  async function slipped(): Promise<{ place: Place; context: TestContext; before: readonly string[] }> {
    const place = await bench.place(kind);
    const context = await startContext(place.url);
    bench.afterwards(() => context.close());
    await publishBaseline(context);
    await publishPurpose(context, 'second-host', PURPOSE);
    await publishAnother(context, 'third-host');
    context.clock.moveTo('2026-02-20T10:00:00Z');
    await publishPurpose(context, 'second-host', 'Hosting');
    context.clock.moveTo('2026-03-02T10:00:00Z');
    return { place, context, before: hashesOf(context) };
  }

  async function publishPurpose(context: TestContext, id: string, purpose: string): Promise<void> {
    const state = thirdParty(id, { p1: processing({ purpose: { en: purpose } }) });
    const change = to(context.ledger.current(), 'third-party', id, state);
    await publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } });
  }

  function hashesOf({ ledger }: TestContext): readonly string[] {
    return ledger.current().notices.map(({ hash }) => hash);
  }

  async function everythingIn({ database }: TestContext): Promise<string> {
    const tables = [ledgerTable, redaction, auditLog, setting, draft, draftVersion, draftStep];
    return JSON.stringify(await Promise.all(tables.map((table) => database.orm.select().from(table))));
  }

  test('takes the text out of every edition and leaves the hashes', async () => {
    const { context, before } = await slipped();
    const { editions, notice } = await redact(context, {
      actor: STAFF,
      text: NAME,
      reason: { en: 'A name slipped in.' },
    });
    expect(editions).toEqual([2, 4]);
    expect(notice).toMatchObject({ edition: 5, announcedOn: '2026-03-02', revises: { action: 'redact' } });
    expect(hashesOf(context).slice(0, 4)).toEqual(before);
    expect(verifyChain(context.ledger.current().notices.map(({ row }) => row))).toEqual([]);
    expect(await everythingIn(context)).not.toContain(NAME);
  });

  test('takes the text out of what staff drafted, its versions, titles and notes among it', async () => {
    const { context } = await slipped();
    const state = thirdParty('fourth-host', { p1: processing({ purpose: { en: PURPOSE } }) });
    const content = changesOf([to(context.ledger.current(), 'third-party', 'fourth-host', state)], {
      reason: { en: `${NAME} told us.` },
    });
    const { id, version } = await submitted(context, content);
    const deed = { draft: id, version };
    await sendBackDraft(context, { ...deed, actor: APPROVER, note: `Who is ${NAME}?` });
    await saveDraft(context, { ...deed, actor: EDITOR, title: `A host of ${NAME}`, content });
    expect(await everythingIn(context)).toContain(`Who is ${NAME}?`);
    await redact(context, { actor: STAFF, text: NAME });
    expect(await everythingIn(context)).not.toContain(NAME);
    const after = await readDraft(context, id);
    expect(after?.title).toBe(`A host of ${MARK}`);
    expect(canonical(after?.content)).toBe(canonical(content).replaceAll(NAME, MARK));
  });

  test('shows the mark wherever the text stood, at once and after a restart', async () => {
    const { context, place } = await slipped();
    await redact(context, { actor: STAFF, text: NAME });
    const restarted = await startContext(place.url);
    bench.afterwards(() => restarted.close());
    expect(canonical(restarted.ledger.current())).toBe(canonical(context.ledger.current()));
    expect(restarted.ledger.version()).toBe(context.ledger.version());
    // Added in January with 30 days of notice: on this day the text was to be read.
    const host = registerOn(context.ledger.current(), '2026-02-15', 3).thirdParties.get('second-host');
    expect(host?.processings?.['p1']?.purpose).toEqual({ en: PURPOSE.replace(NAME, MARK) });
  });

  test('tells in the audit log who did it, and does not repeat the text', async () => {
    const { context } = await slipped();
    await redact(context, { actor: STAFF, text: NAME });
    const rows = await context.database.orm.select().from(auditLog);
    expect(rows.at(-1)).toMatchObject({ action: 'ledger.redacted', actorId: STAFF.id, subject: 'edition:5' });
    expect(JSON.stringify(rows)).not.toContain(NAME);
  });

  test('changes the version, so that no page with the text is served any longer', async () => {
    const { context, place } = await slipped();
    const other = await startContext(place.url);
    bench.afterwards(() => other.close());
    const version = other.ledger.version();
    await redact(context, { actor: STAFF, text: NAME });
    await other.ledger.refresh();
    expect(other.ledger.version()).not.toBe(version);
    expect(other.ledger.version()).toBe(context.ledger.version());
    expect(canonical(other.ledger.current())).not.toContain(NAME);
  });

  test('can be done twice at one moment, in one row too', async () => {
    const { context } = await slipped();
    await redact(context, { actor: STAFF, text: 'Jannie ' });
    await redact(context, { actor: STAFF, text: 'Voorbeeldstra' });
    expect(await everythingIn(context)).not.toMatch(/Jannie|Voorbeeldstra/);
    expect(verifyChain(context.ledger.current().notices.map(({ row }) => row))).toEqual([]);
  });

  test('lets publishing go on', async () => {
    const { context } = await slipped();
    await redact(context, { actor: STAFF, text: NAME });
    expect(await publishAnother(context, 'fourth-host')).toMatchObject({ edition: 6 });
  });

  test.each([
    ['that stands nowhere', 'Somebody Else', 'nothing-found'],
    ['that is too short to be looked for', 'an', 'too-short'],
    ['that is no free text', 'email-address', 'not-free-text'],
  ])('is refused for a text %s', async (_, text, code) => {
    const { context, before } = await slipped();
    const problems = expect.arrayContaining([expect.objectContaining({ code })]) as unknown;
    await expect(redact(context, { actor: STAFF, text })).rejects.toMatchObject({
      code: 'refused',
      problems,
    });
    expect(hashesOf(context)).toEqual(before);
    expect(await context.database.orm.select().from(redaction)).toEqual([]);
  });

  test('is refused when the reason repeats the text', async () => {
    const { context } = await slipped();
    const asked = redact(context, { actor: STAFF, text: NAME, reason: { en: `${NAME} asked for it.` } });
    await expect(asked).rejects.toMatchObject({
      code: 'refused',
      problems: [{ code: 'invalid-value', at: 'reason' }],
    });
  });

  test('purges the files, or says that the server keeps them', async () => {
    const { context, place } = await slipped();
    if (kind === 'a file') expect(filesWith(NAME, place)).not.toEqual([]);
    const { purged } = await redact(context, { actor: STAFF, text: NAME });
    expect(purged).toBe(kind === 'a file' ? 'purged' : 'left-to-server');
    expect(await context.database.orm.select().from(setting)).toEqual([]);
    if (kind === 'a file') expect(filesWith(NAME, place)).toEqual([]);
    await context.close();
    if (kind === 'a file') expect(filesWith(NAME, place)).toEqual([]);
    expect(filesWith('second-host', place)).not.toEqual([]);
  });
});

describe('redacting in a file', () => {
  test('is purged at the next start when another process read an old version all the while', async () => {
    const place = await bench.place('a file');
    const context = await startContext(place.url);
    bench.afterwards(() => context.close());
    await publishBaseline(context);
    const state = thirdParty('second', { p1: processing({ purpose: { en: PURPOSE } }) });
    const change = to(context.ledger.current(), 'third-party', 'second', state);
    await publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } });
    const reader = await startContext(place.url);
    bench.afterwards(() => reader.close());
    const reading = await reader.database.client.transaction('read');
    await reading.execute('SELECT count(*) FROM ledger');
    expect(await redact(context, { actor: STAFF, text: NAME })).toMatchObject({ purged: 'due' });
    expect(context.log.events).toEqual(['redacted-text-not-purged']);
    await reading.rollback();
    await reader.close();
    await context.close();
    const restarted = await startContext(place.url);
    bench.afterwards(() => restarted.close());
    expect(restarted.log.events).toEqual([]);
    expect(await restarted.database.orm.select().from(setting)).toEqual([]);
    expect(filesWith(NAME, place)).toEqual([]);
  });
});

/** Looked at by another process: one that opens and closes the file here would drop the locks of the database. */
function filesWith(text: string, { path }: Place): string[] {
  const files = readdirSync(dirname(path)).map((name) => join(dirname(path), name));
  const { stdout, status } = spawnSync('grep', ['-la', text, ...files], { encoding: 'utf8' });
  if (status === 2) throw new Error('The files cannot be searched.');
  return stdout.split('\n').filter((line) => line !== '');
}
