import { asc, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { houseRule } from '../../db/schema/house-rule.ts';
import { isSetChange } from '../../src/domain/field-change.ts';
import { approveDraft } from '../../src/drafts/approve-draft.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { discardDraft } from '../../src/drafts/discard-draft.ts';
import type { DraftContent } from '../../src/drafts/draft-content.ts';
import { draftSteps } from '../../src/drafts/draft-steps.ts';
import { draftEditors, draftVersion, draftVersions } from '../../src/drafts/draft-version.ts';
import { planOf } from '../../src/drafts/plan.ts';
import { publishDraft } from '../../src/drafts/publish-draft.ts';
import { listDrafts, readDraft } from '../../src/drafts/read-draft.ts';
import { saveDraft } from '../../src/drafts/save-draft.ts';
import { sendBackDraft } from '../../src/drafts/send-back-draft.ts';
import { submitDraft } from '../../src/drafts/submit-draft.ts';
import { takeBackDraft } from '../../src/drafts/take-back-draft.ts';
import { processing, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import {
  adding,
  APPROVER,
  approve,
  approved,
  begun,
  changesOf,
  COLLEAGUE,
  EDITOR,
  publishedFrom,
  submitted,
} from './support/drafts.ts';
import { PLACES, type PlaceKind } from './support/place.ts';
import { publishBaseline, startContext, to, type TestContext } from './support/register.ts';
import { expectRefused } from './support/refused.ts';

const bench = useBench();

async function start(kind: PlaceKind = 'a file'): Promise<TestContext> {
  const context = await startContext((await bench.place(kind)).url);
  bench.afterwards(() => context.close());
  await publishBaseline(context);
  return context;
}

async function auditOf({ database }: TestContext, subject: string) {
  const rows = await database.orm
    .select()
    .from(auditLog)
    .orderBy(asc(sql`rowid`));
  return rows
    .filter((row) => row.subject === subject)
    .map(({ action, actorId, before, after }) => ({
      action,
      actorId,
      before: JSON.parse(before ?? 'null') as unknown,
      after: JSON.parse(after ?? 'null') as unknown,
    }));
}

describe.each(PLACES)('the life of a draft in %s', (kind) => {
  test('leads from a first word, sent back once, to an edition', async () => {
    const context = await start(kind);
    const title = 'Second host';
    let draft = await beginDraft(context, {
      actor: EDITOR,
      key: 'a-form-shown-once',
      title,
      content: adding(context, 'second-host'),
    });
    const { id } = draft;
    expect(draft).toMatchObject({ title, state: 'open', version: 1, edition: undefined });
    draft = await submitDraft(context, { actor: EDITOR, draft: id, version: 1 });
    expect(draft.state).toBe('submitted');
    const note = 'Please name the place of storage.';
    draft = await sendBackDraft(context, { actor: APPROVER, draft: id, version: 1, note });
    expect(draft.state).toBe('open');
    const content = { ...draft.content, reason: { en: 'More capacity.' } } as DraftContent;
    draft = await saveDraft(context, { actor: COLLEAGUE, draft: id, version: 1, content });
    expect(draft).toMatchObject({ version: 2, state: 'open', title });
    draft = await submitDraft(context, { actor: EDITOR, draft: id, version: 2 });
    draft = await approve(context, draft);
    expect(draft).toMatchObject({ state: 'approved', approvedBy: APPROVER.id, version: 2 });
    const notice = await publishDraft(context, { actor: APPROVER, draft: id, version: 2 });
    expect(notice).toMatchObject({
      edition: 2,
      class: 'needs-notice',
      effectiveOn: '2026-02-10',
      reason: { en: 'More capacity.' },
    });
    expect(context.ledger.current().notices.at(-1)).toEqual(notice);
    expect(await readDraft(context, id)).toMatchObject({
      state: 'published',
      edition: 2,
      approvedBy: APPROVER.id,
    });
    const steps = await draftSteps(context, id);
    expect(steps.map(({ step, version, actor, note: said }) => [step, version, actor.id, said])).toEqual([
      ['begun', 1, EDITOR.id, undefined],
      ['submitted', 1, EDITOR.id, undefined],
      ['sent-back', 1, APPROVER.id, note],
      ['submitted', 2, EDITOR.id, undefined],
      ['approved', 2, APPROVER.id, undefined],
      ['published', 2, APPROVER.id, undefined],
    ]);
    expect([...(await draftEditors(context, id))].sort()).toEqual([EDITOR.id, COLLEAGUE.id].sort());
    expect((await draftVersions(context, id)).map(({ version, actor }) => [version, actor.id])).toEqual([
      [1, EDITOR.id],
      [2, COLLEAGUE.id],
    ]);
    expect((await auditOf(context, `draft:${id}`)).map(({ action }) => action)).toEqual([
      'draft.begun',
      'draft.submitted',
      'draft.sent-back',
      'draft.saved',
      'draft.submitted',
      'draft.approved',
    ]);
    const [published] = await auditOf(context, 'edition:2');
    expect(published?.after).toMatchObject({
      hash: notice.hash,
      draft: id,
      version: 2,
      approvedBy: APPROVER.id,
    });
  });
});

describe('the audit log of a draft', () => {
  test('says what was, what is, and not a word of the texts', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'second-host'));
    const content = { ...draft.content, reason: { en: 'Canary in a reason' } } as DraftContent;
    await saveDraft(context, { actor: EDITOR, draft: draft.id, version: 1, title: 'Canary title', content });
    const rows = await auditOf(context, `draft:${draft.id}`);
    expect(rows.at(-1)).toEqual({
      action: 'draft.saved',
      actorId: EDITOR.id,
      before: { version: 1, state: 'approved', approvedBy: APPROVER.id },
      after: { version: 2, state: 'open' },
    });
    expect(JSON.stringify(rows)).not.toContain('Canary');
  });
});

