import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { FIRST_FIELDS, firstContent, firstFactsIn } from '../../src/admin/start/first-facts.ts';
import type { Actor } from '../../src/actor.ts';
import { noticeOf } from '../../src/domain/ledger.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import { approveDraft } from '../../src/drafts/approve-draft.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { planOf } from '../../src/drafts/plan.ts';
import { publishDraft } from '../../src/drafts/publish-draft.ts';
import { submitDraft } from '../../src/drafts/submit-draft.ts';
import type { ReceivedForm } from '../../src/forms/received-form.ts';
import { draftImport, planImportDraft } from '../../src/register/import-draft.ts';
import { inviteStaff } from '../../src/staff/invite-staff.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import { APPLICATION, ORGANISATION_STATE, processing, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { publishAnother, startContext, type TestContext } from './support/register.ts';

const bench = useBench();

const FORM: Readonly<Record<string, string>> = {
  name: 'Mine B.V.',
  legalName: '',
  country: 'NL',
  privacyContact: 'privacy@example.com',
  objectionMailbox: '',
  noticePeriod: '30',
  objectionPeriod: '14',
  timeZone: 'Europe/Amsterdam',
  defaultLanguage: 'nl',
  product: 'Mijn App',
  capacity: 'processor',
};

function formOf(values: Readonly<Record<string, string>>): ReceivedForm {
  return {
    action: 'begin',
    argument: '',
    value: (name) => values[name] ?? '',
    values: (name) => (name in values ? [values[name] ?? ''] : []),
    names: () => Object.keys(values),
    file: () => undefined,
  };
}

let context: TestContext;

beforeEach(async () => {
  const { url } = await bench.place('a file');
  context = await startContext(url);
  bench.afterwards(() => context.close());
});

async function colleague(role: StaffRole): Promise<Actor> {
  const { member } = await inviteStaff(context, {
    actor: { kind: 'system', id: 'command-line' },
    name: `An ${role}`,
    email: `${role}@example.com`,
    role,
  });
  return { kind: 'staff', id: member.id };
}

describe('the form that begins a register', () => {
  test('leads to a first edition, once a colleague has approved it', async () => {
    const [admin, approver] = [await colleague('admin'), await colleague('approver')];
    const facts = firstFactsIn(formOf(FORM));
    if ('wrong' in facts) throw new Error(facts.wrong.join());
    const { id } = await beginDraft(context, {
      actor: admin,
      key: 'a-key-of-a-form-that-was-sent',
      title: 'First edition',
      content: firstContent(facts),
    });
    await submitDraft(context, { actor: admin, draft: id, version: 1 });
    await approveDraft(context, { actor: approver, draft: id, version: 1, wordingConfirmed: [] });
    const notice = await publishDraft(context, { actor: approver, draft: id, version: 1 });
    expect(notice).toMatchObject({ edition: 1, marks: ['baseline'] });
    const register = registerOn(context.ledger.current(), notice.effectiveOn);
    expect(register.organisation).toEqual({
      name: 'Mine B.V.',
      country: 'NL',
      privacyContact: 'privacy@example.com',
      noticePeriod: 'P30D',
      objectionPeriod: 'P14D',
      timeZone: 'Europe/Amsterdam',
      defaultLanguage: 'nl',
    });
    expect([...register.scopes]).toEqual([['mijn-app', { name: { nl: 'Mijn App' }, capacity: 'processor' }]]);
  });

  test.each([
    ['name', '   '],
    ['name', 'two\nlines'],
    ['country', 'XX'],
    ['privacyContact', 'nobody'],
    ['objectionMailbox', 'nobody'],
    ['noticePeriod', ''],
    ['noticePeriod', '-5'],
    ['noticePeriod', '1M'],
    ['noticePeriod', '1e3'],
    ['objectionPeriod', '31'],
    ['timeZone', 'Mars/Olympus'],
    ['defaultLanguage', 'no language'],
    ['product', ''],
    ['product', 'two\nlines'],
    ['product', 'x'.repeat(501)],
    ['capacity', 'king'],
  ])('says of %s that %j is wrong, and of nothing else', (field, value) => {
    expect(firstFactsIn(formOf({ ...FORM, [field]: value }))).toEqual({ wrong: [field] });
  });

  test('takes whatever is typed for facts that can be published, or says which are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          Object.fromEntries(
            FIRST_FIELDS.map((name) => [
              name,
              fc.oneof(fc.constant(FORM[name] ?? ''), fc.string({ unit: 'binary' }), fc.string()),
            ]),
          ),
        ),
        async (values) => {
          const facts = firstFactsIn(formOf(values));
          if ('wrong' in facts) return facts.wrong.length > 0;
          const { problems } = await planOf(context, firstContent(facts));
          return problems.length === 0;
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file', () => {
  const baseline = {
    organisation: ORGANISATION_STATE,
    scopes: new Map([['application', APPLICATION]]),
    thirdParties: new Map([['first-host', thirdParty('First Host', { p1: processing() })]]),
  };

  test('becomes a draft of the first edition of an empty register, once for two clicks', async () => {
    const input = {
      actor: await colleague('admin'),
      key: 'a-key-of-a-form-that-was-sent',
      title: 'Import',
      baseline,
      complete: false,
    };
    const { draft, plan } = await draftImport(context, input);
    expect(plan).toMatchObject({ problems: [], notice: { edition: 1, marks: ['baseline'] } });
    expect((await draftImport(context, input)).draft.id).toBe(draft.id);
    expect(context.ledger.current().notices).toEqual([]);
  });

  test('is drafted against what will be in effect on the eve of its day', async () => {
    const admin = await colleague('admin');
    const { draft } = await draftImport(context, {
      actor: admin,
      key: 'the-key-of-the-first-form',
      title: 'Import',
      baseline,
      complete: false,
    });
    await submitDraft(context, { actor: admin, draft: draft.id, version: 1 });
    const approver = await colleague('approver');
    await approveDraft(context, { actor: approver, draft: draft.id, version: 1, wordingConfirmed: [] });
    await publishDraft(context, { actor: approver, draft: draft.id, version: 1 });
    // Planned for the first lawful day: the file, which lacks it, says nothing of it.
    await publishAnother(context, 'second');
    const renamed = thirdParty('First Host', {
      p1: processing({ retention: { form: 'period', period: 'P1Y' } }),
    });
    const { content, plan } = await planImportDraft(context, {
      baseline: { ...baseline, thirdParties: new Map([['first-host', renamed]]) },
      complete: false,
    });
    expect(content.changes).toMatchObject([
      {
        subject: { id: 'first-host' },
        fields: [{ field: 'processings/p1/retention', before: { period: 'P45D' }, after: { period: 'P1Y' } }],
      },
    ]);
    expect(plan.problems).toEqual([]);
    expect(plan.effectiveOn).toBe(plan.firstLawfulDay);
    expect(noticeOf(context.ledger.current(), 2)?.effectiveOn).toBe(plan.effectiveOn);
  });

  test('with a term that no vocabulary has is refused with every reason, and nothing is drafted', async () => {
    const wrong = thirdParty('Wrong', {
      p1: processing({ scope: 'nowhere', data: [{ term: 'no-such-term' }] }),
    });
    const file = { ...baseline, thirdParties: new Map([['wrong', wrong]]) };
    await expect(planImportDraft(context, { baseline: file, complete: false })).rejects.toMatchObject({
      code: 'refused',
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'unknown-scope' }),
        expect.objectContaining({ code: 'invalid-value', at: 'data/no-such-term' }),
      ]) as unknown,
    });
  });
});
