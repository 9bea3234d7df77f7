import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../db/schema/draft.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Clock } from '../../src/clock.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import { closeContext, createContext, type Context } from '../../src/context.ts';
import type { LedgerRow } from '../../src/domain/chain.ts';
import { canonical } from '../../src/domain/json.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import { renderLedgerLines } from '../../src/exports/ledger-lines.ts';
import { createLog } from '../../src/log.ts';
import { loadSample } from '../../src/sample/load-sample.ts';
import { originOf } from '../../src/register/origin.ts';
import { digest, FIRST_LINK, link } from '../../src/domain/chain.ts';

const clock: Clock = { now: () => Temporal.Instant.from('2026-11-22T10:00:00Z') };
const TODAY = '2026-11-22';

let folder: string;
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry cli '));
  ends.push(() => rm(folder, { recursive: true }));
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const url = (name = 'registry.db'): string => `file:${join(folder, name)}`;
const file = (name: string): string => join(folder, name);

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command in the folder of the test, on its database, with nothing or a text at standard input. */
async function run(
  args: readonly string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<Ran> {
  const said = { out: '', error: '' };
  const status = await runCommandLine(args, {
    environment: { DATABASE_URL: url(), PUBLIC_URL: 'https://subprocessors.example.com', ...environment },
    folder,
    clock,
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
    input: () => Promise.resolve(input),
  });
  return { status, ...said };
}

async function open(name?: string): Promise<Context> {
  const configuration = parseConfiguration({ DATABASE_URL: url(name) });
  const context = await createContext({ configuration, clock, log: createLog({ level: 'silent', clock }) });
  let open = true;
  const close = async () => {
    if (open) await closeContext(context);
    open = false;
  };
  ends.push(close);
  return context;
}

/** Reads something of the database, and closes it again. */
async function look<T>(read: (context: Context) => T | Promise<T>, name?: string): Promise<T> {
  const context = await open(name);
  try {
    return await read(context);
  } finally {
    await ends.pop()?.();
  }
}

const withSample = (name?: string) => look((context) => loadSample(context, 'smarttrackers'), name);

const byHand = {
  schemaVersion: '1',
  organisation: {
    name: 'Mine B.V.',
    timeZone: 'Europe/Amsterdam',
    defaultLanguage: 'nl',
    noticePeriod: 'P30D',
    objectionPeriod: 'P14D',
  },
  scopes: [{ id: 'app', name: { nl: 'App' }, capacity: 'processor' }],
  thirdParties: [
    {
      id: 'heroku',
      kind: 'service',
      name: { und: 'Heroku' },
      processings: [{ id: 'p1', scope: 'app', role: 'subprocessor', data: [{ term: 'email-address' }] }],
    },
  ],
};

async function writeByHand(changed: object = {}): Promise<void> {
  await writeFile(file('mine.json'), JSON.stringify({ ...byHand, ...changed }, null, 2));
}

describe('new', () => {
  it('begins an empty register, into which no sample is ever loaded', async () => {
    expect(await run(['new'])).toMatchObject({ status: 0, error: '' });
    expect(await look(({ database }) => originOf(database.orm))).toBe('own');
    expect(await run(['new'])).toMatchObject({ status: 0 });
  });

  it('begins one from an export, in a file of its own', async () => {
    await withSample();
    expect(await run(['export', '--output', 'sample.json'])).toEqual({ status: 0, out: '', error: '' });
    const begun = await run(['new', '--from', 'sample.json', '--database', url('mine.db')]);
    expect(begun).toMatchObject({ status: 0, error: '' });
    expect(begun.out).toContain('Published edition 1, in effect from 2026-11-22');
    expect(begun.out).toContain('planned for');
    expect(begun.out).toContain('its publisher and history are invented');
    expect(begun.out).toContain(`Start it with: DATABASE_URL=${url('mine.db')} npm start`);
    const registers = await Promise.all(
      [undefined, 'mine.db'].map((name) => look(({ ledger }) => registerOn(ledger.current(), TODAY), name)),
    );
    expect(registers[1]).toEqual(registers[0]);
  });

  it('leaves a sample alone and says the ways out', async () => {
    await withSample();
    const { status, error } = await run(['new']);
    expect(status).toBe(1);
    expect(error).toContain('holds a sample. Nothing was changed.');
    expect(error).toContain('npm run registry -- new --database file:data/mine.db');
    expect(error).toContain('npm run registry -- new --replace-sample');
  });

  it('puts a sample aside when told to, and keeps its file under a dated name', async () => {
    await withSample();
    const { status, out } = await run(['new', '--replace-sample']);
    expect(status).toBe(0);
    expect(out).toContain(file('registry.sample-2026-11-22.db'));
    expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(0);
    expect(await look(({ ledger }) => ledger.isSample(), 'registry.sample-2026-11-22.db')).toBe(true);
  });

  it('does not take a sample from under a server that has it open', async () => {
    await withSample();
    await open();
    const { status, error } = await run(['new', '--replace-sample']);
    expect(status).toBe(1);
    expect(error).toContain('Stop the server first');
    expect(await readdir(folder)).toContain('registry.db');
  });

  it('refuses a database that has a register of its own, whatever it is told', async () => {
    await writeByHand();
    await run(['new', '--from', 'mine.json']);
    for (const args of [['new'], ['new', '--replace-sample'], ['new', '--from', 'mine.json']]) {
      const { status, error } = await run(args);
      expect(status).toBe(1);
      expect(error).toContain('holds a register of 1 edition. Nothing was changed.');
    }
  });

  it('changes nothing when the file it is to begin from is wrong', async () => {
    await withSample();
    await writeByHand({ scopes: [] });
    const { status, error } = await run(['new', '--from', 'mine.json', '--replace-sample']);
    expect(status).toBe(1);
    expect(error).toContain('mine.json:');
    expect(error).toContain('/thirdParties/0');
    expect(await look(({ ledger }) => ledger.isSample())).toBe(true);
  });
});

describe('export', () => {
  it('writes to standard output what the address of the file answers', async () => {
    await withSample();
    const { status, out } = await run(['export', '--edition', '2', '--on', '2026-10-01']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://subprocessors.example.com/schema/subprocessors-1.json',
      edition: 2,
      on: '2026-10-01',
      sample: true,
    });
  });

  it.each([
    ['a day that is none', ['--on', '2026-02-30'], 2, 'is no day'],
    ['an edition that is none', ['--edition', 'two'], 2, 'is no edition'],
    ['an edition that does not exist', ['--edition', '99'], 1, 'There is no edition 99. The last one is 6.'],
    ['a folder that does not exist', ['--output', 'no/where.json'], 1, 'cannot be written'],
  ])('refuses %s', async (_name, args, status, error) => {
    await withSample();
    const ran = await run(['export', ...args]);
    expect(ran.status).toBe(status);
    expect(ran.error).toContain(error);
  });

  it('leaves no half of a file where it cannot write', async () => {
    await withSample();
    await run(['export', '--output', '.']);
    expect((await readdir(folder)).filter((name) => !name.startsWith('registry.db'))).toEqual([]);
  });

  it('makes no database where there is none', async () => {
    const { status, error } = await run(['export']);
    expect(status).toBe(1);
    expect(error).toContain('There is no database at');
    expect(existsSync(file('registry.db'))).toBe(false);
  });

  it('says so when there is nothing to export', async () => {
    await run(['new']);
    expect(await run(['export'])).toMatchObject({ status: 1, out: '' });
  });
});

