import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../db/client.ts';
import { systemClock } from '../../src/clock.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import { signedInAs } from '../support/staff.ts';
import { canariesIn, columnsWithoutCanary, plant, privateColumns } from './support/canaries.ts';
import { ask, OPEN_TO_ANYONE, publicAnswers, type Answer } from './support/public-bytes.ts';
import { startRegistry, stopRegistry, type Registry } from './support/registry.ts';

let folder: string;
let running: Registry | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-canary-'));
});
test.afterEach(async () => {
  if (running) await stopRegistry(running);
  await rm(folder, { recursive: true });
});

// The same at every start, whatever port is free: links are then the same bytes.
const PUBLIC_URL = 'http://registry.example';

async function start(): Promise<Registry> {
  running = await startRegistry(folder, { PUBLIC_URL, LOG_LEVEL: 'debug' });
  return running;
}

/** Where a canary was seen, and in which column it sits. */
function sightings(answers: readonly Answer[], canaries: ReadonlyMap<string, string>): string[] {
  return answers.flatMap(({ address, head, body }) => {
    const bytes = `${head}\n${body}`.toLowerCase();
    return [...canaries].flatMap(([canary, place]) =>
      bytes.includes(canary.toLowerCase()) ? [`${place} at ${address}`] : [],
    );
  });
}

function differing(one: readonly Answer[], other: readonly Answer[]): string[] {
  const others = new Map(other.map((answer) => [answer.address, answer]));
  const changed = one.filter(({ address, head, body }) => {
    const answer = others.get(address);
    return answer?.head !== head || answer.body !== body;
  });
  const met = new Set(one.map(({ address }) => address));
  return [...changed, ...other.filter(({ address }) => !met.has(address))].map(({ address }) => address);
}

test('nothing that staff keep is in any public byte, whoever asks', async () => {
  test.setTimeout(180_000);
  const url = `file:${folder}/registry.db`;

  const before = await start();
  const unplanted = await publicAnswers({ url: before.url, publicUrl: PUBLIC_URL });
  await stopRegistry(before);
  expect(unplanted.length).toBeGreaterThan(500);

  const database: Database = await openDatabase({ url });
  const columns = await privateColumns(database);
  expect(columnsWithoutCanary(columns), 'columns of text without a canary').toEqual([]);
  await plant(database);
  const configuration = parseConfiguration({ DATABASE_URL: url, PUBLIC_URL });
  const admin = await signedInAs({ clock: systemClock, configuration, database }, 'admin', 'canary admin');
  await database.close();
  const canaries = canariesIn(columns);
  canaries.set(admin.member.id, 'staff.id').set('canary admin', 'staff.name');
  canaries.set(admin.member.email, 'staff.email');

  const after = await start();
  const logged: string[] = [];
  after.process.stdout?.on('data', (words: Buffer) => logged.push(words.toString()));
  const planted = await publicAnswers({ url: after.url, publicUrl: PUBLIC_URL });
  const signedIn = await publicAnswers({ url: after.url, publicUrl: PUBLIC_URL, cookie: admin.cookie });
  const open = await Promise.all(OPEN_TO_ANYONE.map((address) => ask(after.url, address)));
  const seen = await ask(after.url, '/admin/third-parties/amazon-s3/dossier', admin.cookie);
  await stopRegistry(after);

  // Where staff look for it, it is there: the crawl below would otherwise prove nothing.
  expect(seen.body).toContain('canary-dossier-notes');
  for (const answers of [planted, signedIn, open]) expect(sightings(answers, canaries)).toEqual([]);
  const log = [{ address: 'the log', head: '', body: logged.join('') }];
  expect(sightings(log, canaries)).toEqual([]);
  expect(differing(unplanted, planted), 'answers that what staff keep has changed').toEqual([]);
  expect(differing(unplanted, signedIn), 'answers that the cookie of an admin has changed').toEqual([]);
});