describe('a draft begun', () => {
  test('twice with one key is one draft', async () => {
    const context = await start();
    const input = { actor: EDITOR, key: 'k'.repeat(36), title: 'One', content: adding(context, 'one') };
    const drafts = await Promise.all([beginDraft(context, input), beginDraft(context, input)]);
    expect(drafts[0].id).toBe(drafts[1].id);
    expect(await listDrafts(context)).toHaveLength(1);
  });

  test('by an import is nobody’s to have edited', async () => {
    const context = await start();
    const draft = await begun(context, adding(context, 'one'), { kind: 'import', id: 'a'.repeat(64) });
    expect(await draftEditors(context, draft.id)).toEqual(new Set());
    await submitDraft(context, { actor: EDITOR, draft: draft.id, version: 1 });
    expect(
      await approveDraft(context, { actor: EDITOR, draft: draft.id, version: 1, wordingConfirmed: [] }),
    ).toMatchObject({ state: 'approved' });
  });

  test.each([
    ['with no title', { title: '' }, 'title'],
    ['with a title of two lines', { title: 'a\nb' }, 'title'],
    ['with a title of half a character', { title: 'a\ud800' }, 'title'],
    ['with a title without end', { title: 'a'.repeat(201) }, 'title'],
    ['with a short key', { key: 'short' }, 'key'],
    ['with a key of nonsense', { key: `${'k'.repeat(20)}\n` }, 'key'],
    ['of no kind', { content: { kind: 'nonsense' } }, 'content/kind'],
    ['of nothing', { content: null }, 'content'],
    ['with more than it may hold', { content: { kind: 'withdraw', edition: 1, more: 1 } }, 'content'],
    [
      'for no day',
      { content: { kind: 'changes', changes: [], effectiveOn: '2026-02-30' } },
      'content/effectiveOn',
    ],
    ['on no edition', { content: { kind: 'withdraw', edition: 0 } }, 'content/edition'],
    [
      'with half a character',
      { content: { kind: 'withdraw', edition: 1, reason: { en: '\ud800' } } },
      'content',
    ],
    [
      'with ten thousand lists in one another',
      { content: { kind: 'changes', changes: JSON.parse('['.repeat(9000) + ']'.repeat(9000)) as unknown } },
      'content',
    ],
  ])('%s is refused', async (_, wrong, at) => {
    const context = await start();
    const right = { actor: EDITOR, key: 'k'.repeat(36), title: 'One', content: adding(context, 'one') };
    const input = { ...right, ...wrong } as Parameters<typeof beginDraft>[1];
    await expectRefused(context, () => beginDraft(context, input), 'invalid', [
      expect.objectContaining({ code: 'invalid-value', at }),
    ]);
  });
});

