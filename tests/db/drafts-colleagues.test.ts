import { describe, expect, test } from 'vitest';
import { registerOn } from '../../src/domain/register-on.ts';
import type { Processing } from '../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../src/domain/subjects/third-party.ts';
import { approveDraft } from '../../src/drafts/approve-draft.ts';
import type { Draft, DraftContent } from '../../src/drafts/draft-content.ts';
import { draftVersion, draftVersions } from '../../src/drafts/draft-version.ts';
import { dropSubject } from '../../src/drafts/drop-subject.ts';
import { planOf } from '../../src/drafts/plan.ts';
import { publishDraft } from '../../src/drafts/publish-draft.ts';
import { readDraft } from '../../src/drafts/read-draft.ts';
import { resolveConflicts } from '../../src/drafts/resolve-conflicts.ts';
import { saveDraft } from '../../src/drafts/save-draft.ts';
import { saveSubject } from '../../src/drafts/save-subject.ts';
import { stateIn } from '../../src/drafts/state-in.ts';
import { submitDraft } from '../../src/drafts/submit-draft.ts';
import { RegistryError } from '../../src/errors.ts';
import { processing, subject, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import {
  adding,
  approve,
  approved,
  APPROVER,
  begun,
  changesOf,
  COLLEAGUE,
  EDITOR,
  publishedFrom,
  submitted,
} from './support/drafts.ts';
import { PLACES, type PlaceKind } from './support/place.ts';
import { publishBaseline, startContext, to, type TestContext } from './support/register.ts';
import { expectRefused, tablesOf } from './support/refused.ts';

const bench = useBench();
const HOST = subject('third-party', 'first-host');
const host = thirdParty('First Host', { p1: processing() });

async function start(kind: PlaceKind = 'a file'): Promise<TestContext & { url: string }> {
  const { url } = await bench.place(kind);
  return { ...(await open(url)), url };
}

async function open(url: string): Promise<TestContext> {
  const context = await startContext(url);
  bench.afterwards(() => context.close());
  if (context.ledger.current().notices.length === 0) await publishBaseline(context);
  return context;
}

/** Content of a draft that leads the host to a state. */
function making(context: TestContext, state: ThirdParty): DraftContent {
  return changesOf([to(context.ledger.current(), 'third-party', HOST.id, state)]);
}

function named(name: string): ThirdParty {
  return { ...host, entity: { ...host.entity, name } };
}

function withProcessing(id: string, changed: Partial<Processing>): ThirdParty {
  return { ...host, processings: { ...host.processings, [id]: processing(changed) } };
}

function hostOf(context: TestContext, day = '9999-12-31'): ThirdParty | undefined {
  return registerOn(context.ledger.current(), day).thirdParties.get(HOST.id);
}

describe('a second tab', () => {
  test('that changed the same is refused, and both versions are there to be looked at', async () => {
    const context = await start();
    const draft = await begun(context, making(context, named('First Host Inc.')));
    const mine = making(context, named('First Host Ltd.'));
    const yours = making(context, named('First Host LLC'));
    await saveDraft(context, { actor: COLLEAGUE, draft: draft.id, version: 1, content: yours });
    const save = () => saveDraft(context, { actor: EDITOR, draft: draft.id, version: 1, content: mine });
    await expectRefused(context, save, 'conflict', [{ code: 'draft-changed', value: '2' }]);
    expect((await draftVersion(context, draft.id, 2))?.content).toEqual(yours);
    expect((await draftVersion(context, draft.id, 1))?.content).toEqual(draft.content);
  });

  test('that changed something else keeps both edits', async () => {
    const context = await start();
    const draft = await begun(context, making(context, named('First Host Inc.')));
    const reason = { en: 'A reason' };
    const first = { ...draft.content, reason } as DraftContent;
    await saveDraft(context, { actor: COLLEAGUE, draft: draft.id, version: 1, content: first });
    const both = await saveDraft(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 1,
      title: 'Renamed',
      content: making(context, named('First Host Ltd.')),
    });
    expect(both).toMatchObject({ version: 3, title: 'Renamed' });
    expect(both.content).toEqual({ ...making(context, named('First Host Ltd.')), reason });
  });

  test('that began from a version that never was is refused', async () => {
    const context = await start();
    const draft = await begun(context, making(context, named('First Host Inc.')));
    for (const version of [0, 2, 1.5, Number.NaN])
      await expectRefused(
        context,
        () =>
          saveDraft(context, {
            actor: EDITOR,
            draft: draft.id,
            version,
            content: { kind: 'withdraw', edition: 2 },
          }),
        'conflict',
      );
  });

  test.each(PLACES)('in %s submits, approves and publishes only what it has seen', async (kind) => {
    const context = await start(kind);
    const draft = await begun(context, adding(context, 'one'));
    const content = { ...draft.content, reason: { en: 'Second' } } as DraftContent;
    await saveDraft(context, { actor: COLLEAGUE, draft: draft.id, version: 1, content });
    const stale = { actor: EDITOR, draft: draft.id, version: 1 };
    const changed = [{ code: 'draft-changed', value: '2' }];
    await expectRefused(context, () => submitDraft(context, stale), 'conflict', changed);
    await submitDraft(context, { ...stale, version: 2 });
    const approval = { ...stale, actor: APPROVER, wordingConfirmed: [] };
    await expectRefused(context, () => approveDraft(context, approval), 'conflict', changed);
    await approveDraft(context, { ...approval, version: 2 });
    await expectRefused(
      context,
      () => publishDraft(context, { ...stale, actor: APPROVER }),
      'conflict',
      changed,
    );
  });
});

