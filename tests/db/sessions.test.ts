import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { isFresh } from '../../src/staff/session-limits.ts';
import { signedInBy } from '../../src/staff/signed-in-by.ts';
import { newSession, newStaff, signedInAs } from '../support/staff.ts';
import { useBench } from './support/bench.ts';
import { headersWith, signInBench } from './support/sign-in.ts';

const bench = useBench();

describe('a session', () => {
  it('says who sends a request, and when they showed it', async () => {
    const context = await signInBench(bench);
    const { member, cookie } = await signedInAs(context, 'editor', 'Noor');
    const signedIn = await signedInBy(context, headersWith(cookie));
    expect(signedIn?.member).toEqual(member);
    expect(signedIn?.session.confirmedAt).toBe('2026-01-10T11:00:00.000Z');
  });

  it('is nobody without a cookie, with a forged one, or with that of another name', async () => {
    const context = await signInBench(bench);
    const { cookie } = await signedInAs(context, 'admin');
    const forged = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const one of ['', 'a=b', forged, cookie.replace('registry.', '__Host-registry.'), `x${cookie}`])
      expect(await signedInBy(context, headersWith(one))).toBeUndefined();
  });

  it('ends after twelve hours, and after two without use', async () => {
    const context = await signInBench(bench);
    const { member, cookie } = await signedInAs(context, 'editor');
    for (const hour of ['12:30', '14:00', '15:30', '17:00', '18:30', '20:00', '21:30', '22:59']) {
      context.clock.moveTo(`2026-01-10T${hour}:00Z`);
      expect(await signedInBy(context, headersWith(cookie)), hour).toBeDefined();
    }
    context.clock.moveTo('2026-01-10T23:00:00Z');
    expect(await signedInBy(context, headersWith(cookie))).toBeUndefined();
    const another = await newSession(context, member.id);
    context.clock.moveTo('2026-01-11T01:00:00Z');
    expect(await signedInBy(context, headersWith(another))).toBeUndefined();
  });

  it('is nobody from the moment its member of staff is removed', async () => {
    const context = await signInBench(bench);
    const { member, cookie } = await signedInAs(context, 'admin');
    await context.database.orm.update(staff).set({ state: 'removed' }).where(eq(staff.id, member.id));
    expect(await signedInBy(context, headersWith(cookie))).toBeUndefined();
  });

  it('is nobody while its second factor is awaited', async () => {
    const context = await signInBench(bench);
    const member = await newStaff(context, 'admin', 'Ada');
    const cookie = await newSession(context, member.id);
    await context.database.orm.update(session).set({ confirmedAt: null });
    expect(await signedInBy(context, headersWith(cookie))).toBeUndefined();
  });

  it('is fresh for a quarter of an hour', async () => {
    const context = await signInBench(bench);
    const { cookie } = await signedInAs(context, 'admin');
    const signedIn = await signedInBy(context, headersWith(cookie));
    if (!signedIn) throw new Error('Nobody is signed in.');
    expect(isFresh(signedIn, context.clock.now().add({ minutes: 14 }))).toBe(true);
    expect(isFresh(signedIn, context.clock.now().add({ minutes: 15 }))).toBe(false);
  });

  it('has a cookie bound to the host behind TLS, and a plain one without', async () => {
    const context = await signInBench(bench, { PUBLIC_URL: 'https://register.example.com' });
    const { cookie } = await signedInAs(context, 'viewer');
    expect(cookie).toMatch(/^__Host-registry\.session_token=/);
    expect(await signedInBy(context, headersWith(cookie))).toBeDefined();
  });
});
