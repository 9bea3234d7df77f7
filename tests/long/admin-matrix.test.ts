import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { systemClock } from '../../src/clock.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { STAFF_ROLES, type StaffRole } from '../../src/staff/roles.ts';
import { ADMIN_ROUTES, type AdminRoute, type Need } from '../../src/web/admin/admin-routes.ts';
import { newStaff, signedInAs } from '../support/staff.ts';
import { startStaffSite, type StaffSite } from '../support/staff-site.ts';
import { ask, type Told } from '../unit/web/support/ask.ts';

type Actor = 'nobody' | StaffRole;
const ACTORS: readonly Actor[] = ['nobody', ...STAFF_ROLES];

let site: StaffSite;
/** What stands in addresses in place of what is in brackets, by the parameter's name; things that are there. */
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  site = await startStaffSite();
  const { member } = await signedInAs(site.context, 'editor', 'The drafter');
  const colleague = await newStaff(site.context, 'viewer', 'A colleague');
  const draft = await beginDraft(site.context, {
    actor: { kind: 'staff', id: member.id },
    key: randomUUID(),
    title: 'A draft',
    content: { kind: 'changes', changes: [] },
  });
  things = {
    draft: draft.id,
    staff: colleague.id,
    edition: '2',
    vendor: 'adyen',
    token: 'x'.repeat(43),
    rest: 'callback/oidc',
  };
});

afterAll(async () => {
  await site.close();
});

function addressOf({ path }: AdminRoute): string {
  return path.replace(/\[(?:\.{3})?(\w+)\]/g, (_all, name: string) =>
    name === 'id' ? (path.includes('/scopes/') ? 'application' : 'amazon-s3') : (things[name] ?? 'missing'),
  );
}

/** Signs somebody of the role in, anew for each request: what one request does must not change who sends the next. */
async function cookieOf(actor: Actor, confirmedBefore = 0): Promise<string> {
  if (actor === 'nobody') return '';
  const clock = { now: () => systemClock.now().subtract({ minutes: confirmedBefore }) };
  return (await signedInAs({ ...site.context, clock }, actor)).cookie;
}

function read(route: AdminRoute, cookie: string, prefix = ''): Promise<Told> {
  return ask(site.url, prefix + addressOf(route), { headers: { cookie } });
}

function send(
  route: AdminRoute,
  cookie: string,
  action: string,
  headers: Readonly<Record<string, string | undefined>> = {},
): Promise<Told> {
  const all: Readonly<Record<string, string | undefined>> = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: site.url,
    cookie,
    ...headers,
  };
  const sent = Object.entries(all).filter(([, value]) => value !== undefined);
  return ask(site.url, addressOf(route), {
    method: 'POST',
    headers: Object.fromEntries(sent),
    body: new URLSearchParams({ action }).toString(),
  });
}

/** Where the gate sends those who have to be somewhere else first. */
function askedFirst(route: AdminRoute, prefix = ''): readonly string[] {
  const page = addressOf(route);
  const next = new URLSearchParams({ next: page }).toString();
  const signIn = page === '/admin' ? '' : `?${next}`;
  return [`${prefix}/admin/sign-in${signIn}`, `${prefix}/admin/confirm?${next}`];
}

type Standing = 'let in' | 'sign in' | 'refused';

/** What the table says: told here in other words than in the gate, so that a mistake in one shows. */
function standing(need: Need, actor: Actor): Standing {
  if (need === 'anyone') return 'let in';
  if (actor === 'nobody') return 'sign in';
  if (need === 'member') return 'let in';
  return ACTORS.indexOf(actor) >= ACTORS.indexOf(need) ? 'let in' : 'refused';
}

/** Of a form, both what its page needs and what its action needs. */
function standingOf(route: AdminRoute, action: string, actor: Actor): Standing {
  const page = standing(route.get, actor);
  return page === 'let in' ? standing(route.actions?.[action] ?? 'admin', actor) : page;
}

const rows = ADMIN_ROUTES.map((route) => ({ path: route.path, route }));
const withActions = rows.filter(({ route }) => route.actions !== undefined);