describe('the form of a subject', () => {
  test('puts what leads to the wanted state in place of what was drafted', async () => {
    const context = await start();
    const draft = await begun(context, making(context, named('First Host Inc.')));
    const by = { actor: EDITOR, draft: draft.id, subject: HOST };
    const saved = await saveSubject(context, { ...by, version: 1, state: { ...host, affiliate: true } });
    expect(saved.content).toMatchObject({
      changes: [{ subject: HOST, fields: [{ field: 'affiliate', before: null, after: true }] }],
    });
    expect(stateIn(context, saved.content, HOST)).toEqual({
      before: host,
      after: { ...host, affiliate: true },
    });
    const none = await saveSubject(context, { ...by, version: 2, state: host });
    expect(none.content).toMatchObject({ changes: [] });
  });

  test('sent twice is saved once', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const state = { ...host, affiliate: true };
    const form = { actor: EDITOR, draft: draft.id, version: 1, subject: HOST, state };
    const twice = await Promise.all([saveSubject(context, form), saveSubject(context, form)]);
    expect(twice.map(({ version }) => version)).toEqual([2, 2]);
    expect(await draftVersions(context, draft.id)).toHaveLength(2);
  });

  test('is in nobody’s way who has another subject before them', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const state = { ...host, affiliate: true };
    const other = thirdParty('Other', { p1: processing() });
    const by = { draft: draft.id, version: 1 };
    await saveSubject(context, { ...by, actor: EDITOR, subject: HOST, state });
    const saved = await saveSubject(context, {
      ...by,
      actor: COLLEAGUE,
      subject: subject('third-party', 'other'),
      state: other,
    });
    expect(saved.version).toBe(3);
    expect(saved.content).toMatchObject({ changes: [{ subject: HOST }, { subject: { id: 'other' } }] });
  });

  test('is refused when somebody else changed this very subject', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const by = { draft: draft.id, version: 1, subject: HOST };
    await saveSubject(context, { ...by, actor: EDITOR, state: { ...host, affiliate: true } });
    const changed = [{ code: 'draft-changed', at: 'third-party/first-host', value: '2' }];
    const late = () =>
      saveSubject(context, { ...by, actor: COLLEAGUE, state: { ...host, affiliate: false } });
    await expectRefused(context, late, 'conflict', changed);
    await expectRefused(
      context,
      () => dropSubject(context, { ...by, actor: COLLEAGUE }),
      'conflict',
      changed,
    );
  });

  test('can be taken out of the draft, once', async () => {
    const context = await start();
    const draft = await begun(context, making(context, named('First Host Inc.')));
    const by = { actor: EDITOR, draft: draft.id, subject: HOST };
    const dropped = await dropSubject(context, { ...by, version: 1 });
    expect(dropped).toMatchObject({ version: 2, content: { kind: 'changes', changes: [] } });
    expect(await dropSubject(context, { ...by, version: 1 })).toEqual(dropped);
  });

  test('marks and unmarks mere wording', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const state = withProcessing('p1', { purpose: { en: 'Hosting.' } });
    const field = 'processings/p1/purpose/en';
    const by = { actor: EDITOR, draft: draft.id, subject: HOST };
    const marked = await saveSubject(context, { ...by, version: 1, state, wording: [field, 'affiliate'] });
    expect(marked.content).toMatchObject({ changes: [{ fields: [{ field, wording: true }] }] });
    const kept = await saveSubject(context, { ...by, version: 2, state: { ...state, affiliate: true } });
    expect(JSON.stringify(kept.content)).toContain('"wording":true');
    const unmarked = await saveSubject(context, { ...by, version: 3, state, wording: [] });
    expect(JSON.stringify(unmarked.content)).not.toContain('wording');
  });

  test('marks translations that lag behind, until somebody says that they still fit', async () => {
    const context = await start();
    const both = withProcessing('p1', { purpose: { en: 'Hosting', nl: 'Hosting' } });
    await publishedFrom(context, making(context, both));
    context.clock.moveTo('2026-01-11T11:00:00Z');
    const draft = await begun(context, changesOf([]));
    const said = withProcessing('p1', { purpose: { en: 'Hosting and backups', nl: 'Hosting' } });
    const by = { actor: EDITOR, draft: draft.id, subject: HOST };
    const path = 'processings/p1/purpose/nl';
    const shown = async (version: number, state: ThirdParty) => {
      const { content } = await saveSubject(context, { ...by, version, state });
      return { content, outdated: (stateIn(context, content, HOST).after as ThirdParty).outdated };
    };
    const first = await shown(1, said);
    expect(first.outdated).toEqual([path]);
    // Shown on the list and sent on it, nothing changes; sent off the list, it still fits, and goes on to.
    expect((await shown(2, { ...said, outdated: [path] })).content).toEqual(first.content);
    expect((await shown(2, said)).outdated).toBeUndefined();
    expect((await shown(3, { ...said, affiliate: true })).outdated).toBeUndefined();
    const { content, outdated } = await shown(4, { ...said, outdated: [path] });
    expect(outdated).toEqual([path]);
    expect(JSON.stringify(content)).not.toContain('"outdated"');
    const fits = await shown(5, said);
    expect(await planOf(context, fits.content)).toMatchObject({ problems: [], isCurrent: true });
    const notice = await publishedFrom(context, fits.content);
    expect(JSON.stringify(notice.changes)).not.toContain('outdated');
  });

  test('does not undo what others announced and it did not show', async () => {
    const context = await start();
    await publishedFrom(
      context,
      making(context, withProcessing('p1', { retention: { form: 'period', period: 'P1Y' } })),
    );
    context.clock.moveTo('2026-01-11T11:00:00Z');
    const draft = await begun(context, changesOf([]));
    // It shows today, on which the longer retention is not yet in effect; what it adds needs notice, and so a later day.
    const data = [{ term: 'email-address' }, { term: 'name' }];
    const seen = stateIn(context, draft.content, HOST).after as ThirdParty;
    const state = { ...seen, processings: { p1: { ...processing(), data } } };
    const saved = await saveSubject(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 1,
      subject: HOST,
      state,
    });
    const plan = await planOf(context, saved.content);
    expect(plan).toMatchObject({ problems: [], conflicts: [], effectiveOn: '2026-02-11' });
    expect(stateIn(context, saved.content, HOST).after).toMatchObject({
      processings: { p1: { retention: { period: 'P1Y' }, data } },
    });
  });

  test('does not undo what others published between its being shown and its being sent', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const shown = { edition: 1, effectiveOn: '2026-01-10' };
    await publishedFrom(context, making(context, named('First Host, renamed')));
    context.clock.moveTo('2026-01-11T11:00:00Z');
    const form = { actor: EDITOR, draft: draft.id, version: 1, subject: HOST };
    const saved = await saveSubject(context, { ...form, state: { ...host, affiliate: true }, shown });
    expect(saved.content).toMatchObject({ changes: [{ fields: [{ field: 'affiliate' }] }] });
    expect(stateIn(context, saved.content, HOST).after).toEqual({
      ...named('First Host, renamed'),
      affiliate: true,
    });
  });

  test.each([
    ['a subject of no kind', { subject: { kind: 'planet', id: 'mars' } }],
    ['a subject with an id that no path can hold', { subject: { kind: 'third-party', id: '__proto__' } }],
    ['a processing with such an id', { state: { ...host, processings: { 'a/b': processing() } } }],
    ['a text of half a character', { state: { ...host, service: { en: '\ud800' } } }],
    ['no day', { shown: { edition: 1, effectiveOn: 'today' } }],
    ['no edition', { shown: { edition: Number.NaN, effectiveOn: '2026-01-10' } }],
  ])('with %s is refused', async (_, wrong) => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    const form = { actor: EDITOR, draft: draft.id, version: 1, subject: HOST, state: host, ...wrong };
    await expectRefused(
      context,
      () => saveSubject(context, form as Parameters<typeof saveSubject>[1]),
      'invalid',
    );
  });

  test('is no part of a draft that revises a notice', async () => {
    const context = await start();
    const draft = await begun(context, { kind: 'withdraw', edition: 2 });
    const form = { actor: EDITOR, draft: draft.id, version: 1, subject: HOST, state: host };
    await expectRefused(context, () => saveSubject(context, form), 'invalid');
  });
});

