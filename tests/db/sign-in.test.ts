import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { changePassword } from '../../src/staff/change-password.ts';
import { confirmIdentity } from '../../src/staff/confirm-identity.ts';
import { isFresh } from '../../src/staff/session-limits.ts';
import { listSessions, revokeSession, signOut, signOutEverywhere } from '../../src/staff/sessions.ts';
import { signIn } from '../../src/staff/sign-in.ts';
import { signedInBy } from '../../src/staff/signed-in-by.ts';
import type { SignedIn } from '../../src/staff/staff-member.ts';
import { newSession, newStaff, staffWithPassword } from '../support/staff.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { cookieOf, headersWith, reasonOf, signInBench, type SignInBench } from './support/sign-in.ts';

const bench = useBench();
const PASSWORD = 'correct horse battery';

interface Try {
  readonly email: string;
  readonly password?: string;
  readonly client?: string;
  readonly headers?: Headers;
}

function enter(context: SignInBench, { email, password = PASSWORD, client = '192.0.2.1', headers }: Try) {
  return signIn(context, { email, password, client, headers: headers ?? headersWith() });
}

async function signedIn(
  context: SignInBench,
  email: string,
): Promise<{ signedIn: SignedIn; headers: Headers }> {
  const headers = headersWith(cookieOf(await enter(context, { email })));
  const found = await signedInBy(context, headers);
  if (!found) throw new Error('Nobody is signed in.');
  return { signedIn: found, headers };
}

describe.each(PLACES)('signing in, on %s', (kind) => {
  it('works from password to sign-out, beside other writes', async () => {
    const secret = { AUTH_SECRET: 'a secret of thirty-two characters' };
    const context = await signInBench(bench, secret, kind);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const writes = Array.from({ length: 20 }, (_, index) => newStaff(context, 'viewer', `Viewer ${index}`));
    const [first, second] = await Promise.all([
      signedIn(context, ada.email),
      signedIn(context, ada.email),
      ...writes,
    ]);
    await signOut(context, first.signedIn);
    expect(await signedInBy(context, first.headers)).toBeUndefined();
    expect((await signedInBy(context, second.headers))?.member).toEqual(ada);
  });
});

describe('signing in', () => {
  it('does not wait for what somebody else tries twenty times at once', async () => {
    const context = await signInBench(bench);
    const { email } = await staffWithPassword(context, 'viewer', 'Ada', PASSWORD);
    const over: string[] = [];
    const guesses = Array.from({ length: 20 }, (_, guess) =>
      reasonOf(enter(context, { email: `x${guess}@staff.example`, client: '203.0.113.9' })).then((how) =>
        over.push(how),
      ),
    );
    const ada = reasonOf(enter(context, { email })).then((how) => over.push(how));
    await Promise.all([...guesses, ada]);
    expect(over.indexOf('in')).toBeLessThan(5);
  });

  it('begins a session with a cookie that scripts cannot read', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const outcome = await enter(context, { email: ` ${ada.email.toUpperCase()} ` });
    expect(outcome.kind).toBe('signed-in');
    expect(outcome.cookies).toHaveLength(2);
    expect(outcome.cookies[0]).toMatch(
      /^registry\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await signedInBy(context, headersWith(cookieOf(outcome))))?.member).toEqual(ada);
  });

  it('binds the cookie to the host behind TLS', async () => {
    const context = await signInBench(bench, { PUBLIC_URL: 'https://register.example.com' });
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const { cookies } = await enter(context, { email: ada.email });
    expect(cookies[0]).toMatch(
      /^__Host-registry\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is refused in the same words to the unknown, the wrong, the invited and the removed', async () => {
    const context = await signInBench(bench);
    const [ada, removed, invited, passwordless] = [
      await staffWithPassword(context, 'admin', 'Ada', PASSWORD),
      await staffWithPassword(context, 'admin', 'Bob', PASSWORD),
      await staffWithPassword(context, 'admin', 'Eve', PASSWORD),
      await newStaff(context, 'admin', 'Kim'),
    ];
    const { orm } = context.database;
    await orm.update(staff).set({ state: 'removed' }).where(eq(staff.id, removed.id));
    await orm.update(staff).set({ state: 'invited' }).where(eq(staff.id, invited.id));
    const tries: Try[] = [
      { email: ada.email, password: 'wrong horse battery' },
      { email: ada.email, password: '' },
      { email: ada.email, password: 'x'.repeat(5000) },
      { email: removed.email },
      { email: invited.email },
      { email: passwordless.email },
      { email: 'nobody@staff.example' },
      { email: 'no address' },
      { email: '' },
    ];
    for (const [index, one] of tries.entries())
      expect(await reasonOf(enter(context, { ...one, client: `192.0.2.${index}` })), one.email).toBe('wrong');
    const confirmed = (await orm.select().from(session)).filter((row) => row.confirmedAt);
    expect(confirmed).toEqual([]);
  });

  it('ends the session that the same browser was in', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const first = headersWith(cookieOf(await enter(context, { email: ada.email })));
    const second = headersWith(cookieOf(await enter(context, { email: ada.email, headers: first })));
    expect(await signedInBy(context, first)).toBeUndefined();
    expect(await signedInBy(context, second)).toBeDefined();
  });

  it('is in the audit log by ids alone', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    await enter(context, { email: ada.email });
    const rows = await context.database.orm.select().from(auditLog);
    expect(rows).toMatchObject([{ actorId: ada.id, action: 'session.begun', subject: `staff:${ada.id}` }]);
    expect(JSON.stringify(rows)).not.toMatch(/ada|staff\.example|192\.0/i);
  });
});

