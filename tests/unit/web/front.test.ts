import { afterEach, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { RegistryError } from '../../../src/errors.ts';
import type { Organisation } from '../../../src/domain/subjects/organisation.ts';
import { ORGANISATION_STATE, processing, thirdParty } from '../../support/register.ts';
import { ask } from './support/ask.ts';
import { echo, startStand, type Stand, type StandOptions } from './support/stand.ts';

let stands: Stand[] = [];

async function start(options?: StandOptions): Promise<Stand> {
  const stand = await startStand(options);
  stands.push(stand);
  return stand;
}

afterEach(async () => {
  await Promise.all(stands.map((stand) => stand.close()));
  stands = [];
});

describe('a page', () => {
  it('is rendered once and sent from memory from then on', async () => {
    const { url, rendered } = await start();
    const [first, second] = [await ask(url, '/'), await ask(url, '/')];
    expect(first.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(rendered).toHaveLength(1);
  });

  it('is rendered once for all who ask for it at the same time', async () => {
    const { url, rendered } = await start();
    await Promise.all(Array.from({ length: 20 }, () => ask(url, '/changes')));
    expect(rendered).toHaveLength(1);
  });

  it('is the same page however its query is written', async () => {
    const { url, rendered } = await start();
    const written = [
      '/?scope=websites&scope=application&q=mail',
      '/?q=mail&scope=application&scope=websites&x=1',
    ];
    const again = '/?scope=application&scope=websites&scope=application&q=%20mail%20&on=&utm_source=y';
    for (const path of [...written, again]) expect((await ask(url, path)).status).toBe(200);
    expect(rendered.map(({ page }) => page)).toEqual(['/?q=mail&scope=application&scope=websites']);
  });

  it('exists once for every language, and knows which is asked for', async () => {
    const { url, rendered } = await start();
    await ask(url, '/third-parties/sentry');
    await ask(url, '/nl/third-parties/sentry?on=2026-02-01');
    expect(rendered).toMatchObject([
      { page: '/third-parties/sentry', language: 'en' },
      { page: '/third-parties/sentry?on=2026-02-01', language: 'nl', query: { on: '2026-02-01' } },
    ]);
  });

  it('is made anew when a notice is published', async () => {
    const { url, rendered, register } = await start();
    await ask(url, '/');
    const heroku = thirdParty('Heroku', { p1: processing() });
    register.publish({ changes: [register.to('third-party', 'heroku', heroku)] });
    await ask(url, '/');
    expect(rendered).toHaveLength(2);
  });

  it('is made anew at midnight where the organisation is, and not an instant before', async () => {
    const stand = await start();
    await ask(stand.url, '/');
    stand.now = Temporal.Instant.from('2026-03-01T22:59:59.999Z');
    await ask(stand.url, '/');
    expect(stand.rendered).toHaveLength(1);
    stand.now = Temporal.Instant.from('2026-03-01T23:00:00Z');
    await ask(stand.url, '/');
    expect(stand.rendered.map(({ today }) => today)).toEqual(['2026-03-01', '2026-03-02']);
  });

  it('never tells half of one edition and half of the next', async () => {
    let publish: (() => void) | undefined;
    const stand = await start({
      render: (asked) => {
        const editions = stand.register.ledger.notices.length;
        publish?.();
        publish = undefined;
        return new Response(
          `${String(editions)} ${String(stand.register.ledger.notices.length)} ${asked.page}`,
        );
      },
    });
    const { register } = stand;
    publish = () => {
      const heroku = thirdParty('Heroku', { p1: processing() });
      register.publish({ changes: [register.to('third-party', 'heroku', heroku)] });
    };
    expect((await ask(stand.url, '/')).text).toBe('3 3 /');
  });

  it('that was in the making when another language came to the root is not kept for it', async () => {
    let publish: (() => void) | undefined;
    const stand = await start({
      render: (asked) => {
        publish?.();
        publish = undefined;
        return echo(asked);
      },
    });
    const { register, url } = stand;
    publish = () => {
      const dutch: Organisation = { ...ORGANISATION_STATE, defaultLanguage: 'nl' };
      register.publish({ changes: [register.to('organisation', 'organisation', dutch)] });
    };
    await ask(url, '/');
    expect((await ask(url, '/')).text).toContain('"language":"nl"');
    expect((await ask(url, '/nl/')).headers.location).toBe('/');
  });

  it('is the same for whoever brings a cookie, and costs no page more', async () => {
    const { url, rendered } = await start();
    const first = await ask(url, '/');
    for (const cookie of ['registry.session_token=forged', '__Host-registry.session_token=x.y', 'a=b']) {
      const told = await ask(url, '/', { headers: { cookie } });
      expect([told.headers['cache-control'], told.headers.etag]).toEqual([
        'public, no-cache',
        first.headers.etag,
      ]);
    }
    expect(rendered).toHaveLength(1);
  });
});

describe('what is sent', () => {
  it('is packed as the reader likes it best', async () => {
    const { url } = await start();
    const plain = await ask(url, '/');
    for (const [accepted, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0.1, gzip;q=0.5, *;q=0', 'gzip'],
      ['identity, gzip;q=0.5', undefined],
      ['zstd', undefined],
      ['*', 'br'],
      ['br;q=0', undefined],
      ['', undefined],
      [';;;,q=,gzip;q=x', undefined],
    ] as const) {
      const told = await ask(url, '/', { headers: { 'accept-encoding': accepted } });
      expect([accepted, told.headers['content-encoding']]).toEqual([accepted, coding]);
      expect(told.text).toBe(plain.text);
      expect(told.headers.vary).toBe('Accept-Encoding');
    }
  });

  it('is refused to who accepts no form of it', async () => {
    const { url } = await start();
    for (const accepted of ['identity;q=0', '*;q=0', 'zstd, *;q=0'])
      expect((await ask(url, '/', { headers: { 'accept-encoding': accepted } })).status).toBe(406);
  });

  it('has a tag for the very bytes, another in each form, and is not sent to who names it', async () => {
    const { url } = await start();
    const forms = await Promise.all(
      ['identity', 'gzip', 'br'].map((accepted) =>
        ask(url, '/', { headers: { 'accept-encoding': accepted } }),
      ),
    );
    const tags = forms.map(({ headers }) => String(headers.etag));
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}"$/);
    const tag = tags[1] ?? '';
    for (const named of [tag, `W/${tag}`, `"a", ${tag}`, `"a",W/${tag},"b"`, '*']) {
      const told = await ask(url, '/', { headers: { 'accept-encoding': 'gzip', 'if-none-match': named } });
      expect([named, told.status, told.body.length, told.headers.etag]).toEqual([named, 304, 0, tag]);
      expect(told.headers['cache-control']).toBe('public, no-cache');
      expect(told.headers['content-security-policy']).toBeDefined();
    }
    for (const named of ['"a"', tag.slice(1, -1), `x${tag.slice(1)}`, '', 'W/"', tags[0] ?? '']) {
      const told = await ask(url, '/', { headers: { 'accept-encoding': 'gzip', 'if-none-match': named } });
      expect([named, told.status]).toEqual([named, 200]);
    }
  });

  it('has the same headers for HEAD, and no body', async () => {
    const { url } = await start();
    const whole = await ask(url, '/', { headers: { 'accept-encoding': 'gzip' } });
    const head = await ask(url, '/', { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    const named = { 'accept-encoding': 'gzip', 'if-none-match': String(whole.headers.etag) };
    const known = await ask(url, '/', { method: 'HEAD', headers: named });
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
    expect(known.status).toBe(304);
  });

  it('is dated by the newest notice where only notices change it', async () => {
    const { url } = await start();
    const feed = await ask(url, '/feed.xml');
    const date = 'Tue, 10 Feb 2026 11:00:00 GMT';
    expect(feed.headers['last-modified']).toBe(date);
    expect((await ask(url, '/ledger.jsonl')).headers['last-modified']).toBe(date);
    for (const path of ['/', '/subprocessors.json', '/print.css'])
      expect((await ask(url, path)).headers['last-modified']).toBeUndefined();
    const since = async (headers: Record<string, string>) =>
      (await ask(url, '/feed.xml', { headers })).status;
    expect(await since({ 'if-modified-since': date })).toBe(304);
    expect(await since({ 'if-modified-since': 'Tue, 10 Feb 2026 10:59:59 GMT' })).toBe(200);
    expect(await since({ 'if-modified-since': 'next week' })).toBe(200);
    expect(await since({ 'if-modified-since': date, 'if-none-match': '"other"' })).toBe(200);
  });

  it('may be read by other origins where it is data', async () => {
    const { url } = await start();
    const json = await ask(url, '/subprocessors.json');
    expect(json.headers['access-control-allow-origin']).toBe('*');
    expect(json.headers['cross-origin-resource-policy']).toBe('cross-origin');
    const preflight = await ask(url, '/subprocessors.json?on=2026-01-01', { method: 'OPTIONS' });
    expect([
      preflight.status,
      preflight.headers.allow,
      preflight.headers['access-control-allow-methods'],
    ]).toEqual([204, 'GET, HEAD, OPTIONS', 'GET, HEAD']);
    expect((await ask(url, '/')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await ask(url, '/', { method: 'OPTIONS' })).status).toBe(405);
  });

  it('is a file of the build for ever when its name says what is in it', async () => {
    const { url } = await start();
    const named = await ask(url, '/_astro/page.B1x2.css', { headers: { 'accept-encoding': 'br' } });
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect([named.headers['content-encoding'], named.headers.etag]).toEqual(['br', expect.any(String)]);
    expect((await ask(url, '/print.css?v=1')).headers['cache-control']).toBe('public, no-cache');
  });

  it('asks browsers to come back by TLS where readers come by TLS', async () => {
    const { url } = await start({ publicUrl: 'https://register.example.com' });
    expect((await ask(url, '/')).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await ask((await start()).url, '/')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('what is not there', () => {
  it('is told on a page that helps, in the language of the address', async () => {
    const { url, rendered } = await start();
    const told = await ask(url, '/nl/nothing/here');
    expect([told.status, told.headers['cache-control']]).toEqual([404, 'no-store']);
    expect(rendered).toMatchObject([{ page: '/404', language: 'nl', problem: { status: 404 } }]);
  });

  it('names the third party or the edition that was asked for', async () => {
    const { url, rendered } = await start();
    for (const path of ['/third-parties/unknown', '/changes/9', '/changes/0', '/changes/01'])
      expect((await ask(url, path)).status).toBe(404);
    const told = rendered.map(({ problem }) => problem?.message);
    expect(told).toEqual([
      'en 404 third-party unknown',
      'en 404 edition 9',
      'en 404 edition 0',
      'en 404 edition 01',
    ]);
  });

  it('costs one page, however many addresses are tried, and nothing is kept of them', async () => {
    const { url, rendered, front } = await start();
    for (let n = 0; n < 50; n += 1) expect((await ask(url, `/try-${String(n)}`)).status).toBe(404);
    expect(rendered).toHaveLength(1);
    expect(front.cacheSize).toBe(0);
  });

  it('is also what a page finds not to be there', async () => {
    const { url, rendered } = await start({
      render: (asked) => {
        if (asked.page.startsWith('/changes?')) throw new RegistryError('not-found', []);
        return echo(asked);
      },
    });
    expect((await ask(url, '/changes?page=99')).status).toBe(404);
    expect(rendered.at(-1)?.page).toBe('/404');
  });

  it('may be said by the page itself', async () => {
    const { url, front } = await start({ render: () => new Response('not here', { status: 404 }) });
    const told = await ask(url, '/about');
    expect([told.status, told.text, told.headers['cache-control']]).toEqual([404, 'not here', 'no-store']);
    expect(front.cacheSize).toBe(0);
  });
});

describe('a query that asks for what cannot be', () => {
  it.each([
    ['/?on=2026-02-30', 'on', 'day'],
    ['/?on=yesterday', 'on', 'day'],
    ['/?edition=3', 'edition', 'edition'],
    ['/?edition=0', 'edition', 'edition'],
    ['/?since=1e3', 'since', 'edition'],
    ['/?since=2&edition=1', 'since', 'edition'],
    ['/?country=ZZ', 'country', 'unknown'],
    ['/?on=2026-01-01&on=2026-01-02', 'on', 'repeated'],
    ['/?scope=nowhere', 'scope', 'unknown'],
    ['/?country=Holland', 'country', 'unknown'],
    ['/?country=nl', 'country', 'unknown'],
    ['/?role=owner', 'role', 'unknown'],
    [`/?q=${'x'.repeat(201)}`, 'q', 'too-long'],
    ['/?q=%00', 'q', 'text'],
    ['/?q=%ff', 'q', 'text'],
    ['/changes?page=0', 'page', 'page'],
    ['/changes?month=2026-13', 'month', 'month'],
    ['/changes?class=needs-notice&class=told', 'class', 'repeated'],
  ])('%s is told so on a page: %s, %s', async (path, parameter, fault) => {
    const { url, rendered } = await start();
    const told = await ask(url, path);
    expect([told.status, told.headers['cache-control']]).toEqual([400, 'no-store']);
    expect(rendered).toMatchObject([{ page: '/400', problem: { status: 400, parameter } }]);
    expect(rendered[0]?.problem?.message).toContain(`400 ${parameter} ${fault}`);
  });

  it('is told so in text where a file was asked for', async () => {
    const { url, rendered } = await start();
    const told = await ask(url, '/feed.xml?language=fr');
    expect([told.status, told.headers['content-type'], told.text]).toEqual([
      400,
      'text/plain; charset=utf-8',
      'en 400 language unknown en,nl\n',
    ]);
    expect(rendered).toHaveLength(0);
  });

  it('is told so in text when the page that helps cannot be made', async () => {
    const stand = await start({ render: () => Promise.reject(new Error('broken page')) });
    const told = await ask(stand.url, '/?on=x');
    expect([told.status, told.text]).toEqual([400, 'en 400 on day\n']);
    expect(stand.events).toMatchObject([{ event: 'problem-page-failed', level: 'error' }]);
  });
});

describe('one address for each thing', () => {
  it.each([
    ['/changes/', '/changes'],
    ['/en/', '/'],
    ['/en', '/'],
    ['/en/changes', '/changes'],
    ['/nl', '/nl/'],
    ['/nl/changes/?page=2', '/nl/changes?page=2'],
    ['/third-parties/sentry/', '/third-parties/sentry'],
    ['/feed.xml/', '/feed.xml'],
    ['/%66eed.xml', '/feed.xml'],
    ['/en/third-parties/sentry/?on=2026-01-01', '/third-parties/sentry?on=2026-01-01'],
  ])('%s has moved to %s', async (path, to) => {
    const { url } = await start();
    const told = await ask(url, path);
    expect([told.status, told.headers.location]).toEqual([301, to]);
  });

  it.each([
    ['//evil.example/'],
    ['//evil.example/..'],
    ['/en//evil.example/'],
    ['/nl//'],
    ['/%2f%2fevil.example/'],
    ['/%2fevil.example/changes/'],
    ['/changes//'],
    ['/..//evil.example/'],
    ['/changes/..'],
    ['/%2e%2e/changes'],
    ['/./changes'],
    ['/changes%2f1'],
    ['/fr/changes'],
    ['/nl/feed.xml'],
    ['/en/feed.xml'],
    ['/Changes'],
    ['/changes/1.'],
  ])('%s leads nowhere', async (path) => {
    const { url } = await start();
    const told = await ask(url, path);
    expect([told.status, told.headers.location]).toEqual([404, undefined]);
  });

  it.each([['/%00'], ['/%'], ['/%zz'], ['/%ff'], ['/\\evil.example'], ['/%0d%0aset-cookie:x'], ['/#']])(
    '%s is no address',
    async (path) => {
      const { url } = await start();
      const told = await ask(url, path);
      expect([told.status, told.headers.location]).toEqual([400, undefined]);
    },
  );

  it('gives files their language by parameter, and the default one no second address', async () => {
    const { url, rendered } = await start();
    for (const path of ['/feed.xml', '/feed.xml?language=en', '/feed.xml?language=nl']) await ask(url, path);
    expect(rendered).toMatchObject([
      { page: '/feed.xml', language: 'en' },
      { page: '/feed.xml?language=nl', language: 'nl' },
    ]);
  });
});

describe('a fault', () => {
  it('is logged once under an id that the answer names, and tells the reader nothing else', async () => {
    const { url, events } = await start({ render: () => Promise.reject(new Error('a secret of ours')) });
    const told = await ask(url, '/');
    expect(told.status).toBe(500);
    expect(told.headers['cache-control']).toBe('no-store');
    expect(told.headers['content-security-policy']).toBeDefined();
    expect(told.text).not.toContain('secret');
    const id = /written down as ([0-9a-f]{12})\./.exec(told.text)?.[1];
    expect(events).toMatchObject([
      { event: 'request-failed', level: 'error', id, error: { message: 'a secret of ours' } },
    ]);
  });

  it('is also an answer that says so itself', async () => {
    const { url, events } = await start({ render: () => new Response('at line 3', { status: 500 }) });
    expect((await ask(url, '/')).text).not.toContain('line');
    expect(events).toHaveLength(1);
  });

  it('is not kept: the next reader gets the page', async () => {
    let broken = true;
    const { url } = await start({
      render: (asked) => (broken ? Promise.reject(new Error('for now')) : echo(asked)),
    });
    expect((await ask(url, '/')).status).toBe(500);
    broken = false;
    expect((await ask(url, '/')).status).toBe(200);
  });
});

describe('the health of the server', () => {
  it('is up while it runs and ready while the database answers', async () => {
    let answers = true;
    const { url } = await start({ isReady: () => Promise.resolve(answers) });
    const ready = await ask(url, '/readyz');
    expect([ready.status, ready.headers['cache-control']]).toEqual([200, 'no-store']);
    answers = false;
    expect((await ask(url, '/readyz')).status).toBe(503);
    const up = await ask(url, '/healthz', { headers: { 'if-none-match': '*' } });
    expect([up.status, up.headers.etag]).toEqual([200, undefined]);
  });

  it('is not ready when asking the database fails', async () => {
    const { url } = await start({ isReady: () => Promise.reject(new Error('gone')) });
    expect((await ask(url, '/readyz')).status).toBe(503);
  });
});
