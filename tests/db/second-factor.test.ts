import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import { usedCode } from '../../db/schema/used-code.ts';
import { createLog } from '../../src/log.ts';
import { confirmIdentity } from '../../src/staff/confirm-identity.ts';
import {
  beginSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  recoveryCodesLeft,
  renewRecoveryCodes,
  secondFactorOwed,
  secretToShare,
} from '../../src/staff/second-factor.ts';
import type { GivenCode } from '../../src/staff/second-factor-row.ts';
import { setHouseRules } from '../../src/staff/set-house-rules.ts';
import { signIn } from '../../src/staff/sign-in.ts';
import { signedInBy } from '../../src/staff/signed-in-by.ts';
import type { SignedIn, StaffMember } from '../../src/staff/staff-member.ts';
import { verifyCode } from '../../src/staff/verify-code.ts';
import { appCode } from '../support/app-codes.ts';
import { newSession, staffWithPassword } from '../support/staff.ts';
import { useBench } from './support/bench.ts';
import { cookieOf, headersWith, reasonOf, signInBench, type SignInBench } from './support/sign-in.ts';

const bench = useBench();
const PASSWORD = 'correct horse battery';
const CLIENT = '192.0.2.1';

async function who(context: SignInBench, headers: Headers): Promise<SignedIn> {
  const signedIn = await signedInBy(context, headers);
  if (!signedIn) throw new Error('Nobody is signed in.');
  return signedIn;
}

/** Ada with a second factor; the codes for its setup were used a minute ago. */
async function enrolled(context: SignInBench) {
  const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
  const signedIn = await who(context, headersWith(await newSession(context, ada.id)));
  await beginSecondFactor(context, signedIn);
  const secret = (await secretToShare(context, signedIn)) ?? '';
  const code = appCode(secret, context.clock.now());
  const recovery = await enableSecondFactor(context, { signedIn, code });
  context.clock.moveTo('2026-01-10T11:01:30Z');
  return { ada, secret, recovery, signedIn };
}

/** The headers of a browser in which the password was given, and a code is wanted. */
async function halfIn(context: SignInBench, { email }: StaffMember): Promise<Headers> {
  const outcome = await signIn(context, {
    email,
    password: PASSWORD,
    headers: headersWith(),
    client: CLIENT,
  });
  expect(outcome.kind).toBe('code');
  return headersWith(cookieOf(outcome));
}

function give(context: SignInBench, headers: Headers, given: GivenCode, client = CLIENT): Promise<string[]> {
  return verifyCode(context, { headers, client, given });
}