describe('import', () => {
  it('publishes a file as the first edition', async () => {
    await writeByHand();
    expect(await run(['import', 'mine.json'])).toEqual({
      status: 0,
      out: 'Published edition 1, in effect from 2026-11-22: Mine B.V., 1 scope, 1 third party in use.\n',
      error: '',
    });
    expect(await look(({ database }) => originOf(database.orm))).toBe('own');
  });

  it('reads standard input', async () => {
    expect(await run(['import', '-'], JSON.stringify(byHand))).toMatchObject({ status: 0 });
  });

  it('only plans when told to, and names what is not stated', async () => {
    await writeByHand();
    const { status, out } = await run(['import', 'mine.json', '--plan']);
    expect(status).toBe(0);
    expect(out).toContain('Would publish edition 1');
    expect(out).toContain('  heroku/processings/p1/retention');
    expect(out).toContain('Nothing was written.');
    expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(0);
  });

  it('names every problem with its line, its column and its place in the file', async () => {
    await writeByHand({
      thirdParties: [{ ...byHand.thirdParties[0], nmae: 'x', kind: 'robot' }],
    });
    const { status, error, out } = await run(['import', 'mine.json', '--plan']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(error.split('\n')).toEqual([
      expect.stringMatching(/^mine\.json:22:15 {2}\/thirdParties\/0\/kind {2}/),
      expect.stringMatching(
        /^mine\.json:38:15 {2}\/thirdParties\/0\/nmae {2}There is no field "nmae" here\.$/,
      ),
      '',
    ]);
  });

  it('names what the rules of the register forbid, in the file too', async () => {
    await writeByHand({
      thirdParties: [
        {
          ...byHand.thirdParties[0],
          engagedBy: 'nobody',
          processings: [
            { id: 'p1', scope: 'elsewhere', role: 'subprocessor', data: [{ term: 'no-such-term' }] },
          ],
        },
      ],
    });
    const { status, error } = await run(['import', 'mine.json']);
    expect(status).toBe(1);
    expect(error).toContain('There is no scope “elsewhere”');
    expect(error).toContain('There is no third party “nobody”');
    expect(error).toContain(
      '/thirdParties/0/processings/0/data/0  This value cannot be published: Not a term',
    );
    expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(0);
  });

  describe('into a register that has begun', () => {
    const renamed = { name: { und: 'Heroku Postgres' } };

    async function begun(): Promise<void> {
      await writeByHand();
      await run(['import', 'mine.json']);
    }

    const drafts = () => look(({ database }) => database.orm.select().from(draft));

    it('drafts what differs, and says where staff go on', async () => {
      await begun();
      const sentry = { ...byHand.thirdParties[0], id: 'sentry', name: { und: 'Sentry' } };
      await writeByHand({ thirdParties: [{ ...byHand.thirdParties[0], ...renamed }, sentry] });
      const { status, out, error } = await run(['import', 'mine.json']);
      expect({ status, error }).toEqual({ status: 0, error: '' });
      const [made, ...others] = await drafts();
      expect(others).toEqual([]);
      expect(made).toMatchObject({ title: 'Import of mine.json', state: 'open', version: 1 });
      expect(out).toContain('Drafted “Import of mine.json”: 2 changes');
      expect(out).toContain('  third-party/heroku: 1 field changed');
      expect(out).toContain('  third-party/sentry: new');
      expect(out).toContain(`https://subprocessors.example.com/admin/drafts/${made?.id ?? ''}`);
      expect(JSON.parse(made?.content ?? '')).toMatchObject({
        changes: [
          {
            subject: { kind: 'third-party', id: 'heroku' },
            fields: [{ field: 'name/und', before: 'Heroku', after: 'Heroku Postgres' }],
          },
          { subject: { kind: 'third-party', id: 'sentry' } },
        ],
      });
      expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(1);
    });

    it('only plans when told to', async () => {
      await begun();
      await writeByHand({ thirdParties: [{ ...byHand.thirdParties[0], ...renamed }] });
      const { status, out } = await run(['import', 'mine.json', '--plan']);
      expect(status).toBe(0);
      expect(out).toContain('Would draft 1 change');
      expect(out).toContain('Nothing was written.');
      expect(await drafts()).toEqual([]);
    });

    it('leaves third parties alone that the file lacks, unless it is said to be complete', async () => {
      await begun();
      await writeByHand({ thirdParties: [] });
      expect(await run(['import', 'mine.json'])).toMatchObject({ status: 1, out: '' });
      const { status, out } = await run(['import', 'mine.json', '--complete']);
      expect(status).toBe(0);
      expect(out).toContain('third-party/heroku: goes out of use');
      const [made] = await drafts();
      expect(made?.content).toContain('"field":"processings/p1/role"');
      expect(made?.content).not.toContain('"field":"name');
    });

    it('refuses a file that says nothing else than the register', async () => {
      await begun();
      const { status, error } = await run(['import', 'mine.json']);
      expect(status).toBe(1);
      expect(error).not.toBe('');
      expect(await drafts()).toEqual([]);
    });

    it('names what the rules forbid, at its place in the file', async () => {
      await begun();
      await writeByHand({ thirdParties: [{ ...byHand.thirdParties[0], engagedBy: 'nobody' }] });
      const { status, error } = await run(['import', 'mine.json']);
      expect(status).toBe(1);
      expect(error).toMatch(/^mine\.json:\d+:\d+ {2}\/thirdParties\/0 {2}There is no third party “nobody”/);
      expect(await drafts()).toEqual([]);
    });

    it('takes --complete for a slip where nothing has begun', async () => {
      await writeByHand();
      expect((await run(['import', 'mine.json', '--complete'])).status).toBe(2);
    });
  });

  it('refuses the database of a sample, and says so', async () => {
    await withSample();
    await writeByHand();
    const { status, error } = await run(['import', 'mine.json', '--plan']);
    expect(status).toBe(1);
    expect(error).toContain('belongs to a sample (sample:smarttrackers). Begin a register of your own');
  });

  it('refuses a file that is not there', async () => {
    expect(await run(['import', 'nowhere.json'])).toMatchObject({
      status: 1,
      error: 'nowhere.json cannot be read: there is no such file or folder.\n',
    });
  });
});

/** The rows of the sample, with their payloads changed and the chain made to fit again. */
async function forged(change: (notices: Notice[]) => void): Promise<string> {
  const rows = await look(({ ledger }) => ledger.current().notices.map(({ row }) => row));
  const notices = rows.map(({ payload }) => JSON.parse(payload) as Notice);
  change(notices);
  let previous = FIRST_LINK;
  const chained = notices.map((notice): LedgerRow => {
    const payload = canonical(notice);
    previous = link(previous, digest(payload));
    return { edition: notice.edition, hash: previous, payload };
  });
  return chained.map((row) => `${JSON.stringify(row)}\n`).join('');
}

describe('ledger verify', () => {
  const lines = () => look(({ ledger }) => renderLedgerLines(ledger.current()));

  it('verifies the database, and says what it holds', async () => {
    await withSample();
    const { register, hash } = await look(
      ({ ledger }) => ledger.current().notices[5] ?? { register: '', hash: '' },
    );
    expect(await run(['ledger', 'verify'])).toEqual({
      status: 0,
      out: `Register ${register}: 6 editions.\nHash of edition 6: ${hash}\nThe ledger verifies: it fits together. That it is the one you were shown, a hash you kept tells: --hash.\n`,
      error: '',
    });
  });

  it('verifies a file and standard input without a database', async () => {
    await withSample();
    const text = await lines();
    await writeFile(file('ledger.jsonl'), text);
    const environment = { DATABASE_URL: url('nowhere.db') };
    expect(await run(['ledger', 'verify', 'ledger.jsonl'], '', environment)).toMatchObject({
      status: 0,
      error: '',
    });
    expect(await run(['ledger', 'verify', '-'], text, environment)).toMatchObject({ status: 0, error: '' });
  });

  it('verifies an address on the web', async () => {
    await withSample();
    const text = await lines();
    const server = createServer(({ url: path }, response) => {
      response.statusCode = path === '/ledger.jsonl' ? 200 : 404;
      response.end(text);
    });
    const address = await listening(server);
    expect(await run(['ledger', 'verify', address])).toMatchObject({ status: 0, error: '' });
    expect(await run(['ledger', 'verify', `${address}/elsewhere`])).toMatchObject({ status: 1, out: '' });
  });

  it('says which edition a hash is of, or that it is of none', async () => {
    await withSample();
    const hash = await look(({ ledger }) => ledger.current().notices[3]?.hash ?? '');
    const known = await run(['ledger', 'verify', '--hash', hash.toUpperCase()]);
    expect(known).toMatchObject({ status: 0 });
    expect(known.out).toContain('The hash is that of edition 4');
    const unknown = await run(['ledger', 'verify', '--hash', '0'.repeat(64)]);
    expect(unknown).toMatchObject({ status: 1 });
    expect(unknown.error).toContain('No edition of this ledger has that hash');
    expect(await run(['ledger', 'verify', '--hash', 'abc'])).toMatchObject({ status: 2 });
  });

  it('names every row that was altered, dropped, swapped or cannot be read', async () => {
    await withSample();
    const rows = (await lines()).trimEnd().split('\n');
    const altered = rows.map((line, index) =>
      index === 1 ? line.replaceAll('Campaign Monitor', 'Someone Else') : line,
    );
    const [first = '', second = '', third = '', ...rest] = rows;
    const cases = [
      [altered, 'edition 2 has a hash that does not follow'],
      [[first, third, ...rest], 'edition 3 is not the one that follows'],
      [[first, third, second, ...rest], 'edition 3 is not the one that follows'],
      [[first, 'oops', third, ...rest], 'line 2 is not JSON'],
    ] as const;
    for (const [text, error] of cases) {
      const ran = await run(['ledger', 'verify', '-'], text.join('\n'));
      expect(ran.status).toBe(1);
      expect(ran.error).toContain('The ledger does not verify.');
      expect(ran.error).toContain(error);
    }
  });

  it('finds what a chain that fits cannot hide', async () => {
    await withSample();
    const other = '00000000-0000-4000-8000-000000000000';
    const cases: [(notices: Notice[]) => void, string][] = [
      [([, second]) => second && Object.assign(second, { register: other }), 'belongs to another register'],
      [
        ([, , third]) => third && Object.assign(third, { class: 'secret' }),
        'has a text that is no notice (class:',
      ],
      [
        ([, , third]) => third && Object.assign(third, { format: 2 }),
        'in a format that this version does not know (2)',
      ],
      [
        ([first]) => first && Object.assign(first, { publishedAt: '2030-01-01T00:00:00.000Z' }),
        'was published before',
      ],
      [
        (notices) => Object.assign(notices[3]?.changes[0]?.fields[0] ?? {}, { before: 'Somebody Inc.' }),
        'By then the register does not say what this change starts from',
      ],
      [
        (notices) => Object.assign(notices[3]?.changes[0]?.fields[0] ?? {}, { field: 'no/such/field' }),
        'no field no/such/field',
      ],
    ];
    for (const [change, error] of cases) {
      const ran = await run(['ledger', 'verify', '-'], await forged(change));
      expect(ran.status, error).toBe(1);
      expect(ran.error).toContain(error);
    }
  });

  it('tells an empty ledger from one that is not there', async () => {
    await run(['new']);
    expect(await run(['ledger', 'verify'])).toEqual({ status: 0, out: 'The ledger is empty.\n', error: '' });
    expect(await run(['ledger', 'verify', '-', '--hash', '0'.repeat(64)])).toMatchObject({ status: 1 });
    expect(await run(['ledger', 'verify', '--database', url('nowhere.db')])).toMatchObject({ status: 1 });
  });

  it('says so when the file is another kind of database', async () => {
    await writeFile(
      file('registry.db'),
      'no database at all, only text that is long enough to look like one'.repeat(20),
    );
    const { status, error } = await run(['ledger', 'verify']);
    expect(status).toBe(1);
    expect(error).not.toContain('    at ');
  });
});

describe('ledger redact', () => {
  it('only says where a text stands when it is to plan', async () => {
    await withSample();
    expect(await run(['ledger', 'redact', '--text', 'Redis Inc.', '--plan'])).toMatchObject({
      status: 0,
      out: 'Would take the text out of 1 edition (4), and announce it. Nothing was written.\n',
    });
    expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(6);
  });

  it('takes the text out, announces it, and the ledger verifies', async () => {
    await withSample();
    const redacted = await run(
      ['ledger', 'redact', '--text', '-', '--reason', 'It named a person.'],
      'Redis Inc.\n',
    );
    expect(redacted).toMatchObject({ status: 0, error: '' });
    expect(redacted.out).toContain('taken out of 1 edition (4); notice 7 announces it');
    const notice = await look(({ ledger }) => ledger.current().notices[6]);
    expect(notice).toMatchObject({ reason: { en: 'It named a person.' }, revises: { action: 'redact' } });
    expect((await run(['ledger', 'verify'])).out).toContain('Redacted: edition 4.');
    expect(await readFile(file('registry.db'), 'latin1')).not.toContain('Redis Inc.');
  });

  it.each([
    [
      'a text that is nowhere',
      ['--text', 'Nobody Knows It', '--reason', 'x'],
      1,
      'does not occur in the ledger',
    ],
    ['an id', ['--text', 'heroku', '--reason', 'x'], 1, 'cannot be taken out'],
    ['no reason', ['--text', 'Redis Inc.'], 2, '--reason'],
    ['no text', ['--reason', 'x'], 2, '--text'],
  ])('refuses %s', async (_name, args, status, error) => {
    await withSample();
    const ran = await run(['ledger', 'redact', ...args]);
    expect(ran.status).toBe(status);
    expect(ran.error).toContain(error);
    expect(await look(({ ledger }) => ledger.current().notices.length)).toBe(6);
  });
});

describe('the command line', () => {
  it('says what there is', async () => {
    const { status, out } = await run(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('Usage: npm run registry --');
    expect(out).toContain('import [options] <file>');
  });

  it.each([
    [[]],
    [['no-such-command']],
    [['new', '--no-such-option']],
    [['import']],
    [['ledger']],
    [['export', 'too', 'many']],
  ])('is used wrongly as %j', async (args) => {
    const { status, error } = await run(args);
    expect(status).toBe(2);
    expect(error).not.toBe('');
  });

  it('names every wrong setting', async () => {
    const { status, error } = await run(['export'], '', { PORT: 'x', DATABASE_URL: 'nonsense' });
    expect(status).toBe(1);
    expect(error).toContain('PORT');
    expect(error).toContain('DATABASE_URL');
  });

  it('is seen by a process that has the register open', async () => {
    await run(['new']);
    const server = await open();
    await writeByHand();
    await run(['import', 'mine.json']);
    await server.ledger.refresh();
    expect(server.ledger.current().notices).toHaveLength(1);
  });
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  );
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
