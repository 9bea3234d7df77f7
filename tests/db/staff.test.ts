import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { account } from '../../db/schema/account.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import { session } from '../../db/schema/session.ts';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { staffLink } from '../../db/schema/staff-link.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import type { Actor } from '../../src/actor.ts';
import { recordAudit } from '../../src/audit/record-audit.ts';
import { changeRole } from '../../src/staff/change-role.ts';
import { firstAdminLink } from '../../src/staff/first-admin-link.ts';
import { forgetStaff } from '../../src/staff/forget-staff.ts';
import { houseRules } from '../../src/staff/house-rules.ts';
import { inviteStaff } from '../../src/staff/invite-staff.ts';
import { listStaff } from '../../src/staff/list-staff.ts';
import { makeLink } from '../../src/staff/make-link.ts';
import { isPasswordOf } from '../../src/staff/passwords.ts';
import { openLink, redeemLink } from '../../src/staff/redeem-link.ts';
import { removeStaff } from '../../src/staff/remove-staff.ts';
import { resetSecondFactor } from '../../src/staff/reset-second-factor.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import { setHouseRules } from '../../src/staff/set-house-rules.ts';
import { signOutStaff } from '../../src/staff/sign-out-staff.ts';
import type { StaffMember } from '../../src/staff/staff-member.ts';
import { staffNames } from '../../src/staff/staff-names.ts';
import { useBench } from './support/bench.ts';
import { startContext, type TestContext } from './support/register.ts';

const bench = useBench();
const OPERATOR: Actor = { kind: 'system', id: 'command-line' };
const PASSWORD = 'correct horse battery staple';
const ADA = { name: 'Ada Example', email: 'ada@example.com' };

