import { describe, expect, test } from 'vitest';
import { dossier } from '../../db/schema/dossier.ts';
import type { SubjectChange } from '../../src/domain/classify.ts';
import { isSetChange } from '../../src/domain/field-change.ts';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import type { ThirdParty } from '../../src/domain/subjects/third-party.ts';
import type { DraftContent } from '../../src/drafts/draft-content.ts';
import { planOf } from '../../src/drafts/plan.ts';
import { publishDraft } from '../../src/drafts/publish-draft.ts';
import { submitDraft } from '../../src/drafts/submit-draft.ts';
import { outcome } from '../support/outcome.ts';
import { APPLICATION, ORGANISATION_STATE, processing, thirdParty, WEBSITES } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { adding, approved, APPROVER, begun, changesOf, EDITOR, publishedFrom } from './support/drafts.ts';
import { publishBaseline, startContext, to, type TestContext } from './support/register.ts';
import { expectRefused } from './support/refused.ts';

const bench = useBench();
const host = thirdParty('First Host', { p1: processing() });
const reason = { en: 'The first host is closing down.' };

async function empty(): Promise<TestContext> {
  const context = await startContext((await bench.place('a file')).url);
  bench.afterwards(() => context.close());
  return context;
}

async function start(): Promise<TestContext> {
  const context = await empty();
  await publishBaseline(context);
  return context;
}

function party(context: TestContext, id: string, state: ThirdParty, day?: string): SubjectChange {
  return to(context.ledger.current(), 'third-party', id, state, day);
}

function partiesOn(context: TestContext, day: string): Record<string, string[]> {
  const { thirdParties } = registerOn(context.ledger.current(), day);
  return Object.fromEntries(
    [...thirdParties].map(([id, state]) => [id, Object.keys(state.processings ?? {})]),
  );
}

/** A draft of this content can be begun but not submitted, for these reasons. */
async function expectUnready(
  context: TestContext,
  content: DraftContent,
  problems: unknown[],
): Promise<void> {
  const { id: draft, version } = await begun(context, content);
  expect((await planOf(context, content)).problems).toEqual(problems);
  await expectRefused(
    context,
    () => submitDraft(context, { actor: EDITOR, draft, version }),
    'refused',
    problems,
  );
}

describe('third parties', () => {
  test('one replaces another in two processings', async () => {
    const context = await start();
    const two = { p1: processing(), p2: processing({ purpose: { en: 'Mail' } }) };
    const { processings: _, ...ended } = host;
    const content = changesOf([
      party(context, 'new-host', thirdParty('New Host', two, { replaces: ['first-host'] })),
      party(context, 'first-host', ended),
    ]);
    const plan = await planOf(context, content);
    expect(plan).toMatchObject({
      problems: [],
      announcedOn: '2026-01-10',
      effectiveOn: '2026-02-10',
      firstLawfulDay: '2026-02-10',
      objectionDeadline: '2026-02-09',
      isCurrent: true,
    });
    const notice = await publishedFrom(context, content);
    expect(outcome(notice)).toEqual(outcome(plan.notice ?? notice));
    expect(partiesOn(context, '2026-02-09')).toEqual({ 'first-host': ['p1'] });
    expect(partiesOn(context, '2026-02-10')).toEqual({ 'first-host': [], 'new-host': ['p1', 'p2'] });
  });

  test('two merge into one, which is split again', async () => {
    const context = await start();
    await publishedFrom(context, adding(context, 'second-host'));
    context.clock.moveTo('2026-03-01T11:00:00Z');
    const person = { person: 'first-host', name: 'First Host B.V.', country: 'NL' };
    const without = (id: string): ThirdParty => {
      const { processings: _, ...rest } =
        registerOn(context.ledger.current(), '2026-03-01').thirdParties.get(id) ?? host;
      return rest;
    };
    const merged = thirdParty(
      'Hosts',
      { p1: processing() },
      { entity: person, continues: ['first-host', 'second-host'] },
    );
    const merger = await publishedFrom(
      context,
      changesOf(
        [
          party(context, 'hosts', merged),
          party(context, 'first-host', without('first-host')),
          party(context, 'second-host', without('second-host')),
        ],
        { effectiveOn: '2026-04-05' },
      ),
    );
    expect(merger.changes[0]?.effects[0]?.types).toContain('restructured');
    expect(partiesOn(context, '2026-04-05')).toMatchObject({ hosts: ['p1'], 'first-host': [] });
    context.clock.moveTo('2026-04-10T11:00:00Z');
    const split = await publishedFrom(
      context,
      changesOf([
        party(
          context,
          'part',
          thirdParty('Part', { p1: processing() }, { entity: person, continues: ['hosts'] }),
        ),
      ]),
    );
    expect(split.changes[0]?.effects[0]?.types).toEqual(['restructured']);
    expect(split).toMatchObject({ class: 'told', effectiveOn: '2026-04-10' });
  });

  test('several change at once, and what is told waits for what needs notice', async () => {
    const context = await start();
    const content = changesOf([
      ...adding(context, 'one').changes,
      ...adding(context, 'other').changes,
      party(context, 'first-host', { ...host, affiliate: true }),
    ]);
    const notice = await publishedFrom(context, content);
    expect(notice.changes.map(({ subject }) => subject.id)).toEqual(['one', 'other', 'first-host']);
    expect(notice.effectiveOn).toBe('2026-02-10');
  });
});