describe.each(rows)('$path', ({ route }) => {
  it.each(ACTORS)('is read by %s as the table says', async (actor) => {
    for (const prefix of ['', '/nl']) {
      const { status, headers } = await read(route, await cookieOf(actor), prefix);
      expect(headers['cache-control']).toContain('no-store');
      switch (standing(route.get, actor)) {
        case 'let in':
          expect([200, 303, 404]).toContain(status);
          expect(askedFirst(route, prefix)).not.toContain(headers.location);
          break;
        case 'sign in':
          expect([status, askedFirst(route, prefix)]).toEqual([
            303,
            expect.arrayContaining([headers.location]),
          ]);
          break;
        case 'refused':
          expect(status).toBe(403);
      }
    }
  });

  it('answers no other method', async () => {
    const cookie = await cookieOf('admin');
    const methods = route.actions ? 'GET, HEAD, POST' : 'GET, HEAD';
    for (const method of [
      'PUT',
      'DELETE',
      'PATCH',
      'OPTIONS',
      'PROPFIND',
      ...(route.actions ? [] : ['POST']),
    ]) {
      const told = await ask(site.url, addressOf(route), { method, headers: { cookie, origin: site.url } });
      expect([method, told.status, told.headers.allow]).toEqual([method, 405, methods]);
    }
  });
});

describe.each(withActions)('a form sent to $path', ({ route }) => {
  const actions = Object.keys(route.actions ?? {});

  it.each(ACTORS)('by %s does what the table allows', async (actor) => {
    for (const action of actions) {
      const { status, headers, text } = await send(route, await cookieOf(actor), action);
      const got = { action, status };
      switch (standingOf(route, action, actor)) {
        case 'let in':
          expect([200, 303, 400, 404, 409], `${action}: ${text.slice(0, 200)}`).toContain(status);
          expect(askedFirst(route)).not.toContain(headers.location);
          break;
        case 'sign in':
          expect(got).toEqual({ action, status: 401 });
          break;
        case 'refused':
          expect(got).toEqual({ action, status: 403 });
      }
    }
  });

  it('is refused when it does not say that it comes from one of our pages', async () => {
    const [action = ''] = actions;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      { origin: undefined },
      { origin: undefined, 'sec-fetch-site': 'same-site' },
      { origin: undefined, 'sec-fetch-site': 'none' },
    ])
      expect([headers, (await send(route, await cookieOf('admin'), action, headers)).status]).toEqual([
        headers,
        403,
      ]);
  });

  it('is refused when it is no form, or asks for what the page does not do', async () => {
    const least = Object.values(route.actions ?? {}).includes('anyone') ? 'nobody' : 'admin';
    const status = async (action: string, headers?: Readonly<Record<string, string>>) =>
      (await send(route, await cookieOf(least), action, headers)).status;
    for (const type of [
      'application/json',
      'text/plain',
      '',
      'application/x-www-form-urlencoded; charset=utf-7',
    ])
      expect([type, await status(actions[0] ?? '', { 'content-type': type })]).toEqual([type, 415]);
    for (const action of ['', 'no-such-action', '__proto__', 'toString', ' ', actions.join(',') + 'x'])
      expect([action, await status(action)]).toEqual([action, 400]);
  });
});

describe.each(rows.filter(({ route }) => route.fresh))('$path', ({ route }) => {
  it('asks anew who it is, of everybody who may do it', async () => {
    for (const role of STAFF_ROLES)
      for (const deed of route.fresh ?? []) {
        const cookie = await cookieOf(role, 16);
        const told = deed === 'get' ? await read(route, cookie) : await send(route, cookie, deed);
        const may = deed === 'get' ? standing(route.get, role) : standingOf(route, deed, role);
        const to = askedFirst(route)[1];
        expect({ role, deed, status: told.status, to: told.headers.location }).toEqual({
          role,
          deed,
          status: may === 'let in' ? 303 : 403,
          to: may === 'let in' ? to : undefined,
        });
      }
  });
});

describe('a session', () => {
  it('that is over, forged or of nobody any more lets nobody in', async () => {
    const { cookie } = await signedInAs(site.context, 'admin');
    const [name = '', value = ''] = cookie.split('=');
    const old = await signedInAs(
      { ...site.context, clock: { now: () => Temporal.Now.instant().subtract({ hours: 13 }) } },
      'admin',
    );
    const [token = ''] = decodeURIComponent(value).split('.');
    for (const forged of [
      old.cookie,
      `${name}=`,
      `${name}=${token}`,
      `${name}=${encodeURIComponent(`${token}.${'A'.repeat(43)}=`)}`,
      `${name}=${encodeURIComponent(`${token}x.${decodeURIComponent(value).split('.')[1] ?? ''}`)}`,
      `__Host-${cookie}`,
      `${name}=%`,
    ]) {
      const told = await ask(site.url, '/admin', { headers: { cookie: forged } });
      expect([forged, told.status, told.headers.location]).toEqual([forged, 303, '/admin/sign-in']);
    }
    expect((await ask(site.url, '/admin', { headers: { cookie } })).status).toBe(200);
  });
});