describe('reading drafts', () => {
  test('lists them by state, the one touched last first', async () => {
    const context = await start();
    const one = await begun(context, adding(context, 'one'));
    context.clock.moveTo('2026-01-10T11:00:01Z');
    const other = await submitted(context, adding(context, 'other'));
    expect((await listDrafts(context)).map(({ id }) => id)).toEqual([other.id, one.id]);
    expect((await listDrafts(context, { states: ['open'] })).map(({ id }) => id)).toEqual([one.id]);
    expect(await listDrafts(context, { states: ['published'] })).toEqual([]);
  });

  test('finds nothing where nothing is', async () => {
    const context = await start();
    expect(await readDraft(context, 'nothing')).toBeUndefined();
    expect(await draftVersion(context, 'nothing', 1)).toBeUndefined();
    expect(await draftSteps(context, 'nothing')).toEqual([]);
  });
});

describe('an edit', () => {
  test('of an approved draft voids the approval, and of a submitted one takes it back', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    const reason = { en: 'Said later' };
    const edited = await saveDraft(context, {
      actor: COLLEAGUE,
      draft: draft.id,
      version: 1,
      content: { ...draft.content, reason },
    });
    expect(edited).toMatchObject({ state: 'open', approvedBy: undefined, approvedAt: undefined, version: 2 });
    await submitDraft(context, { actor: EDITOR, draft: draft.id, version: 2 });
    await saveDraft(context, { actor: EDITOR, draft: draft.id, version: 2, content: draft.content });
    const steps = await draftSteps(context, draft.id);
    expect(steps.map(({ step, version }) => [step, version])).toEqual([
      ['begun', 1],
      ['submitted', 1],
      ['approved', 1],
      ['approval-voided', 2],
      ['submitted', 2],
      ['taken-back', 3],
    ]);
    await expectRefused(
      context,
      () => publishDraft(context, { actor: APPROVER, draft: draft.id, version: 3 }),
      'conflict',
      [{ code: 'draft-state', value: 'open' }],
    );
  });

  test('that changes nothing leaves an approval standing and writes nothing', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    const { id, title, content } = draft;
    expect(await saveDraft(context, { actor: EDITOR, draft: id, version: 1, title, content })).toEqual(draft);
    expect(await draftVersions(context, id)).toHaveLength(1);
  });
});

describe('what is done to a draft in the wrong state', () => {
  test('is refused, and nothing is written', async () => {
    const context = await start();
    const { id: draft } = await begun(context, adding(context, 'one'));
    const by = { actor: APPROVER, draft, version: 1 };
    const open = [{ code: 'draft-state', value: 'open' }];
    await expectRefused(
      context,
      () => approveDraft(context, { ...by, wordingConfirmed: [] }),
      'conflict',
      open,
    );
    await expectRefused(context, () => publishDraft(context, by), 'conflict', open);
    await expectRefused(context, () => takeBackDraft(context, by), 'conflict', open);
    await expectRefused(context, () => sendBackDraft(context, { ...by, note: 'x' }), 'conflict', open);
    await submitDraft(context, { ...by, actor: EDITOR });
    const submittedOne = [{ code: 'draft-state', value: 'submitted' }];
    await expectRefused(context, () => publishDraft(context, by), 'conflict', submittedOne);
  });

  test('is refused for good once it is published or discarded', async () => {
    const context = await start();
    const content = adding(context, 'one');
    const put = await begun(context, adding(context, 'other'));
    await discardDraft(context, { actor: EDITOR, draft: put.id, version: 1 });
    await discardDraft(context, { actor: EDITOR, draft: put.id, version: 1 });
    const out = await approved(context, content);
    await publishDraft(context, { actor: APPROVER, draft: out.id, version: 1 });
    for (const [draft, value] of [
      [put.id, 'discarded'],
      [out.id, 'published'],
    ] as const) {
      const by = { actor: COLLEAGUE, draft, version: 1 };
      const over = [{ code: 'draft-state', value }];
      await expectRefused(context, () => saveDraft(context, { ...by, content }), 'conflict', over);
      await expectRefused(context, () => submitDraft(context, by), 'conflict', over);
      await expectRefused(context, () => takeBackDraft(context, by), 'conflict', over);
      await expectRefused(context, () => sendBackDraft(context, { ...by, note: 'x' }), 'conflict', over);
      await expectRefused(
        context,
        () => approveDraft(context, { ...by, wordingConfirmed: [] }),
        'conflict',
        over,
      );
      if (value === 'published')
        await expectRefused(context, () => discardDraft(context, by), 'conflict', over);
      else await expectRefused(context, () => publishDraft(context, by), 'conflict', over);
    }
  });

  test('is refused for a draft that never was', async () => {
    const context = await start();
    const by = { actor: APPROVER, draft: 'nothing', version: 1 };
    for (const work of [
      () => saveDraft(context, { ...by, content: { kind: 'withdraw', edition: 1 } }),
      () => submitDraft(context, by),
      () => takeBackDraft(context, by),
      () => sendBackDraft(context, { ...by, note: 'x' }),
      () => approveDraft(context, { ...by, wordingConfirmed: [] }),
      () => publishDraft(context, by),
      () => discardDraft(context, by),
    ])
      await expectRefused(context, work, 'not-found');
  });
});

