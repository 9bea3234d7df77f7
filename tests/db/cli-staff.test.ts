import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellFirstAdminLink } from '../../src/cli/first-admin.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import { closeContext, createContext, type Context } from '../../src/context.ts';
import { createLog } from '../../src/log.ts';
import { listStaff } from '../../src/staff/list-staff.ts';
import { openLink, redeemLink } from '../../src/staff/redeem-link.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-22T10:00:00Z') };
const LINK = /https:\/\/subprocessors\.example\.com\/admin\/link\/([A-Za-z0-9_-]{43})/;

let folder: string;
let server: Context;
let logged: string[];

/** A running server stands on the same file all the while. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry cli staff '));
  logged = [];
  const log = createLog({ level: 'info', clock, write: (line) => void logged.push(line) });
  server = await createContext({ configuration: parseConfiguration(environment()), clock, log });
});

afterEach(async () => {
  await closeContext(server);
  await rm(folder, { recursive: true });
});

const environment = () => ({
  DATABASE_URL: `file:${join(folder, 'registry.db')}`,
  PUBLIC_URL: 'https://subprocessors.example.com',
});

async function run(...args: string[]): Promise<{ status: number; out: string; error: string }> {
  const said = { out: '', error: '' };
  const status = await runCommandLine(['staff', ...args], {
    environment: environment(),
    folder,
    clock,
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
    input: () => Promise.resolve(''),
  });
  return { status, ...said };
}

const add = (name: string, role: string) =>
  run('add', '--email', `${name}@Example.com`, '--name', name, '--role', role);

async function addActive(name: string, role: string): Promise<void> {
  const { out } = await add(name, role);
  await redeemLink(server, { token: tokenIn(out), password: 'four words nobody guesses' });
}

function tokenIn(text: string): string {
  return LINK.exec(text)?.[1] ?? '';
}

describe('staff add', () => {
  it('puts somebody on the staff and prints a link that sets the password', async () => {
    const { status, out, error } = await add('Ada', 'admin');
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out).toContain('Ada is on the staff as admin.');
    expect(await openLink(server, tokenIn(out))).toMatchObject({
      purpose: 'invitation',
      member: { email: 'ada@example.com', role: 'admin' },
    });
  });

  it.each([
    [
      'an address somebody has',
      ['--email', 'ada@example.com', '--name', 'Ada', '--role', 'viewer'],
      1,
      'has this address',
    ],
    [
      'what is no address',
      ['--email', 'ada', '--name', 'Ada', '--role', 'viewer'],
      1,
      'ada is no e-mail address.',
    ],
    [
      'a name of two lines',
      ['--email', 'b@example.com', '--name', 'a\nb', '--role', 'viewer'],
      1,
      'A name is one line',
    ],
    [
      'what is no role',
      ['--email', 'b@example.com', '--name', 'B', '--role', 'king'],
      2,
      'king is no role. There is: viewer,',
    ],
    ['nobody', ['--email', 'b@example.com'], 2, "required option '--name <name>'"],
  ])('refuses %s', async (_, args, status, error) => {
    await add('Ada', 'admin');
    const ran = await run('add', ...args);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.error).toContain(error);
    expect(await listStaff(server)).toHaveLength(1);
  });
});

describe('staff list', () => {
  it('prints a table, or JSON with a line each', async () => {
    expect((await run('list')).out).toContain('Nobody is on the staff.');
    await addActive('Ada', 'admin');
    await add('Edwina', 'editor');
    const { status, out } = await run('list');
    expect(status).toBe(0);
    expect(out.split('\n')).toEqual([
      'name    address             role    state    second factor',
      'Ada     ada@example.com     admin   active   no',
      'Edwina  edwina@example.com  editor  invited  no',
      '',
    ]);
    const lines = (await run('list', '--json')).out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { name: 'Ada', role: 'admin', state: 'active' },
      { name: 'Edwina', role: 'editor', state: 'invited' },
    ]);
  });

  it('makes no database where there is none', async () => {
    expect(await run('list', '--database', 'file:no/where.db')).toMatchObject({ status: 1, out: '' });
  });
});

describe('staff link', () => {
  it('prints a new link for somebody, by address in any case, and ends the one before', async () => {
    const { out: first } = await add('Ada', 'admin');
    const { status, out } = await run('link', 'ADA@example.com');
    expect(status).toBe(0);
    expect(await openLink(server, tokenIn(first))).toBeUndefined();
    expect(await openLink(server, tokenIn(out))).toBeDefined();
  });

  it('prints the link of the first admin as long as there is none', async () => {
    const { status, out } = await run('link', '--first');
    expect(status).toBe(0);
    expect(await openLink(server, tokenIn(out))).toMatchObject({ purpose: 'first-admin' });
    await add('Ada', 'admin');
    expect(await run('link', '--first')).toMatchObject({ status: 1, out: '' });
    expect(await openLink(server, tokenIn(out))).toBeUndefined();
  });

  it.each([
    [['nobody@example.com'], 1, 'Nobody on the staff has the address nobody@example.com.'],
    [[], 2, 'Give an address, or --first'],
    [['ada@example.com', '--first'], 2, 'Give an address, or --first'],
  ])('with %j is refused', async (args, status, error) => {
    const ran = await run('link', ...args);
    expect(ran).toMatchObject({ status, out: '' });
    expect(ran.error).toContain(error);
  });
});

describe('staff remove', () => {
  it('takes somebody off the staff, but never the last admin', async () => {
    await addActive('Ada', 'admin');
    await addActive('Ed', 'editor');
    expect(await run('remove', 'ed@example.com')).toMatchObject({ status: 0, error: '' });
    const refused = await run('remove', 'ada@example.com');
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.error).toContain('last admin');
    expect((await listStaff(server)).map(({ state }) => state)).toEqual(['active', 'removed']);
    expect((await run('list')).out).not.toContain('Ed');
  });
});

describe('a server that starts', () => {
  const output = (isTTY: boolean) => {
    const said: string[] = [];
    return { isTTY, write: (text: string) => void said.push(text), said };
  };

  it('tells a terminal the link of the first admin, in a sentence', async () => {
    const terminal = output(true);
    await tellFirstAdminLink(server, terminal);
    expect(terminal.said.join('')).toMatch(/^\nThere is no admin yet\./);
    expect(await openLink(server, tokenIn(terminal.said.join('')))).toBeDefined();
    expect(logged).toEqual([]);
  });

  it('tells whoever collects events, as one', async () => {
    const pipe = output(false);
    await tellFirstAdminLink(server, pipe);
    expect(pipe.said).toEqual([]);
    expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { event: 'first-admin-link', address: expect.stringMatching(LINK) as string },
    ]);
  });

  it('makes no link that nobody would read, and leaves the one there is', async () => {
    const { out } = await run('link', '--first');
    const silent = createLog({ level: 'warn', clock, write: (line) => void logged.push(line) });
    await tellFirstAdminLink({ ...server, log: silent }, output(false));
    expect(logged).toEqual([]);
    expect(await openLink(server, tokenIn(out))).toBeDefined();
  });

  it('tells nothing once somebody is, or was invited to be, an admin', async () => {
    await add('Ada', 'admin');
    const terminal = output(true);
    await tellFirstAdminLink(server, terminal);
    expect([...terminal.said, ...logged]).toEqual([]);
  });
});