describe('staff', () => {
  let context: TestContext;
  let url: string;

  beforeEach(async () => {
    ({ url } = await bench.place('a file'));
    context = await startContext(url);
    bench.afterwards(() => context.close());
  });

  async function firstAdmin(): Promise<StaffMember & { actor: Actor }> {
    const link = await firstAdminLink(context);
    const member = await redeemLink(context, { token: link?.token ?? '', password: PASSWORD, person: ADA });
    return { ...member, actor: { kind: 'staff', id: member.id } };
  }

  async function joined(name: string, role: StaffRole): Promise<StaffMember & { actor: Actor }> {
    const email = `${name.toLowerCase()}@example.com`;
    const { link } = await inviteStaff(context, { actor: OPERATOR, name, email, role });
    const member = await redeemLink(context, { token: link.token, password: PASSWORD });
    return { ...member, actor: { kind: 'staff', id: member.id } };
  }

  async function signIn(id: string): Promise<void> {
    const at = new Date(context.clock.now().epochMilliseconds);
    const expiresAt = new Date(at.getTime() + 3_600_000);
    const row = { token: `token-of-${id}`, createdAt: at, updatedAt: at, confirmedAt: at, expiresAt };
    await context.database.orm.insert(session).values({ id: `session-of-${id}`, userId: id, ...row });
  }

  const audited = async (): Promise<string[]> =>
    (await context.database.orm.select().from(auditLog)).map(
      ({ actorKind, action, subject }) => `${actorKind} ${action} ${subject.split(':')[0] ?? ''}`,
    );

  describe('the first admin', () => {
    test('says who they are and sets a password; then there is no second first', async () => {
      const link = await firstAdminLink(context);
      expect(link?.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
      const member = await redeemLink(context, { token: link?.token ?? '', password: PASSWORD, person: ADA });
      expect(member).toMatchObject({ ...ADA, role: 'admin', state: 'active' });
      expect(await isPasswordOf(context.database.orm, member.id, PASSWORD)).toBe(true);
      expect(await firstAdminLink(context)).toBeUndefined();
      expect(await audited()).toEqual(['system staff.link-made staff', 'staff staff.joined staff']);
    });

    test('is not made by an older link than the newest', async () => {
      const older = await firstAdminLink(context);
      const newer = await firstAdminLink(context);
      expect(await openLink(context, older?.token ?? '')).toBeUndefined();
      expect(await openLink(context, newer?.token ?? '')).toEqual(
        expect.objectContaining({ purpose: 'first-admin', member: undefined }),
      );
    });

    test('is not made by a link that was printed before an admin was invited', async () => {
      const link = await firstAdminLink(context);
      await inviteStaff(context, { actor: OPERATOR, ...ADA, role: 'admin' });
      const redeeming = redeemLink(context, {
        token: link?.token ?? '',
        password: PASSWORD,
        person: { name: 'Mallory', email: 'mallory@example.com' },
      });
      await expect(redeeming).rejects.toMatchObject({ reason: 'link-over' });
      expect(await listStaff(context)).toHaveLength(1);
    });

    test('is one, of ten who try with one link at the same moment', async () => {
      const link = await firstAdminLink(context);
      const other = await startContext(url);
      bench.afterwards(() => other.close());
      const tries = Array.from({ length: 10 }, (_, index) =>
        redeemLink(index % 2 === 0 ? context : other, {
          token: link?.token ?? '',
          password: PASSWORD,
          person: { name: `Person ${String(index)}`, email: `person-${String(index)}@example.com` },
        }),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ reason: 'link-over' });
      expect(await listStaff(context)).toHaveLength(1);
    });
  });

  describe('a link', () => {
    test('is stored as its digest alone', async () => {
      const link = await firstAdminLink(context);
      const stored = JSON.stringify([
        await context.database.orm.select().from(staffLink),
        await context.database.orm.select().from(auditLog),
      ]);
      expect(stored).not.toContain(link?.token);
    });

    test('serves once, and looking at it uses nothing up', async () => {
      await firstAdmin();
      const { link } = await inviteStaff(context, {
        actor: OPERATOR,
        name: 'Ed',
        email: 'ed@example.com',
        role: 'editor',
      });
      for (let look = 0; look < 3; look++)
        expect(await openLink(context, link.token)).toMatchObject({ purpose: 'invitation' });
      await redeemLink(context, { token: link.token, password: PASSWORD });
      expect(await openLink(context, link.token)).toBeUndefined();
      await expect(
        redeemLink(context, { token: link.token, password: 'another password' }),
      ).rejects.toMatchObject({ reason: 'link-over' });
    });

    test.each([
      ['an invitation', 'invited', 'PT167H59M', 'PT168H'],
      ['a new password', 'active', 'PT23H59M', 'PT24H'],
    ] as const)('for %s is good until its hour, and no longer', async (_, state, before, after) => {
      const admin = await firstAdmin();
      const invited = await inviteStaff(context, {
        actor: admin.actor,
        name: 'Ed',
        email: 'ed@example.com',
        role: 'editor',
      });
      if (state === 'active') await redeemLink(context, { token: invited.link.token, password: PASSWORD });
      const link =
        state === 'active'
          ? await makeLink(context, { actor: admin.actor, staff: invited.member.id })
          : invited.link;
      const start = context.clock.now();
      context.clock.moveTo(start.add(before).toString());
      expect(await openLink(context, link.token)).toBeDefined();
      context.clock.moveTo(start.add(after).toString());
      expect(await openLink(context, link.token)).toBeUndefined();
    });

    test.each([
      ['nothing', ''],
      ['another text', 'x'.repeat(43)],
      ['wrong characters', `${'x'.repeat(40)}' --`],
      ['a long text', 'x'.repeat(100_000)],
      ['half a character', '\ud800'.repeat(43)],
    ])('that is %s is over, like any other', async (_, token) => {
      await firstAdminLink(context);
      expect(await openLink(context, token)).toBeUndefined();
      await expect(redeemLink(context, { token, password: PASSWORD, person: ADA })).rejects.toMatchObject({
        reason: 'link-over',
      });
    });

    test('that is over costs the same work whyever it is over: one look, and no hash of a password', async () => {
      await firstAdmin();
      const used = await context.database.orm.select().from(staffLink);
      expect(used).toHaveLength(1);
      const invited = await inviteStaff(context, {
        actor: OPERATOR,
        name: 'Ed',
        email: 'ed@example.com',
        role: 'editor',
      });
      context.clock.moveTo('2026-02-10T11:00:00Z');
      const statements: string[] = [];
      const { client } = context.database;
      const execute = client.execute.bind(client);
      client.execute = ((statement: { sql: string }) => {
        statements.push(statement.sql);
        return execute(statement as never);
      }) as typeof client.execute;
      const looks: string[][] = [];
      for (const token of [invited.link.token, 'x'.repeat(43), 'no token']) {
        await redeemLink(context, { token, password: PASSWORD }).catch(() => undefined);
        looks.push(statements.splice(0));
      }
      expect(looks[0]).toHaveLength(1);
      expect(looks[1]).toEqual(looks[0]);
      expect(looks[2]).toEqual(looks[0]);
    });

    test.each([
      ['short', 'password-short'],
      ['x'.repeat(129), 'password-long'],
      ['Ada@Example.com', 'password-like-person'],
    ])('does not take the password %s, and stays good', async (password, reason) => {
      const link = await firstAdminLink(context);
      const token = link?.token ?? '';
      await expect(redeemLink(context, { token, password, person: ADA })).rejects.toMatchObject({ reason });
      expect(await openLink(context, token)).toBeDefined();
      expect(await listStaff(context)).toEqual([]);
    });

    test('for a new password ends all sessions, and leaves the second factor', async () => {
      const admin = await firstAdmin();
      await signIn(admin.id);
      const { token } = await makeLink(context, { actor: OPERATOR, staff: admin.id });
      await redeemLink(context, { token, password: 'a quite new password' });
      expect(await context.database.orm.select().from(session)).toEqual([]);
      expect(await isPasswordOf(context.database.orm, admin.id, PASSWORD)).toBe(false);
      expect(await isPasswordOf(context.database.orm, admin.id, 'a quite new password')).toBe(true);
    });

    test('made anew ends the one before', async () => {
      const admin = await firstAdmin();
      const older = await makeLink(context, { actor: admin.actor, staff: admin.id });
      const newer = await makeLink(context, { actor: admin.actor, staff: admin.id });
      expect(await openLink(context, older.token)).toBeUndefined();
      expect(await openLink(context, newer.token)).toBeDefined();
    });
  });

  describe('an invitation', () => {
    test('is refused for an address that somebody has, in whatever case', async () => {
      await firstAdmin();
      const again = inviteStaff(context, { actor: OPERATOR, ...ADA, role: 'viewer' });
      await expect(again).rejects.toMatchObject({ code: 'conflict', reason: 'address-taken' });
    });

    test('of one address at the same moment makes one member of staff', async () => {
      const admin = await firstAdmin();
      const input = { actor: admin.actor, name: 'Ed', email: 'ed@example.com', role: 'editor' } as const;
      const results = await Promise.allSettled([inviteStaff(context, input), inviteStaff(context, input)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await listStaff(context)).toHaveLength(2);
    });

    test('is for a new person when the one who had the address was removed', async () => {
      const admin = await firstAdmin();
      const ed = await joined('Ed', 'editor');
      await removeStaff(context, { actor: admin.actor, staff: ed.id });
      const again = await joined('Ed', 'viewer');
      expect(again.id).not.toBe(ed.id);
      expect((await listStaff(context)).map(({ state }) => state)).toEqual(['active', 'active', 'removed']);
    });
  });

  describe('the last admin', () => {
    test('can be neither lowered, removed nor forgotten, not even by the operator', async () => {
      const admin = await firstAdmin();
      await inviteStaff(context, {
        actor: OPERATOR,
        name: 'Second',
        email: 'second@example.com',
        role: 'admin',
      });
      const input = { actor: OPERATOR, staff: admin.id };
      for (const doing of [
        changeRole(context, { ...input, role: 'viewer' }),
        removeStaff(context, input),
        forgetStaff(context, input),
      ])
        await expect(doing).rejects.toMatchObject({ reason: 'last-admin' });
      expect((await listStaff(context))[0]).toMatchObject({ role: 'admin', state: 'active' });
    });

    test('stays, when two admins remove each other at the same moment, in two processes', async () => {
      const one = await firstAdmin();
      const two = await joined('Two', 'admin');
      const other = await startContext(url);
      bench.afterwards(() => other.close());
      const results = await Promise.allSettled([
        removeStaff(context, { actor: one.actor, staff: two.id }),
        removeStaff(other, { actor: two.actor, staff: one.id }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const admins = (await listStaff(context)).filter(({ state }) => state === 'active');
      expect(admins).toHaveLength(1);
    });

    test.each([
      ['lower', (who: string, by: Actor) => changeRole(context, { actor: by, staff: who, role: 'viewer' })],
      ['remove', (who: string, by: Actor) => removeStaff(context, { actor: by, staff: who })],
      ['forget', (who: string, by: Actor) => forgetStaff(context, { actor: by, staff: who })],
    ])('is not needed for this: nobody may %s themselves', async (_, verb) => {
      const one = await firstAdmin();
      await joined('Two', 'admin');
      await expect(verb(one.id, one.actor)).rejects.toMatchObject({ reason: 'oneself' });
    });
  });

  describe('who is removed', () => {
    test('is out at once, keeps a name, and nothing else', async () => {
      const admin = await firstAdmin();
      const ed = await joined('Ed', 'editor');
      await signIn(ed.id);
      const { token } = await makeLink(context, { actor: admin.actor, staff: ed.id });
      await removeStaff(context, { actor: admin.actor, staff: ed.id });
      const { orm } = context.database;
      expect(await orm.select().from(session).where(eq(session.userId, ed.id))).toEqual([]);
      expect(await orm.select().from(account).where(eq(account.userId, ed.id))).toEqual([]);
      expect(await openLink(context, token)).toBeUndefined();
      const [row] = await orm.select().from(staffTable).where(eq(staffTable.id, ed.id));
      expect(row).toMatchObject({ name: 'Ed', state: 'removed', email: `${ed.id}@removed.invalid` });
      expect((await staffNames(context)).get(ed.id)).toBe('Ed');
    });

    test('cannot be removed, given a role or a link again', async () => {
      const admin = await firstAdmin();
      const ed = await joined('Ed', 'editor');
      const input = { actor: admin.actor, staff: ed.id };
      await removeStaff(context, input);
      for (const doing of [
        removeStaff(context, input),
        makeLink(context, input),
        changeRole(context, { ...input, role: 'admin' }),
        signOutStaff(context, input),
      ])
        await expect(doing).rejects.toMatchObject({ reason: 'gone' });
    });

    test('may be forgotten: the database then holds neither name nor address, and the audit log its id', async () => {
      const admin = await firstAdmin();
      const ed = await joined('Edwina', 'editor');
      await forgetStaff(context, { actor: admin.actor, staff: ed.id });
      await forgetStaff(context, { actor: admin.actor, staff: ed.id });
      const { orm } = context.database;
      const everything = JSON.stringify([
        await orm.select().from(staffTable),
        await orm.select().from(auditLog),
        await orm.select().from(account),
      ]);
      expect(everything.toLowerCase()).not.toContain('edwina');
      expect((await staffNames(context)).has(ed.id)).toBe(false);
      expect((await audited()).slice(-2)).toEqual([
        'staff staff.removed staff',
        'staff staff.forgotten staff',
      ]);
      const rows = await orm.select().from(auditLog).where(eq(auditLog.action, 'staff.forgotten'));
      expect(rows).toMatchObject([{ subject: `staff:${ed.id}`, actorId: admin.id }]);
    });
  });

  test('a role is changed with an audit row that says from what to what, and the same role with none', async () => {
    const admin = await firstAdmin();
    const ed = await joined('Ed', 'editor');
    await changeRole(context, { actor: admin.actor, staff: ed.id, role: 'approver' });
    await changeRole(context, { actor: admin.actor, staff: ed.id, role: 'approver' });
    const rows = await context.database.orm
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'staff.role-changed'));
    expect(rows).toMatchObject([
      { subject: `staff:${ed.id}`, before: '{"role":"editor"}', after: '{"role":"approver"}' },
    ]);
  });

  test('a second factor is taken away with all sessions', async () => {
    const admin = await firstAdmin();
    const ed = await joined('Ed', 'editor');
    await signIn(ed.id);
    const { orm } = context.database;
    await orm.insert(twoFactor).values({ id: 'factor', secret: 's', backupCodes: 'b', userId: ed.id });
    await orm.update(staffTable).set({ twoFactorEnabled: true }).where(eq(staffTable.id, ed.id));
    await resetSecondFactor(context, { actor: admin.actor, staff: ed.id });
    expect(await orm.select().from(twoFactor)).toEqual([]);
    expect(await orm.select().from(session)).toEqual([]);
    expect((await listStaff(context)).map(({ hasSecondFactor }) => hasSecondFactor)).toEqual([false, false]);
  });

  test('somebody is signed out everywhere', async () => {
    const admin = await firstAdmin();
    await signIn(admin.id);
    expect(await signOutStaff(context, { actor: OPERATOR, staff: admin.id })).toBe(1);
    expect(await context.database.orm.select().from(session)).toEqual([]);
  });

  test('it is known when somebody last signed in, also after the session has ended', async () => {
    const admin = await firstAdmin();
    expect((await listStaff(context))[0]?.signedInAt).toBeUndefined();
    for (const at of ['2026-01-11T09:00:00Z', '2026-01-12T09:00:00Z']) {
      context.clock.moveTo(at);
      await context.database.write((transaction) =>
        recordAudit(transaction, {
          at: context.clock.now(),
          actor: admin.actor,
          action: 'session.begun',
          subject: `staff:${admin.id}`,
        }),
      );
    }
    expect((await listStaff(context))[0]?.signedInAt).toBe('2026-01-12T09:00:00.000Z');
  });

  test('house rules are the usual ones until they are set, and set once when they are the same', async () => {
    const admin = await firstAdmin();
    expect(await houseRules(context)).toEqual({ secondFactor: 'optional', ownApproval: 'refused' });
    const rules = { secondFactor: 'required', ownApproval: 'allowed' } as const;
    await setHouseRules(context, { actor: admin.actor, rules });
    await setHouseRules(context, { actor: admin.actor, rules });
    expect(await houseRules(context)).toEqual(rules);
    const rows = await context.database.orm
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'house-rules.changed'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      before: '{"ownApproval":"refused","secondFactor":"optional"}',
      after: '{"ownApproval":"allowed","secondFactor":"required"}',
    });
  });

  test('nobody is changed by an id that nobody has', async () => {
    const input = { actor: OPERATOR, staff: '019c1880-0000-7000-8000-00000000ffff' };
    for (const doing of [removeStaff(context, input), forgetStaff(context, input), makeLink(context, input)])
      await expect(doing).rejects.toMatchObject({ reason: 'unknown-person' });
  });
});