describe('sending back', () => {
  test.each(['', '   ', 'a\u0000b', 'a'.repeat(5001)])(
    'needs a note that can be read, not %j',
    async (note) => {
      const context = await start();
      const draft = await submitted(context, adding(context, 'one'));
      const by = { actor: APPROVER, draft: draft.id, version: 1, note };
      await expectRefused(context, () => sendBackDraft(context, by), 'invalid', [
        expect.objectContaining({ at: 'note' }),
      ]);
    },
  );
});

describe('submitting', () => {
  test('is refused while anything is missing, with every reason at its place', async () => {
    const context = await start();
    const { retention: _, purpose: __, ...open } = processing();
    const state = thirdParty('One', { p1: open });
    const draft = await begun(
      context,
      changesOf([to(context.ledger.current(), 'third-party', 'one', state)]),
    );
    await expectRefused(
      context,
      () => submitDraft(context, { actor: EDITOR, draft: draft.id, version: 1 }),
      'refused',
      [
        { code: 'gap', at: 'third-party/one/processings/p1/purpose', value: 'purpose-stated' },
        { code: 'gap', at: 'third-party/one/processings/p1/retention', value: 'retention-stated' },
      ],
    );
  });

  test('is refused when there is nothing in it', async () => {
    const context = await start();
    const draft = await begun(context, changesOf([]));
    await expectRefused(
      context,
      () => submitDraft(context, { actor: EDITOR, draft: draft.id, version: 1 }),
      'refused',
      [{ code: 'nothing-changed' }],
    );
  });

  test('twice is once, also when others’ notices were taken in with it', async () => {
    const context = await start();
    const draft = await submitted(context, adding(context, 'one'));
    const by = { actor: EDITOR, draft: draft.id, version: 1 };
    expect(await submitDraft(context, by)).toEqual(draft);
    const { p1, p2 } = { p1: processing(), p2: processing({ purpose: { en: 'Mail' } }) };
    const two = (name: string) =>
      to(
        context.ledger.current(),
        'third-party',
        'first-host',
        thirdParty('First Host', { p1, p2 }, { service: { en: name } }),
      );
    const late = await begun(context, changesOf([two('Ours')]));
    await publishedFrom(
      context,
      changesOf(
        [two('Theirs')].map(({ subject, fields }) => ({
          subject,
          fields: fields.filter(({ field }) => field.startsWith('processings/')),
        })),
      ),
    );
    const again = { actor: EDITOR, draft: late.id, version: 1 };
    const first = await submitDraft(context, again);
    expect(first).toMatchObject({ state: 'submitted', version: 2 });
    expect(await submitDraft(context, again)).toEqual(first);
    expect(first.content).toMatchObject({ changes: [{ fields: [{ field: 'service/en', after: 'Ours' }] }] });
  });
});