describe('scopes and the organisation', () => {
  test('change in one draft with what uses them', async () => {
    const context = await start();
    const ledger = context.ledger.current();
    const notice = await publishedFrom(
      context,
      changesOf([
        to(ledger, 'scope', 'websites', WEBSITES),
        to(ledger, 'organisation', 'organisation', {
          ...ORGANISATION_STATE,
          legalName: 'Example Holding B.V.',
        }),
        party(
          context,
          'analytics',
          thirdParty('Analytics', { p1: processing({ scope: 'websites', role: 'processor' }) }),
        ),
      ]),
    );
    expect(notice).toMatchObject({ class: 'told', effectiveOn: '2026-01-10' });
    const register = registerOn(context.ledger.current(), '2026-01-10');
    expect(register.organisation?.legalName).toBe('Example Holding B.V.');
    expect([...register.scopes.keys()]).toEqual(['application', 'websites']);
  });

  test('a scope that is in use cannot be taken away', async () => {
    const context = await start();
    const { fields } = to({ notices: [] }, 'scope', 'application', APPLICATION);
    const gone = fields.flatMap((field) =>
      isSetChange(field) ? [] : [{ field: field.field, before: field.after, after: null }],
    );
    await expectUnready(
      context,
      changesOf([{ subject: { kind: 'scope', id: 'application' }, fields: gone }]),
      [{ code: 'unknown-scope', at: 'third-party/first-host', edition: 1, value: 'application' }],
    );
  });
});

describe('a first edition', () => {
  test('can be a draft that names only the organisation', async () => {
    const context = await empty();
    const content = changesOf([to({ notices: [] }, 'organisation', 'organisation', ORGANISATION_STATE)]);
    expect(await planOf(context, content)).toMatchObject({
      announcedOn: '2026-01-10',
      effectiveOn: '2026-01-10',
      problems: [],
      notice: { edition: 1, marks: ['baseline'] },
    });
    expect(await publishedFrom(context, content)).toMatchObject({ edition: 1, class: 'told' });
  });

  test('says what is missing when it names nobody', async () => {
    const context = await empty();
    await expectUnready(context, adding(context, 'one'), [{ code: 'no-organisation' }]);
    await expectUnready(context, { kind: 'withdraw', edition: 1 }, [{ code: 'unknown-edition' }]);
  });

  test('may have gaps and asks for no contract: it says what is in use', async () => {
    const context = await empty();
    const { retention: _, ...open } = processing();
    await noContractWith(context, 'one');
    const content = changesOf([
      to({ notices: [] }, 'organisation', 'organisation', ORGANISATION_STATE),
      to({ notices: [] }, 'scope', 'application', APPLICATION),
      party(context, 'one', thirdParty('One', { p1: open })),
    ]);
    const plan = await planOf(context, content);
    expect(plan.problems).toEqual([]);
    expect(plan.gaps).toMatchObject([{ subject: { id: 'one' }, field: 'processings/p1/retention' }]);
    expect(await publishedFrom(context, content)).toMatchObject({ edition: 1 });
  });
});

test('a newcomer of which nothing is said is no change to tell anybody of', async () => {
  const context = await start();
  const idle = changesOf([party(context, 'one', thirdParty('One', {}))]);
  await expectUnready(context, idle, [{ code: 'does-nothing', at: 'third-party/one/processings' }]);
  const gone = changesOf([party(context, 'first-host', { ...host, processings: {} })]);
  expect((await planOf(context, gone)).problems).toEqual([]);
});