describe.each(PLACES)('at the same moment in %s', (kind) => {
  test('an approval and an edit: nothing unapproved is ever approved', async () => {
    const context = await start(kind);
    for (let round = 0; round < 10; round += 1) {
      const draft = await submitted(context, adding(context, `host-${String(round)}`));
      const content = { ...draft.content, reason: { en: 'Changed' } } as DraftContent;
      const approval = { actor: APPROVER, draft: draft.id, version: 1, wordingConfirmed: [] };
      const edit = () => saveDraft(context, { actor: EDITOR, draft: draft.id, version: 1, content });
      const deeds = [() => approveDraft(context, approval), edit];
      await Promise.allSettled((round % 2 === 0 ? deeds : deeds.reverse()).map((deed) => deed()));
      expect(await readDraft(context, draft.id)).toMatchObject({
        state: 'open',
        version: 2,
        approvedBy: undefined,
      });
    }
  });

  test('twenty clicks, in two processes, make one notice', async () => {
    const one = await start(kind);
    const other = await open(one.url);
    const draft = await approved(one, adding(one, 'one'));
    const by = { actor: APPROVER, draft: draft.id, version: 1 };
    const clicks = Array.from({ length: 20 }, (_, index) => publishDraft(index % 2 === 0 ? one : other, by));
    const notices = await Promise.all(clicks);
    expect(new Set(notices.map(({ hash }) => hash)).size).toBe(1);
    const tables = await tablesOf(one.database);
    expect(tables.ledger).toHaveLength(2);
    expect(tables.draft_step?.filter((row) => (row as { step: string }).step === 'published')).toHaveLength(
      1,
    );
  });

  test('two drafts that have nothing to do with each other are both published', async () => {
    const context = await start(kind);
    const drafts = [
      await approved(context, adding(context, 'one')),
      await approved(context, adding(context, 'other')),
    ];
    const notices = await Promise.all(
      drafts.map(({ id, version }) => publishDraft(context, { actor: APPROVER, draft: id, version })),
    );
    expect(notices.map(({ edition }) => edition).sort()).toEqual([2, 3]);
  });

  test('of two drafts of the same one is published, and the other refused with its reasons', async () => {
    const context = await start(kind);
    const drafts = [
      await approved(context, making(context, named('First Host Inc.'))),
      await approved(context, making(context, named('First Host Ltd.'))),
    ];
    const outcomes = await Promise.allSettled(
      drafts.map(({ id, version }) => publishDraft(context, { actor: APPROVER, draft: id, version })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as unknown;
    expect(refused).toBeInstanceOf(RegistryError);
    expect((refused as RegistryError).problems.length).toBeGreaterThan(0);
    const states = await Promise.all(drafts.map(({ id }) => readDraft(context, id)));
    expect(states.map((draft) => [draft?.state, draft?.edition]).sort()).toEqual([
      ['approved', undefined],
      ['published', 2],
    ]);
  });
});

describe('when others have published', () => {
  /** A draft approved before others published something, which takes effect before the draft would. */
  async function overtaken(ours: ThirdParty, theirs: ThirdParty, before: ThirdParty = host) {
    const context = await start();
    if (before !== host) await now(context, before);
    const draft = await approved(context, making(context, ours));
    await now(context, theirs);
    return { context, draft };
  }

  /** Publishes what is in effect on the next morning. */
  async function now(context: TestContext, state: ThirdParty): Promise<void> {
    const content = {
      ...making(context, state),
      reason: { en: 'At once' },
      shortNotice: true,
    } as DraftContent;
    await publishedFrom(context, { ...content, effectiveOn: today(context) } as DraftContent);
    context.clock.moveTo(context.clock.now().add({ hours: 24 }).toString());
  }

  function today({ clock }: TestContext): string {
    return clock.now().toString().slice(0, 10);
  }

  async function publish(context: TestContext, { id, version }: Draft) {
    return publishDraft(context, { actor: APPROVER, draft: id, version });
  }

  test('something else, an approved draft is published as it is', async () => {
    const { context, draft } = await overtaken({ ...host, affiliate: true }, named('First Host Inc.'));
    await publish(context, draft);
    expect(hostOf(context)).toEqual({ ...named('First Host Inc.'), affiliate: true });
  });

  test.each([
    ['ours', 'First Host Inc.'],
    ['theirs', 'First Host Ltd.'],
  ] as const)('the same, somebody chooses %s and it is approved anew', async (side, name) => {
    const ours = { ...named('First Host Inc.'), affiliate: true };
    const { context, draft } = await overtaken(ours, named('First Host Ltd.'));
    const at = 'third-party/first-host/entity/name';
    await expectRefused(context, () => publish(context, draft), 'conflict', [
      { code: 'draft-outdated' },
      { code: 'conflict', at, edition: 2 },
    ]);
    const plan = await planOf(context, draft.content);
    expect(plan).toMatchObject({
      isCurrent: false,
      conflicts: [
        {
          field: 'entity/name',
          base: 'First Host B.V.',
          ours: 'First Host Inc.',
          theirs: 'First Host Ltd.',
          edition: 2,
        },
      ],
    });
    // Whoever goes on drafting sees their own words.
    expect(stateIn(context, draft.content, HOST)).toEqual({ before: named('First Host Ltd.'), after: ours });
    const choosing = { actor: EDITOR, draft: draft.id, version: 1 };
    await expectRefused(context, () => resolveConflicts(context, { ...choosing, choices: {} }), 'refused', [
      { code: 'choice-missing', at },
    ]);
    const settled = await resolveConflicts(context, { ...choosing, choices: { [at]: side } });
    expect(settled).toMatchObject({ state: 'open', version: 2, approvedBy: undefined });
    await submitDraft(context, { ...choosing, version: 2 });
    await publish(context, await approve(context, settled));
    expect(hostOf(context)).toEqual({ ...named(name), affiliate: true });
  });

  test('a part of it, the rest is approved anew and then published', async () => {
    const ours = { ...named('First Host Inc.'), affiliate: true };
    const { context, draft } = await overtaken(ours, named('First Host Inc.'));
    await expectRefused(context, () => publish(context, draft), 'conflict', [{ code: 'draft-outdated' }]);
    expect(await planOf(context, draft.content)).toMatchObject({
      dropped: [{ subject: HOST, field: 'entity/name' }],
    });
    const settled = await resolveConflicts(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 1,
      choices: {},
    });
    expect(settled.content).toMatchObject({ changes: [{ fields: [{ field: 'affiliate' }] }] });
    await submitDraft(context, { actor: EDITOR, draft: draft.id, version: 2 });
    await publish(context, await approve(context, settled));
    expect(hostOf(context)).toEqual(ours);
  });

  const two = withProcessing('p2', { purpose: { en: 'Mail' } });
  const optional = {
    ...two,
    processings: { ...two.processings, p2: { ...processing({ purpose: { en: 'Mail' } }), use: 'optional' } },
  } as ThirdParty;
  const use = 'third-party/first-host/processings/p2/use';

  test.each([
    ['brings back what they took away', 'ours', optional],
    ['leaves it away', 'theirs', host],
  ] as const)('that a processing ends, a choice %s', async (_, side, after) => {
    const { context, draft } = await overtaken(optional, host, two);
    expect(await planOf(context, draft.content)).toMatchObject({
      conflicts: [{ field: 'processings/p2/use', ours: 'optional', theirs: null, gone: true }],
    });
    expect(stateIn(context, draft.content, HOST).after).toEqual(host);
    const saved = await saveSubject(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 1,
      subject: HOST,
      state: { ...host, affiliate: true },
    });
    // The form does not show what is in conflict with something gone, and does not lose it either.
    expect((await planOf(context, saved.content)).conflicts).toHaveLength(1);
    const settled = await resolveConflicts(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 2,
      choices: { [use]: side },
    });
    expect(await planOf(context, settled.content)).toMatchObject({
      conflicts: [],
      problems: [],
      isCurrent: true,
    });
    expect(stateIn(context, settled.content, HOST).after).toEqual({ ...after, affiliate: true });
  });

  test.each([
    ['ours, and it ends', 'ours', host],
    ['theirs, and all of it stays', 'theirs', optional],
  ] as const)('more about a processing that is to end, a choice is %s', async (_, side, after) => {
    const { context, draft } = await overtaken(host, optional, two);
    expect(await planOf(context, draft.content)).toMatchObject({
      conflicts: [{ field: 'processings/p2/use', base: null, ours: null, theirs: 'optional' }],
    });
    expect(stateIn(context, draft.content, HOST).after).toEqual(host);
    const choosing = { actor: EDITOR, draft: draft.id, version: 1, choices: { [use]: side } };
    const settled = await resolveConflicts(context, choosing);
    expect(stateIn(context, settled.content, HOST).after).toEqual(after);
  });

  test('a withdrawal of what a draft rests on, it cannot be brought back', async () => {
    const context = await start();
    await publishedFrom(context, adding(context, 'new-host'));
    const newHost = subject('third-party', 'new-host');
    const state = { ...thirdParty('new-host', { p1: processing() }), affiliate: true };
    const draft = await approved(
      context,
      changesOf([to(context.ledger.current(), 'third-party', 'new-host', state)]),
    );
    expect((await planOf(context, draft.content)).effectiveOn).toBe('2026-02-11');
    await publishedFrom(context, { kind: 'withdraw', edition: 2 });
    const at = 'third-party/new-host/affiliate';
    const choosing = { actor: EDITOR, draft: draft.id, version: 1 };
    await expectRefused(
      context,
      () => resolveConflicts(context, { ...choosing, choices: { [at]: 'ours' } }),
      'refused',
      [{ code: 'subject-missing', at }],
    );
    const settled = await resolveConflicts(context, { ...choosing, choices: { [at]: 'theirs' } });
    expect(settled.content).toMatchObject({ changes: [] });
    expect(stateIn(context, settled.content, newHost)).toEqual({ before: undefined, after: undefined });
  });

  test('another processing of the same id, ours gets the next one', async () => {
    const theirs = withProcessing('p2', { purpose: { en: 'Mail' }, role: 'independent-controller' });
    const ours = withProcessing('p2', { purpose: { en: 'Images' } });
    const { context, draft } = await overtaken(ours, theirs);
    const plan = await planOf(context, draft.content);
    expect(plan).toMatchObject({ conflicts: [], renamed: [{ from: 'p2', to: 'p3' }], isCurrent: false });
    await expectRefused(context, () => publish(context, draft), 'conflict', [{ code: 'draft-outdated' }]);
    const settled = await resolveConflicts(context, {
      actor: EDITOR,
      draft: draft.id,
      version: 1,
      choices: {},
    });
    await submitDraft(context, { actor: EDITOR, draft: draft.id, version: 2 });
    await publish(context, await approve(context, settled));
    expect(Object.keys(hostOf(context)?.processings ?? {})).toEqual(['p1', 'p2', 'p3']);
  });
});