describe('a second factor', () => {
  it('is on once a code of the app proves that it has the secret, and then ends sessions begun without it', async () => {
    const context = await signInBench(bench);
    const ada = await staffWithPassword(context, 'admin', 'Ada', PASSWORD);
    const elsewhere = headersWith(await newSession(context, ada.id));
    const headers = headersWith(await newSession(context, ada.id));
    const signedIn = await who(context, headers);
    const enable = (code: string) => reasonOf(enableSecondFactor(context, { signedIn, code }));
    expect(await enable('000000')).toBe('not-enrolled');
    await beginSecondFactor(context, signedIn);
    const secret = (await secretToShare(context, signedIn)) ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await enable('12345')).toBe('wrong-code');
    expect((await who(context, headers)).member.hasSecondFactor).toBe(false);
    expect(await enable(appCode(secret, context.clock.now()).replace(/^.../, '$& '))).toBe('in');
    expect((await who(context, headers)).member.hasSecondFactor).toBe(true);
    expect(await signedInBy(context, elsewhere)).toBeUndefined();
    expect(await secretToShare(context, signedIn)).toBeUndefined();
    expect(await reasonOf(beginSecondFactor(context, signedIn))).toBe('enrolled');
  });

  it('is asked for after the password; until then nobody is signed in', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const headers = await halfIn(context, ada);
    expect(await signedInBy(context, headers)).toBeUndefined();
    expect(await reasonOf(give(context, headers, { code: '000000' }))).toBe('wrong-code');
    const cookies = await give(context, headers, { code: appCode(secret, context.clock.now()) });
    expect((await signedInBy(context, headersWith(cookieOf({ cookies }))))?.member.id).toBe(ada.id);
    expect(await signedInBy(context, headers), 'the token before the code').toBeUndefined();
  });

  it('takes the code of the period before and after, and none further off', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const at = (seconds: number) => appCode(secret, context.clock.now(), { seconds });
    for (const [seconds, reason] of [
      [-60, 'wrong-code'],
      [60, 'wrong-code'],
      [-30, 'in'],
      [30, 'in'],
    ] as const)
      expect(await reasonOf(give(context, await halfIn(context, ada), { code: at(seconds) }))).toBe(reason);
  });

  it('takes a code once, also of two who send it at the same moment', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const code = appCode(secret, context.clock.now());
    const [first, second, third] = [
      await halfIn(context, ada),
      await halfIn(context, ada),
      await halfIn(context, ada),
    ];
    const both = await Promise.all(
      [first, second].map((headers) => reasonOf(give(context, headers, { code }))),
    );
    expect(both.sort()).toEqual(['in', 'wrong-code']);
    context.clock.moveTo('2026-01-10T11:01:55Z');
    expect(await reasonOf(give(context, third, { code }))).toBe('wrong-code');
  });

  it('forgets used codes once they could not be accepted anyway', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    context.clock.moveTo('2026-01-10T12:30:00Z');
    await give(context, await halfIn(context, ada), { code: appCode(secret, context.clock.now()) });
    expect(await context.database.orm.select().from(usedCode)).toHaveLength(1);
  });

  it('has ten recovery codes, each taken once, in any spelling, also when sent twice at once', async () => {
    const context = await signInBench(bench);
    const { ada, recovery, signedIn } = await enrolled(context);
    expect(new Set(recovery).size).toBe(10);
    const [one = '', two = ''] = recovery;
    const [first, second] = [await halfIn(context, ada), await halfIn(context, ada)];
    const both = [first, second].map((headers) => reasonOf(give(context, headers, { recovery: one })));
    expect((await Promise.all(both)).sort()).toEqual(['in', 'wrong-recovery']);
    const typed = ` ${two.toUpperCase().replaceAll('-', ' ')}`;
    expect(await reasonOf(give(context, await halfIn(context, ada), { recovery: typed }))).toBe('in');
    expect(await recoveryCodesLeft(context, signedIn)).toBe(8);
  });

  it('gets new recovery codes, after which the old ones are good for nothing', async () => {
    const context = await signInBench(bench);
    const { ada, recovery, signedIn } = await enrolled(context);
    const [fresh = ''] = await renewRecoveryCodes(context, signedIn);
    const headers = await halfIn(context, ada);
    expect(await reasonOf(give(context, headers, { recovery: recovery[0] ?? '' }))).toBe('wrong-recovery');
    expect(await reasonOf(give(context, headers, { recovery: fresh }))).toBe('in');
  });

  it('can be turned off again', async () => {
    const context = await signInBench(bench);
    const { ada, signedIn } = await enrolled(context);
    await disableSecondFactor(context, signedIn);
    expect(await reasonOf(disableSecondFactor(context, signedIn))).toBe('not-enrolled');
    const credentials = { email: ada.email, password: PASSWORD, headers: headersWith(), client: CLIENT };
    expect((await signIn(context, credentials)).kind).toBe('signed-in');
  });

  it('is asked for, too, when somebody shows again who they are', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const cookies = await give(context, await halfIn(context, ada), {
      code: appCode(secret, context.clock.now()),
    });
    const signedIn = await who(context, headersWith(cookieOf({ cookies })));
    context.clock.moveTo('2026-01-10T11:30:00Z');
    const confirm = (given?: GivenCode) =>
      reasonOf(confirmIdentity(context, { signedIn, password: PASSWORD, ...(given && { given }) }));
    expect(await confirm()).toBe('wrong-code');
    expect(await confirm({ code: appCode(secret, context.clock.now()) })).toBe('in');
  });

  it('slows down who guesses codes, without locking the person out elsewhere', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const guesser = await halfIn(context, ada);
    const owner = await halfIn(context, ada);
    const guesses = Array.from({ length: 20 }, (_, index) =>
      reasonOf(give(context, guesser, { code: String(index).padStart(6, '0') }, '203.0.113.9')),
    );
    const reasons = await Promise.all(guesses);
    expect(reasons.filter((reason) => reason === 'wrong-code')).toHaveLength(4);
    expect(reasons.filter((reason) => reason === 'too-soon 1')).toHaveLength(16);
    expect(await reasonOf(give(context, owner, { code: appCode(secret, context.clock.now()) }))).toBe('in');
  });

  it('is waited for ten minutes', async () => {
    const context = await signInBench(bench);
    const { ada, secret } = await enrolled(context);
    const headers = await halfIn(context, ada);
    context.clock.moveTo('2026-01-10T11:11:30Z');
    expect(await reasonOf(give(context, headers, { code: appCode(secret, context.clock.now()) }))).toBe(
      'over',
    );
    expect(await reasonOf(give(context, headersWith(), { code: '000000' }))).toBe('over');
  });

  it('is stored encrypted, and cannot be read with another secret', async () => {
    const context = await signInBench(bench);
    const { ada, secret, recovery } = await enrolled(context);
    const rows = await context.database.orm.select().from(twoFactor);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(recovery[0]);
    const lines: string[] = [];
    const other = {
      ...context,
      configuration: { ...context.configuration, authSecret: 'another secret of 32 characters!' },
      // As after another start: the library for sign-in is made once for a client, with the secret of then.
      database: await openDatabase({ url: context.configuration.databaseUrl }),
      log: createLog({ level: 'error', clock: context.clock, write: (line) => lines.push(line) }),
    };
    bench.afterwards(() => other.database.close());
    expect(await reasonOf(give(other, await halfIn(other, ada), { code: '000000' }))).toBe('unreadable');
    expect(lines.join()).toContain('second-factor-unreadable');
  });

  it('is owed by those who have none when the house wants one', async () => {
    const context = await signInBench(bench);
    const { ada, signedIn } = await enrolled(context);
    expect(await secondFactorOwed(context, { hasSecondFactor: false })).toBe(false);
    await setHouseRules(context, {
      actor: { kind: 'staff', id: ada.id },
      rules: { secondFactor: 'required', ownApproval: 'refused' },
    });
    expect(await secondFactorOwed(context, { hasSecondFactor: false })).toBe(true);
    expect(
      await secondFactorOwed(
        context,
        (await who(context, headersWith(await newSession(context, signedIn.member.id)))).member,
      ),
    ).toBe(false);
  });
});