async function noContractWith(context: TestContext, thirdPartyId: string): Promise<void> {
  await context.database.orm.insert(dossier).values({
    thirdParty: thirdPartyId,
    version: 1,
    contract: 'none',
    updatedAt: '2026-01-10T11:00:00.000Z',
  });
}

describe('a subprocessor without a contract', () => {
  const missing = { code: 'contract-missing', at: 'third-party/one', value: 'one' };

  test('is added only with an argument', async () => {
    const context = await start();
    await noContractWith(context, 'one');
    const content = adding(context, 'one');
    await expectUnready(context, content, [missing]);
    expect((await planOf(context, content)).notice).toBeDefined();
    const argued = {
      ...content,
      arguments: { one: 'The contract is signed on 1 February, before any data flow.' },
    };
    const notice = await publishedFrom(context, argued);
    expect(notice.row.payload).not.toContain('signed on');
  });

  test('is not one when it is a controller, or was one all along', async () => {
    const context = await start();
    await noContractWith(context, 'one');
    await noContractWith(context, 'first-host');
    const controller = thirdParty('One', { p1: processing({ role: 'independent-controller' }) });
    expect((await planOf(context, changesOf([party(context, 'one', controller)]))).problems).toEqual([]);
    const same = changesOf([party(context, 'first-host', { ...host, affiliate: true })]);
    expect((await planOf(context, same)).problems).toEqual([]);
    await publishedFrom(context, changesOf([party(context, 'one', controller)]));
    context.clock.moveTo('2026-03-01T11:00:00Z');
    const turned = changesOf([party(context, 'one', thirdParty('One', { p1: processing() }))]);
    expect((await planOf(context, turned)).problems).toEqual([missing]);
  });

  test('stops a publication of what was approved before the contract ended', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    await noContractWith(context, 'one');
    const publish = () => publishDraft(context, { actor: APPROVER, draft: draft.id, version: 1 });
    await expectRefused(context, publish, 'refused', [missing]);
  });
});

describe('a day sooner than the notice period allows', () => {
  test('is shown, but needs to be short notice with a public reason', async () => {
    const context = await start();
    const content = { ...adding(context, 'one'), effectiveOn: '2026-01-12' };
    await expectUnready(context, content, [{ code: 'too-early', at: 'effectiveOn', value: '2026-02-10' }]);
    const early = { ...content, shortNotice: true as const };
    await expectUnready(context, early, [{ code: 'reason-missing', at: 'reason' }]);
    const plan = await planOf(context, early);
    expect(plan).toMatchObject({
      effectiveOn: '2026-01-12',
      firstLawfulDay: '2026-02-10',
      objectionDeadline: '2026-02-09',
      notice: { marks: ['short-notice'] },
    });
    expect(plan.notice).not.toHaveProperty('reason');
    const notice = await publishedFrom(context, { ...early, reason });
    expect(notice).toMatchObject({ marks: ['short-notice'], effectiveOn: '2026-01-12', reason });
  });

  test('in the past is a late disclosure, with a public reason', async () => {
    const context = await start();
    context.clock.moveTo('2026-02-20T11:00:00Z');
    const content = { ...adding(context, 'one'), effectiveOn: '2026-02-01' };
    await expectUnready(context, content, [{ code: 'reason-missing', at: 'reason' }]);
    expect(await publishedFrom(context, { ...content, reason })).toMatchObject({
      marks: ['late-disclosure'],
      effectiveOn: '2026-02-01',
      class: 'needs-notice',
    });
  });
});

