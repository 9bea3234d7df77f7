import { describe, expect, it } from 'vitest';
import { account } from '../../db/schema/account.ts';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { verification } from '../../db/schema/verification.ts';
import { eq } from 'drizzle-orm';
import {
  finishProviderSignIn,
  startProviderSignIn,
  type ProviderOutcome,
} from '../../src/staff/provider-sign-in.ts';
import { removeStaff } from '../../src/staff/remove-staff.ts';
import { isFresh } from '../../src/staff/session-limits.ts';
import { signedInBy } from '../../src/staff/signed-in-by.ts';
import { startIssuer, type Conduct, type Issuer } from '../support/issuer/issuer.ts';
import { newStaff } from '../support/staff.ts';
import { useBench } from './support/bench.ts';
import { cookieOf, headersWith, reasonOf, signInBench, type SignInBench } from './support/sign-in.ts';

const bench = useBench();

async function withIssuer(conduct: Conduct): Promise<{ context: SignInBench; issuer: Issuer }> {
  const issuer = await startIssuer(conduct);
  bench.afterwards(() => issuer.close());
  return { context: await signInBench(bench, issuer.environment), issuer };
}

const vouched = (email: string, more: object = {}) => ({
  claims: { sub: 'subject-1', email, email_verified: true, ...more },
});