describe('failures to sign in', () => {
  it('slow down who signs in, even with the right password then', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const wrong = () => reasonOf(enter(context, { email: ada.email, password: 'wrong horse battery' }));
    for (let failure = 0; failure < 4; failure++) expect(await wrong()).toBe('wrong');
    expect(await reasonOf(enter(context, { email: ada.email }))).toBe('too-soon 1');
    expect(await reasonOf(enter(context, { email: ada.email, client: '198.51.100.7' }))).toBe('in');
    context.clock.moveTo('2026-01-10T11:00:01Z');
    expect(await reasonOf(enter(context, { email: ada.email }))).toBe('in');
  });

  it('of others in the same network do not hold up a browser in which the person has signed in before', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const bob = await staffWithPassword(context, 'admin', 'Bob', PASSWORD);
    const known = headersWith(cookieOf(await enter(context, { email: ada.email })));
    const ofBob = headersWith(cookieOf(await enter(context, { email: bob.email })));
    const wrong = { email: ada.email, password: 'wrong horse battery' };
    for (let failure = 0; failure < 5; failure++) await reasonOf(enter(context, wrong));
    expect(await reasonOf(enter(context, { email: ada.email }))).toBe('too-soon 1');
    expect(await reasonOf(enter(context, { email: ada.email, headers: ofBob }))).toBe('too-soon 1');
    expect(await reasonOf(enter(context, { email: ada.email, headers: known }))).toBe('in');
    for (let failure = 0; failure < 4; failure++)
      await reasonOf(enter(context, { ...wrong, headers: known }));
    expect(await reasonOf(enter(context, { email: ada.email, headers: known }))).toBe('too-soon 1');
  });

  it('are counted when twenty are made at once', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const tries = Array.from({ length: 20 }, (_, index) =>
      reasonOf(enter(context, { email: ada.email, password: `wrong horse ${index}` })),
    );
    const reasons = await Promise.all(tries);
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(4);
    expect(reasons.filter((reason) => reason === 'too-soon 1')).toHaveLength(16);
  });
});

describe('sessions of somebody', () => {
  it('are listed with their browsers, the one seen last first, and each can be ended', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const bob = await staffWithPassword(context, 'admin', 'Bob', PASSWORD);
    const here = await signedIn(context, ada.email);
    await newSession(context, bob.id);
    context.clock.moveTo('2026-01-10T11:10:00Z');
    const elsewhere = await newSession(context, ada.id);
    const entries = await listSessions(context, ada.id);
    expect(entries.map(({ browser }) => browser)).toEqual(['a test', expect.stringContaining('Firefox')]);
    await revokeSession(context, { signedIn: here.signedIn, session: entries[0]?.id ?? '' });
    expect(await signedInBy(context, headersWith(elsewhere))).toBeUndefined();
    expect(await signedInBy(context, here.headers)).toBeDefined();
    const [ofBob] = await listSessions(context, bob.id);
    expect(
      await reasonOf(revokeSession(context, { signedIn: here.signedIn, session: ofBob?.id ?? '' })),
    ).toBe('no-session');
  });

  it('end one by one by signing out, and all at once by signing out everywhere', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const [first, second, third] = [
      await signedIn(context, ada.email),
      await signedIn(context, ada.email),
      await signedIn(context, ada.email),
    ];
    expect(await signOut(context, first.signedIn)).toEqual([expect.stringContaining('Max-Age=0')]);
    expect(await signedInBy(context, first.headers)).toBeUndefined();
    await signOut(context, first.signedIn);
    await signOutEverywhere(context, second.signedIn);
    expect(await signedInBy(context, second.headers)).toBeUndefined();
    expect(await signedInBy(context, third.headers)).toBeUndefined();
  });

  it('end elsewhere when the password changes', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const here = await signedIn(context, ada.email);
    const there = await signedIn(context, ada.email);
    const change = (current: string, next: string) =>
      changePassword(context, { signedIn: here.signedIn, current, next });
    expect(await reasonOf(change('wrong horse', 'a new long password'))).toBe('wrong-password');
    expect(await change(PASSWORD, 'short')).toBe('password-short');
    expect(await change(PASSWORD, ada.email)).toBe('password-like-person');
    expect(await change(PASSWORD, 'a new long password')).toBeUndefined();
    expect(await signedInBy(context, here.headers)).toBeDefined();
    expect(await signedInBy(context, there.headers)).toBeUndefined();
    expect(await reasonOf(enter(context, { email: ada.email }))).toBe('wrong');
    expect(await reasonOf(enter(context, { email: ada.email, password: 'a new long password' }))).toBe('in');
  });
});

describe('showing again who one is', () => {
  it('makes the session fresh by the password', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const { signedIn: before, headers } = await signedIn(context, ada.email);
    context.clock.moveTo('2026-01-10T11:30:00Z');
    expect(isFresh(before, context.clock.now())).toBe(false);
    const confirm = (password: string) => confirmIdentity(context, { signedIn: before, password });
    expect(await reasonOf(confirm('wrong horse battery'))).toBe('wrong-password');
    await confirm(PASSWORD);
    const after = await signedInBy(context, headers);
    expect(after && isFresh(after, context.clock.now())).toBe(true);
  });
});