describe('a draft that revises a notice', () => {
  async function planned(): Promise<TestContext> {
    const context = await start();
    await publishedFrom(context, adding(context, 'one'));
    context.clock.moveTo('2026-01-12T11:00:00Z');
    return context;
  }

  test('withdraws a plan', async () => {
    const context = await planned();
    const plan = await planOf(context, { kind: 'withdraw', edition: 2, reason });
    expect(plan).toMatchObject({ problems: [], effectiveOn: '2026-01-12', notice: { edition: 3 } });
    await publishedFrom(context, { kind: 'withdraw', edition: 2, reason });
    expect(lifecycleOf(context.ledger.current(), 2, '2026-01-12')).toMatchObject({ state: 'withdrawn' });
    await expectUnready(context, { kind: 'withdraw', edition: 2 }, [
      { code: 'already-withdrawn', edition: 3 },
    ]);
    await expectUnready(context, { kind: 'withdraw', edition: 9 }, [{ code: 'unknown-edition', edition: 9 }]);
  });

  test('postpones a plan, never to an earlier day', async () => {
    const context = await planned();
    const to = '2026-03-01';
    expect(await planOf(context, { kind: 'postpone', edition: 2, to })).toMatchObject({
      problems: [],
      effectiveOn: '2026-01-12',
      firstLawfulDay: '2026-02-11',
    });
    await expectUnready(context, { kind: 'postpone', edition: 2 }, [
      { code: 'invalid-value', at: 'revises/to', value: '' },
    ]);
    await expectUnready(context, { kind: 'postpone', edition: 2, to: '2026-02-10' }, [
      { code: 'not-later', edition: 2, value: '2026-02-10' },
    ]);
    await publishedFrom(context, { kind: 'postpone', edition: 2, to });
    expect(lifecycleOf(context.ledger.current(), 2, '2026-01-12')).toMatchObject({ effectiveOn: to });
  });

  test('amends the words of a plan, each confirmed by the approver', async () => {
    const context = await planned();
    const field = 'processings/p1/purpose/en';
    const fields = [{ field, before: 'Hosting', after: 'Hosting.' }];
    const content: DraftContent = { kind: 'amend', edition: 2, amendments: [{ change: 0, fields }] };
    expect((await planOf(context, content)).wording).toEqual([
      { at: `changes/0/${field}`, before: 'Hosting', after: 'Hosting.' },
    ]);
    expect(await publishedFrom(context, content)).toMatchObject({ class: 'editorial' });
    await expectUnready(context, content, [
      { code: 'before-differs', at: `changes/0/${field}`, value: 'Hosting.' },
    ]);
  });

  test('withdraws what is in effect as published in error, with a public reason', async () => {
    const context = await planned();
    context.clock.moveTo('2026-02-20T11:00:00Z');
    await expectUnready(context, { kind: 'withdraw', edition: 2 }, [
      { code: 'reason-missing', at: 'reason' },
    ]);
    const plan = await planOf(context, { kind: 'withdraw', edition: 2 });
    expect(plan.notice?.revises).toMatchObject({ inError: true });
    expect(plan.notice).not.toHaveProperty('reason');
    const notice = await publishedFrom(context, { kind: 'withdraw', edition: 2, reason });
    expect(notice).toMatchObject({ revises: { inError: true }, reason });
    expect(partiesOn(context, '2026-02-20')).toEqual({ 'first-host': ['p1'] });
  });
});

describe('what cannot be published', () => {
  test('a term that no vocabulary has is told at its field', async () => {
    const context = await start();
    const state = thirdParty('One', { p1: processing({ data: [{ term: 'shoe-size' }] }) });
    await expectUnready(context, changesOf([party(context, 'one', state)]), [
      { code: 'unknown-term', at: 'third-party/one/processings/p1/data', value: 'data/shoe-size' },
    ]);
  });

  test('a field that the register does not have, or a value that it cannot', async () => {
    const context = await start();
    const subject = { kind: 'third-party', id: 'first-host' } as const;
    const fields = [
      { field: 'nonsense', before: null, after: 'x' },
      { field: 'entity/country', before: 'NL', after: 'Netherlands' },
      { field: 'affiliate', before: null, after: true },
    ];
    const content = changesOf([{ subject, fields }]);
    const plan = await planOf(context, content);
    expect(plan.problems.map(({ code, at }) => [code, at])).toEqual([
      ['unknown-field', 'third-party/first-host/nonsense'],
      ['invalid-value', 'third-party/first-host/entity/country'],
    ]);
    expect(plan.content).toEqual(content);
    expect(plan.notice).toBeUndefined();
  });

  test('a plan of others that it would stand in the way of is named', async () => {
    const context = await start();
    const renamed = { ...host, entity: { ...host.entity, name: 'First Host Inc.' } };
    await publishedFrom(
      context,
      changesOf([party(context, 'first-host', renamed)], { effectiveOn: '2026-03-01' }),
    );
    const now = { ...host, entity: { ...host.entity, name: 'First Host Ltd.' } };
    const { problems } = await planOf(context, changesOf([party(context, 'first-host', now, '2026-01-10')]));
    expect(problems).toMatchObject([
      { code: 'conflict', at: 'third-party/first-host/entity/name', edition: 2 },
    ]);
  });
});