/** Starts in one browser, goes to the provider, and comes back, in the same browser if no other is named. */
async function visit(
  context: SignInBench,
  {
    anew = false,
    browser,
    change = (query) => query,
  }: {
    anew?: boolean;
    browser?: Headers;
    change?: (query: Record<string, string>) => Record<string, string>;
  } = {},
): Promise<ProviderOutcome> {
  const asked = {
    headers: headersWith(),
    next: '/nl/admin/drafts?state=open',
    failed: '/nl/admin/sign-in?problem=provider',
    anew,
  };
  const start = await startProviderSignIn(context, asked);
  const sent = await fetch(start.to, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  expect(`${back.origin}${back.pathname}`).toBe(
    `${context.configuration.publicUrl}/admin/auth/callback/oidc`,
  );
  const headers = browser ?? headersWith(cookieOf(start));
  return finishProviderSignIn(context, { headers, query: change(Object.fromEntries(back.searchParams)) });
}

const REFUSED = { kind: 'refused', to: '/nl/admin/sign-in?problem=provider' };

describe('signing in by a provider', () => {
  it('lets in who is of the staff with the same address, and goes on to the page that was asked for', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    issuer.behave(vouched(ada.email.toUpperCase()));
    const outcome = await visit(context);
    expect(outcome).toMatchObject({ kind: 'signed-in', next: '/nl/admin/drafts?state=open' });
    expect((await signedInBy(context, headersWith(cookieOf(outcome))))?.member.id).toBe(ada.id);
    const [asked] = issuer.asked;
    expect(asked?.get('code_challenge_method')).toBe('S256');
    expect(asked?.get('nonce')).toMatch(/^.{16,}$/);
    expect(asked?.get('state')).toMatch(/^.{16,}$/);
    expect(asked?.get('scope')).toBe('openid email profile');
    const [identity] = await context.database.orm.select().from(account);
    expect(identity).toMatchObject({
      accountId: 'subject-1',
      accessToken: null,
      refreshToken: null,
      idToken: null,
    });
  });

  it('knows people by their identity from then on, whatever their address becomes', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    const bob = await newStaff(context, 'admin', 'Bob');
    issuer.behave(vouched(ada.email));
    await visit(context);
    issuer.behave(vouched(bob.email, { email_verified: false }));
    const outcome = await visit(context);
    expect((await signedInBy(context, headersWith(cookieOf(outcome))))?.member.id).toBe(ada.id);
    issuer.behave(vouched(ada.email, { sub: 'subject-2' }));
    expect(await visit(context)).toMatchObject(REFUSED);
  });

  it('links one identity, also of several that come at the same moment', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    const vouchedFor = vouched(ada.email);
    let subjects = 0;
    Object.defineProperty(vouchedFor.claims, 'sub', {
      get: () => `subject-${String((subjects += 1))}`,
      enumerable: true,
    });
    issuer.behave(vouchedFor);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => visit(context)));
    expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
    expect(await context.database.orm.select().from(account)).toHaveLength(1);
  });

  it('makes who was invited one of the staff, without their link', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    await context.database.orm.update(staff).set({ state: 'invited' }).where(eq(staff.id, ada.id));
    issuer.behave(vouched(ada.email));
    const outcome = await visit(context);
    expect((await signedInBy(context, headersWith(cookieOf(outcome))))?.member.state).toBe('active');
  });

  it('still wants the code of those who have a second factor', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    await context.database.orm.update(staff).set({ twoFactorEnabled: true });
    issuer.behave(vouched(ada.email));
    const outcome = await visit(context);
    expect(outcome.kind).toBe('code');
    expect(await signedInBy(context, headersWith(cookieOf(outcome)))).toBeUndefined();
  });

  it('adds nobody, and lets nobody in who was removed', async () => {
    const { context, issuer } = await withIssuer(vouched('nobody@staff.example'));
    expect(await visit(context)).toMatchObject(REFUSED);
    const ada = await newStaff(context, 'editor', 'Ada');
    const boss = await newStaff(context, 'admin', 'Boss');
    issuer.behave(vouched(ada.email));
    await visit(context);
    await removeStaff(context, { actor: { kind: 'staff', id: boss.id }, staff: ada.id });
    expect(await visit(context)).toMatchObject(REFUSED);
    expect(await context.database.orm.select().from(staff)).toHaveLength(2);
    expect(await context.database.orm.select().from(session)).toEqual([]);
  });

  it('takes the provider’s word for when somebody showed who they are', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    const freshAfter = async (authTime: number | undefined): Promise<boolean> => {
      issuer.behave(vouched(ada.email, authTime === undefined ? {} : { auth_time: authTime }));
      const signedIn = await signedInBy(context, headersWith(cookieOf(await visit(context, { anew: true }))));
      return signedIn !== undefined && isFresh(signedIn, context.clock.now());
    };
    const now = context.clock.now().epochMilliseconds / 1000;
    expect(await freshAfter(now - 10)).toBe(true);
    expect(await freshAfter(now - 3600)).toBe(false);
    expect(await freshAfter(undefined)).toBe(false);
    expect(issuer.asked[0]?.get('prompt')).toBe('login');
    expect(issuer.asked[0]?.get('max_age')).toBe('0');
  });

  it.each<[string, object]>([
    ['an address it has not verified', { email_verified: false }],
    ['an address of which it does not say whether it is verified', { email_verified: undefined }],
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'somebody else' }],
    ['another issuer', { iss: 'https://issuer.example' }],
    ['a time that is over', { exp: 1_600_000_000 }],
    ['no address', { email: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
  ])('refuses a token with %s', async (_, more) => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    issuer.behave(vouched(ada.email, more));
    expect(await visit(context)).toMatchObject(REFUSED);
    expect(await context.database.orm.select().from(account)).toEqual([]);
    expect(await context.database.orm.select().from(session)).toEqual([]);
  });

  it.each([
    ['a token signed by somebody else', { forged: true }],
    ['no token', { silent: true }],
  ])('refuses %s', async (_, fault) => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    issuer.behave({ ...vouched(ada.email), ...fault });
    expect(await visit(context)).toMatchObject(REFUSED);
  });

  it('refuses what another browser began, what never began, and what came back already', async () => {
    const { context, issuer } = await withIssuer({ claims: {} });
    const ada = await newStaff(context, 'editor', 'Ada');
    issuer.behave(vouched(ada.email));
    expect((await visit(context, { browser: headersWith() })).kind).toBe('refused');
    expect((await visit(context, { change: (query) => ({ ...query, state: 'another' }) })).kind).toBe(
      'refused',
    );
    expect(
      (await visit(context, { change: ({ state = '' }) => ({ state, error: 'access_denied' }) })).kind,
    ).toBe('refused');
    expect((await visit(context, { change: () => ({}) })).kind).toBe('refused');
    expect((await visit(context, { change: ({ state = '' }) => ({ state, code: 'invented' }) })).kind).toBe(
      'refused',
    );
    expect(await context.database.orm.select().from(session)).toEqual([]);
  });

  it('writes nothing for whoever only sets out: that may be anybody, any number of times', async () => {
    const { context } = await withIssuer({ claims: {} });
    const asked = { headers: headersWith(), next: '/admin', failed: '/admin/sign-in', anew: false };
    const { cookies } = await startProviderSignIn(context, asked);
    expect(cookies).toHaveLength(1);
    expect(await context.database.orm.select().from(verification)).toEqual([]);
  });

  it('says that a provider is silent, or is not the one that was configured', async () => {
    const { issuer } = await withIssuer({ claims: {} });
    const other = await signInBench(bench, { ...issuer.environment, OIDC_ISSUER: `${issuer.url}/nowhere` });
    expect(await reasonOf(visit(other))).toBe('provider-silent');
    const mistaken = await signInBench(bench, { ...issuer.environment, OIDC_ISSUER: `${issuer.url}/` });
    expect(await reasonOf(visit(mistaken))).toBe('provider-silent');
  });

  it('works as soon as a provider that was silent answers', async () => {
    const { context, issuer } = await withIssuer({ claims: {}, isDown: true });
    const ada = await newStaff(context, 'editor', 'Ada');
    expect(await reasonOf(visit(context))).toBe('provider-silent');
    issuer.behave(vouched(ada.email));
    expect((await visit(context)).kind).toBe('signed-in');
  });
});
