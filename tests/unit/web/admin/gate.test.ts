import { afterEach, describe, expect, it } from 'vitest';
import { RegistryError } from '../../../../src/errors.ts';
import type { Asked } from '../../../../src/web/render.ts';
import { ask, type Asking, type Told } from '../support/ask.ts';
import { EVERYBODY, someone } from '../support/staff.ts';
import { startStand, type Stand, type StandOptions } from '../support/stand.ts';

let stands: Stand[] = [];

async function start(options?: StandOptions): Promise<Stand> {
  const stand = await startStand({ staff: EVERYBODY, ...options });
  stands.push(stand);
  return stand;
}

afterEach(async () => {
  await Promise.all(stands.map((stand) => stand.close()));
  stands = [];
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1' };
const DRAFT = '/admin/drafts/01900000-0000-7000-8000-00000000000a';

/** Posts a form as a browser on one of our pages does. */
function post(stand: Stand, path: string, body: string | Buffer, asking: Asking = {}): Promise<Told> {
  const headers = { ...FORM, cookie: 'admin', ...asking.headers };
  return ask(stand.url, path, { method: 'POST', headers, body });
}

function read(stand: Stand, path: string, cookie?: string): Promise<Told> {
  return ask(stand.url, path, { headers: { ...(cookie !== undefined && { cookie }) } });
}

/** What the page was handed that was made last. */
function handed({ rendered }: Stand): NonNullable<Asked['admin']> {
  const admin = rendered.at(-1)?.admin;
  if (!admin) throw new Error('No page of the admin form was made.');
  return admin;
}

describe('who is not signed in', () => {
  it('is led to sign in, and from there to the page that was asked for', async () => {
    const stand = await start();
    for (const [path, to] of [
      ['/admin', '/admin/sign-in'],
      ['/admin/drafts', '/admin/sign-in?next=%2Fadmin%2Fdrafts'],
      ['/nl/admin/drafts?state=open&x=1', '/nl/admin/sign-in?next=%2Fadmin%2Fdrafts%3Fstate%3Dopen'],
      ['/admin/sign-out', '/admin/sign-in?next=%2Fadmin%2Fsign-out'],
    ] as const) {
      const told = await read(stand, path);
      expect([path, told.status, told.headers.location]).toEqual([path, 303, to]);
      expect(told.headers['cache-control']).toBe('private, no-store');
    }
    expect(stand.rendered).toHaveLength(0);
  });

  it('is told so on a page when they send a form, so that what was typed can be sent again', async () => {
    const stand = await start();
    const told = await post(stand, '/admin/settings', 'action=save', { headers: { cookie: 'expired' } });
    expect(told.status).toBe(401);
    expect(handed(stand).problem).toMatchObject({ fault: 'signed-out', status: 401 });
  });

  it('may read and send what is for anyone', async () => {
    const stand = await start();
    expect((await read(stand, '/admin/sign-in?next=/admin/drafts')).status).toBe(200);
    expect(handed(stand)).toMatchObject({ signedIn: undefined, query: { next: '/admin/drafts' } });
    const told = await post(stand, '/admin/sign-in', 'action=sign-in&email=a%40b.example', {
      headers: { cookie: '' },
    });
    expect(told.status).toBe(200);
    expect(handed(stand).form?.value('email')).toBe('a@b.example');
  });
});

describe('who is signed in', () => {
  it('reads what their role may read', async () => {
    const stand = await start();
    expect((await read(stand, '/admin/staff', 'admin')).status).toBe(200);
    expect(handed(stand).signedIn?.member.role).toBe('admin');
    expect((await read(stand, '/admin/staff', 'approver')).status).toBe(403);
    expect(handed(stand).problem?.fault).toBe('not-allowed');
    expect((await read(stand, '/admin/drafts', 'viewer')).status).toBe(200);
  });

  it('does what their role may do, and is told when it may only read', async () => {
    const stand = await start();
    const told = async (cookie: string, action: string) =>
      (await post(stand, DRAFT, `action=${action}`, { headers: { cookie } })).status;
    expect(await told('editor', 'submit')).toBe(200);
    expect(await told('approver', 'approve')).toBe(200);
    expect(await told('editor', 'approve')).toBe(403);
    expect(handed(stand).problem?.fault).toBe('action-not-allowed');
    expect(await told('viewer', 'save')).toBe(403);
  });

  it('finds nothing where there is nothing, in the frame of staff', async () => {
    const stand = await start();
    for (const path of [
      '/admin/problem',
      '/admin/drafts/1',
      '/admin/notices/0',
      '/admin/catalog/A',
      '/nl/admin/x/y',
    ])
      expect([path, (await read(stand, path, 'viewer')).status]).toEqual([path, 404]);
    expect(handed(stand)).toMatchObject({ problem: { fault: 'not-found' }, signedIn: EVERYBODY.viewer });
  });

  it('who owes a second factor can do nothing else first', async () => {
    const stand = await start({ secondFactorOwed: true });
    const told = await read(stand, '/nl/admin/drafts', 'admin');
    expect([told.status, told.headers.location]).toEqual([303, '/nl/admin/account/second-factor']);
    expect((await post(stand, '/admin/settings', 'action=save')).headers.location).toBe(
      '/admin/account/second-factor',
    );
    expect((await read(stand, '/admin/account/second-factor', 'admin')).status).toBe(200);
    expect((await read(stand, '/admin/sign-out', 'admin')).status).toBe(200);
  });

  it('shows anew who they are before what cannot be taken back', async () => {
    const late = someone('admin', { confirmedAt: '2026-03-01T11:44:59Z' });
    const stand = await start({ staff: { late, admin: someone('admin') } });
    const publish = `${DRAFT}/publish`;
    const next = `/admin/confirm?next=${encodeURIComponent(publish)}`;
    expect((await read(stand, publish, 'late')).headers.location).toBe(next);
    const told = await post(stand, publish, 'action=publish', { headers: { cookie: 'late' } });
    expect([told.status, told.headers.location]).toEqual([303, next]);
    expect((await read(stand, '/admin/settings', 'late')).status).toBe(200);
    expect((await post(stand, publish, 'action=publish')).status).toBe(200);
  });
});

describe('a form', () => {
  it('is let in from our own pages only', async () => {
    const stand = await start();
    const status = async (headers: Record<string, string | undefined>) => {
      const { origin: _origin, ...rest } = { ...FORM, cookie: 'admin', ...headers };
      const sent = headers['origin'] === undefined ? rest : { ...rest, origin: headers['origin'] };
      const told = await ask(stand.url, '/admin/settings', {
        method: 'POST',
        headers: sent,
        body: 'action=save',
      });
      return told.status;
    };
    const own = 'http://127.0.0.1';
    expect(await status({ origin: own })).toBe(200);
    expect(await status({ origin: own, 'sec-fetch-site': 'cross-site' })).toBe(200);
    expect(await status({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      `${own}:80`,
      `${own}/`,
      'https://127.0.0.1',
      `${own}.evil.example`,
    ])
      expect([origin, await status({ origin, 'sec-fetch-site': 'same-origin' })]).toEqual([origin, 403]);
    for (const site of [undefined, 'none', 'same-site', 'cross-site'])
      expect([site, await status(site === undefined ? {} : { 'sec-fetch-site': site })]).toEqual([site, 403]);
    expect(handed(stand).problem?.fault).toBe('foreign-form');
  });

  it('from elsewhere is told to the operator, with the address that forms are accepted from', async () => {
    const stand = await start();
    await post(stand, DRAFT, 'action=save', { headers: { origin: 'https://evil.example' } });
    const told = stand.events.filter(({ event }) => event === 'form-from-elsewhere');
    expect(told).toMatchObject([{ level: 'warn', publicUrl: 'http://127.0.0.1' }]);
    expect(JSON.stringify(told)).not.toContain('evil');
  });

  it('reaches its page with its action, its argument and its fields', async () => {
    const stand = await start();
    await post(stand, DRAFT, 'action=drop+processings.p1&title=A%0D%0Ab&x=1&x=2');
    const { form } = handed(stand);
    expect([form?.action, form?.argument, form?.value('title'), form?.values('x')]).toEqual([
      'drop',
      'processings.p1',
      'A\nb',
      ['1', '2'],
    ]);
  });

  it('that is no form, or asks for what its page does not do, is told so', async () => {
    const stand = await start();
    const status = async (body: string, type?: string) =>
      (await post(stand, DRAFT, body, type === undefined ? {} : { headers: { 'content-type': type } }))
        .status;
    expect(await status('{}', 'application/json')).toBe(415);
    expect(await status('action=save', 'text/plain')).toBe(415);
    expect(await status('action=save', '')).toBe(415);
    for (const body of [
      '',
      'x=1',
      'action=',
      'action=constructor',
      'action=__proto__',
      'action=SAVE',
      'action=%ff',
    ])
      expect([body, await status(body)]).toEqual([body, 400]);
    const packed = { headers: { 'content-encoding': 'gzip' } };
    expect((await post(stand, DRAFT, 'action=save', packed)).status).toBe(415);
    expect(stand.rendered.every(({ page }) => page === '/admin/problem')).toBe(true);
  });

  it('over 1 MB is refused, and with files over 8 MB, and the answer arrives', async () => {
    const stand = await start();
    const large = `action=save&x=${'x'.repeat(1024 * 1024)}`;
    const told = await post(stand, DRAFT, large);
    expect([told.status, told.headers['cache-control']]).toEqual([413, 'private, no-store']);
    const chunked = { headers: { 'transfer-encoding': 'chunked' } };
    expect((await post(stand, DRAFT, large, chunked)).status).toBe(413);
    const type = { headers: { 'content-type': 'multipart/form-data; boundary=b' } };
    const part = (bytes: number): string =>
      `--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nkeep\r\n` +
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n${'x'.repeat(bytes)}\r\n--b--\r\n`;
    expect((await post(stand, '/admin/start', part(7 * 1024 * 1024), type)).status).toBe(200);
    expect(handed(stand).form?.file('file')?.bytes).toHaveLength(7 * 1024 * 1024);
    expect((await post(stand, '/admin/start', part(8 * 1024 * 1024), type)).status).toBe(413);
    expect((await post(stand, '/admin/settings', part(10), type)).status).toBe(400);
  });

  it('is not read before its sender is let in', async () => {
    const stand = await start();
    const large = `action=save&x=${'x'.repeat(200_000)}`;
    expect((await post(stand, DRAFT, large, { headers: { cookie: '' } })).status).toBe(401);
    expect((await post(stand, DRAFT, large, { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    );
  });

  it('is answered also where its address is written in another way', async () => {
    const stand = await start();
    expect((await post(stand, `/en${DRAFT}/`, 'action=save&title=kept')).status).toBe(200);
    expect((await read(stand, `/en${DRAFT}/`, 'admin')).headers.location).toBe(DRAFT);
  });
});

describe('an answer', () => {
  it('is kept by nobody, and tells no other host that there is such a page', async () => {
    const stand = await start();
    const told = await read(stand, '/admin/drafts', 'viewer');
    expect(told.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(told.headers['content-security-policy']).toContain("default-src 'none'");
    expect(told.headers.etag).toBeUndefined();
    expect(stand.front.cacheSize).toBe(0);
  });

  it('is made anew for each request', async () => {
    const stand = await start();
    for (let n = 0; n < 3; n += 1) await read(stand, '/admin/drafts', 'viewer');
    expect(stand.rendered).toHaveLength(3);
  });

  it('brings every cookie that its page sets', async () => {
    const stand = await start({
      render: () => {
        const headers = new Headers({ location: '/admin' });
        headers.append('set-cookie', 'a=1; Path=/');
        headers.append('set-cookie', 'b=2; Path=/');
        return new Response(null, { status: 303, headers });
      },
    });
    const told = await post(stand, '/admin/sign-in', 'action=sign-in');
    expect([told.status, told.headers.location, told.headers['set-cookie']]).toEqual([
      303,
      '/admin',
      ['a=1; Path=/', 'b=2; Path=/'],
    ]);
  });

  it('never leads to another host, but for the page that goes to the identity provider', async () => {
    const to = { location: '' };
    const stand = await start({ render: () => new Response(null, { status: 303, headers: to }) });
    const status = async (location: string, path = '/admin/sign-in') => {
      to.location = location;
      return (await read(stand, path)).status;
    };
    for (const location of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:x',
      'evil',
    ])
      expect([location, await status(location)]).toEqual([location, 500]);
    for (const location of ['/admin', '/nl/admin/drafts', 'http://127.0.0.1/admin'])
      expect([location, await status(location)]).toEqual([location, 303]);
    expect(await status('https://idp.example/', '/admin/sign-in/provider')).toBe(303);
  });

  it('to HEAD has the same headers and no body', async () => {
    const stand = await start();
    const whole = await read(stand, '/admin/drafts', 'viewer');
    const head = await ask(stand.url, '/admin/drafts', { method: 'HEAD', headers: { cookie: 'viewer' } });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  it('says what may be asked where something else was', async () => {
    const stand = await start();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      const told = await ask(stand.url, '/admin/settings', { method, headers: { cookie: 'admin' } });
      expect([method, told.status, told.headers.allow]).toEqual([method, 405, 'GET, HEAD, POST']);
    }
    const told = await post(stand, '/admin/catalog', 'action=x');
    expect([told.status, told.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('of a page that fails in a foreseen way is the page that says so', async () => {
    let error: Error = new RegistryError('not-found', []);
    const stand = await start({
      render: (asked) => {
        if (asked.page !== '/admin/problem') throw error;
        return new Response(asked.admin?.problem?.reasons.join());
      },
    });
    expect((await read(stand, '/admin/drafts', 'viewer')).status).toBe(404);
    error = new RegistryError('conflict', [{ code: 'conflict', edition: 4 }]);
    const told = await read(stand, '/admin/drafts', 'viewer');
    expect([told.status, told.text]).toEqual([409, expect.stringContaining('4')]);
    error = new RegistryError('refused', []);
    expect((await read(stand, '/admin/drafts', 'viewer')).status).toBe(400);
  });

  it('of a page that fails in another way names nothing of the fault, nor does the log name what was typed', async () => {
    const stand = await start({
      render: () => {
        throw new Error('Failed query: insert into "staff" values (?)\nparams: jane@staff.example', {
          cause: new Error('UNIQUE constraint failed: staff.email'),
        });
      },
    });
    const told = await post(stand, '/admin/staff', 'action=invite&email=jane%40staff.example');
    expect([told.status, told.headers['cache-control']]).toEqual([500, 'no-store']);
    expect(told.text).not.toContain('query');
    expect(JSON.stringify(stand.events)).not.toContain('jane');
    expect(JSON.stringify(stand.events)).toContain('UNIQUE constraint failed: staff.email');
  });

  it('is told in words when the page that says them cannot be made', async () => {
    const stand = await start({ render: () => Promise.reject(new Error('broken')) });
    const told = await read(stand, '/admin/nothing', 'viewer');
    expect([told.status, told.text]).toEqual([404, expect.stringContaining('no staff page')]);
  });
});

describe('what a page is handed', () => {
  it('is its query without what it does not know, and who asks from where', async () => {
    const stand = await start({ trustProxy: ['127.0.0.1'] });
    const headers = {
      cookie: 'viewer',
      'x-forwarded-for': '192.0.2.9, 2001:db8:1:2:3::4',
      'x-forwarded-host': 'evil.example',
    };
    await ask(stand.url, `/nl/admin/drafts?state=open&state=all&x=1&done=%00&q=${'x'.repeat(501)}`, {
      headers,
    });
    const admin = handed(stand);
    expect([admin.page, admin.query, admin.client]).toEqual([
      '/admin/drafts?state=open',
      { state: 'open' },
      '2001:db8:1:2::/64',
    ]);
    expect([...admin.headers.keys()].sort()).toEqual(['cookie', 'host']);
    expect(stand.rendered.at(-1)).toMatchObject({ page: '/admin/drafts?state=open', language: 'nl' });
  });
});
