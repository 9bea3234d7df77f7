import { Temporal } from 'temporal-polyfill';
import { loadContent } from '../../../../src/content.ts';
import { wordsFor } from '../../../../src/language/words.ts';
import { createLog, type Facts } from '../../../../src/log.ts';
import type { SignedIn } from '../../../../src/staff/staff-member.ts';
import { isFresh } from '../../../../src/staff/session-limits.ts';
import { clientAddressBehind } from '../../../../src/web/client-address.ts';
import { Entry } from '../../../../src/web/entry.ts';
import { Front } from '../../../../src/web/front.ts';
import { closeServer, createHttpServer, listen } from '../../../../src/web/http-server.ts';
import type { Asked } from '../../../../src/web/render.ts';
import { OWN_HEADERS, securityHeaders } from '../../../../src/web/security-headers.ts';
import type { Site } from '../../../../src/web/site.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../../support/register.ts';

export interface Event extends Facts {
  readonly event: string;
  readonly level: string;
}

/** A front over a register of its own, served on a free port, with a page in place of the pages. */
export interface Stand {
  readonly url: string;
  readonly port: number;
  readonly front: Front;
  readonly register: TestRegister;
  /** What was rendered, oldest first. */
  readonly rendered: Asked[];
  /** What was logged. */
  readonly events: Event[];
  /** Where the clock stands; setting it moves it. */
  now: Temporal.Instant;
  close(): Promise<void>;
}

export type StandRender = (asked: Asked) => Response | Promise<Response>;

export interface StandOptions {
  readonly render?: StandRender;
  readonly publicUrl?: string;
  readonly isReady?: () => Promise<boolean>;
  /** Who is at the other end, by the cookie of the request. */
  readonly staff?: Readonly<Record<string, SignedIn>>;
  /** Whether everybody without a second factor owes one. */
  readonly secondFactorOwed?: boolean;
  readonly trustProxy?: readonly string[];
}

const content = loadContent();

/** A page long enough to be packed, that says what it was asked for. */
export function echo(asked: Asked): Response {
  const said = JSON.stringify({
    page: asked.page,
    language: asked.language,
    query: asked.query,
    today: asked.today,
  });
  const problem = asked.problem ? `<h1>${String(asked.problem.status)}</h1>` : '';
  const body = `<!doctype html><title>A page</title>${problem}<p>${said}</p>${'<p>The same words again.</p>'.repeat(40)}`;
  return new Response(body, { headers: { 'content-type': 'text/html' } });
}

function exampleRegister(): TestRegister {
  const register = registerWith({
    sentry: thirdParty('Sentry', { p1: processing() }),
    mailchimp: thirdParty('Mailchimp', { p1: processing({ scope: 'websites', role: 'processor' }) }),
  });
  register.goTo('2026-02-10');
  const plan = thirdParty('Postmark', { p1: processing() });
  register.publish({ changes: [register.to('third-party', 'postmark', plan)], effectiveOn: '2026-04-01' });
  return register;
}

function exampleFiles(): Map<string, Entry> {
  const headers = [...securityHeaders('http://127.0.0.1'), ...OWN_HEADERS];
  const style = (cacheControl: string): Entry =>
    new Entry({
      status: 200,
      contentType: 'text/css; charset=utf-8',
      body: Buffer.from('p { margin: 0 }\n'.repeat(40)),
      cacheControl,
      headers,
    });
  return new Map([
    ['/_astro/page.B1x2.css', style('public, max-age=31536000, immutable')],
    ['/print.css', style('public, no-cache')],
  ]);
}

export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const register = exampleRegister();
  const rendered: Asked[] = [];
  const events: Event[] = [];
  const publicUrl = options.publicUrl ?? 'http://127.0.0.1';
  const stand = { now: Temporal.Instant.from('2026-03-01T12:00:00Z') };
  const clock = { now: () => stand.now };
  const site: Site = {
    publicUrl,
    clock,
    ledger: { current: () => register.ledger, version: () => String(register.ledger.notices.length) },
    look: { version: () => 0 },
    content: {
      messages: new Map([
        ['en', {}],
        ['nl', {}],
      ]),
      vocabularies: { data: new Map([['email-address', {}]]) },
    },
    log: createLog({ level: 'info', clock, write: (line) => events.push(JSON.parse(line) as Event) }),
    render: async (asked) => {
      rendered.push(asked);
      return (options.render ?? echo)(asked);
    },
    files: exampleFiles(),
    isReady: options.isReady ?? (() => Promise.resolve(true)),
    explain: ({ status, query, missing }, language) =>
      [language, status, query?.parameter, query?.fault, query?.values.join(), missing?.missing, missing?.id]
        .filter((word) => word !== undefined && word !== '')
        .join(' '),
    words: (language) => wordsFor(content, language),
    doorkeeper: {
      signedInBy: (headers) => Promise.resolve(options.staff?.[headers.get('cookie') ?? '']),
      secondFactorOwed: (member) =>
        Promise.resolve((options.secondFactorOwed ?? false) && !member.hasSecondFactor),
      isFresh: ({ session }) => isFresh({ session }, stand.now),
    },
    clientAddress: clientAddressBehind(options.trustProxy ?? []),
  };
  const front = new Front(site);
  const server = createHttpServer(front.handle, securityHeaders(publicUrl));
  const port = await listen(server, '127.0.0.1', 0);
  return Object.assign(stand, {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    front,
    register,
    rendered,
    events,
    close: () => closeServer(server),
  });
}