describe('approving', () => {
  test('is for somebody who edited no version of it', async () => {
    const context = await start();
    const draft = await submitted(context, adding(context, 'one'));
    const own = { actor: EDITOR, draft: draft.id, version: 1, wordingConfirmed: [] };
    await expectRefused(context, () => approveDraft(context, own), 'refused', [{ code: 'own-edit' }]);
    const reason = { en: 'By an approver' };
    const content = { ...draft.content, reason } as DraftContent;
    await saveDraft(context, { actor: APPROVER, draft: draft.id, version: 1, content });
    await submitDraft(context, { actor: EDITOR, draft: draft.id, version: 2 });
    const edited = { actor: APPROVER, draft: draft.id, version: 2, wordingConfirmed: [] };
    await expectRefused(context, () => approveDraft(context, edited), 'refused', [{ code: 'own-edit' }]);
    expect(await approveDraft(context, { ...edited, actor: COLLEAGUE })).toMatchObject({ state: 'approved' });
  });

  test('of one’s own is told by the audit log when the house rules allow it', async () => {
    const context = await start();
    await context.database.orm.insert(houseRule).values({ rule: 'own-approval', value: 'allowed' });
    const draft = await submitted(context, adding(context, 'one'));
    const by = { draft: draft.id, version: 1, wordingConfirmed: [] };
    expect(await approveDraft(context, { ...by, actor: EDITOR })).toMatchObject({ approvedBy: EDITOR.id });
    const own = await auditOf(context, `draft:${draft.id}`);
    expect(own.at(-1)?.after).toMatchObject({ version: 1, ownApproval: true });
    const other = await approved(context, adding(context, 'other'));
    const others = await auditOf(context, `draft:${other.id}`);
    expect(others.at(-1)?.after).not.toHaveProperty('ownApproval');
  });

  test('is for people', async () => {
    const context = await start();
    const draft = await submitted(context, adding(context, 'one'));
    const by = { actor: { kind: 'system', id: 'command-line' }, draft: draft.id, version: 1 } as const;
    await expectRefused(context, () => approveDraft(context, { ...by, wordingConfirmed: [] }), 'invalid');
  });

  test('twice is once, by the same person', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    const by = { actor: APPROVER, draft: draft.id, version: 1, wordingConfirmed: [] };
    expect(await approveDraft(context, by)).toEqual(draft);
    await expectRefused(context, () => approveDraft(context, { ...by, actor: COLLEAGUE }), 'conflict');
  });

  test('confirms every mark of mere wording, and no other', async () => {
    const context = await start();
    const change = to(
      context.ledger.current(),
      'third-party',
      'first-host',
      thirdParty('First Host', { p1: processing({ purpose: { en: 'Hosting.' } }) }),
    );
    const fields = change.fields.map((field) =>
      isSetChange(field) ? field : { ...field, wording: true as const },
    );
    const content = changesOf([{ subject: change.subject, fields }]);
    const at = 'third-party/first-host/processings/p1/purpose/en';
    expect((await planOf(context, content)).wording).toEqual([{ at, before: 'Hosting', after: 'Hosting.' }]);
    const draft = await submitted(context, content);
    const by = { actor: APPROVER, draft: draft.id, version: 1 };
    for (const wordingConfirmed of [[], [at, 'third-party/first-host/name/und']])
      await expectRefused(context, () => approveDraft(context, { ...by, wordingConfirmed }), 'refused', [
        expect.objectContaining({ code: 'wording-unconfirmed' }),
      ]);
    await approveDraft(context, { ...by, wordingConfirmed: [at] });
    const notice = await publishDraft(context, by);
    expect(notice).toMatchObject({ class: 'editorial', effectiveOn: '2026-01-10' });
  });
});

describe('publishing', () => {
  test('again is the same notice', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    const by = { actor: APPROVER, draft: draft.id, version: 1 };
    const notice = await publishDraft(context, by);
    expect(await publishDraft(context, { ...by, actor: COLLEAGUE })).toEqual(notice);
    expect(context.ledger.current().notices).toHaveLength(2);
  });

  test('is refused when the day has moved since it was shown', async () => {
    const context = await start();
    const draft = await approved(context, adding(context, 'one'));
    const by = { actor: APPROVER, draft: draft.id, version: 1, effectiveOn: '2026-02-10' };
    context.clock.moveTo('2026-01-11T11:00:00Z');
    await expectRefused(context, () => publishDraft(context, by), 'conflict', [
      { code: 'day-moved', at: 'effectiveOn', value: '2026-02-11' },
    ]);
    expect(await publishDraft(context, { ...by, effectiveOn: '2026-02-11' })).toMatchObject({ edition: 2 });
  });

  test('is refused when the day asked for has become too early, and the approval stands', async () => {
    const context = await start();
    const content = { ...adding(context, 'one'), effectiveOn: '2026-02-10' };
    const draft = await approved(context, content);
    context.clock.moveTo('2026-01-12T11:00:00Z');
    await expectRefused(
      context,
      () => publishDraft(context, { actor: APPROVER, draft: draft.id, version: 1 }),
      'refused',
      [{ code: 'too-early', at: 'effectiveOn', value: '2026-02-12' }],
    );
    expect(await readDraft(context, draft.id)).toMatchObject({ state: 'approved' });
  });
});
