import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../src/admin/drafts/start/third-party-id.ts';
import type { Locals } from '../../../src/admin/reader.ts';
import type { Processing } from '../../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import type { Draft } from '../../../src/drafts/draft-content.ts';
import { planOf } from '../../../src/drafts/plan.ts';
import { stateIn } from '../../../src/drafts/state-in.ts';
import { listDrafts } from '../../../src/drafts/read-draft.ts';
import { noticeHeading } from '../../../src/language/notice-in-words.ts';
import { useDesk } from './desk-stand.ts';
import { draftAt, localsOf, send } from './drafts-stand.ts';

const desk = useDesk();

async function editor(): Promise<Locals> {
  const stand = await desk();
  return localsOf(stand, await stand.staff('editor', 'Ed Example'));
}

/** A third party as a draft would have it. */
function after({ context }: Locals, { content }: Draft, id: string): ThirdParty | undefined {
  return stateIn(context, content, { kind: 'third-party', id }).after as ThirdParty | undefined;
}

function rows(state: ThirdParty | undefined): Processing[] {
  return Object.values(state?.processings ?? {});
}

async function titleOf({ context, words }: Locals, { content }: Draft): Promise<string | undefined> {
  const { notice, ledger } = await planOf(context, content);
  return notice && ledger && noticeHeading(words, ledger, notice).title;
}

describe('ids of what is new', () => {
  it('are read from the name, and never mean two things', () => {
    expect(newId('Amazon S3 (EU)', new Set())).toBe('amazon-s3-eu');
    expect(newId('Zoë’s Café', new Set(['zoe-s-cafe', 'zoe-s-cafe-2']))).toBe('zoe-s-cafe-3');
    expect(newId('株式会社', new Set())).toBe('entry');
    expect(newId('a'.repeat(500), new Set())).toMatch(/^a{70}$/);
  });
});

describe('beginning a draft', () => {
  it('with a vendor of the catalog fills in what is known, with a processing for each scope', async () => {
    const locals = await editor();
    const to = await send(locals, 'add', { vendor: 'datadog', scope: ['application', 'websites'] });
    expect(to).toMatch(/\/third-parties\/datadog\?done=draft-begun$/);
    const draft = await draftAt(locals, to);
    expect(draft.title).toBe('Add Datadog');
    const state = after(locals, draft, 'datadog');
    expect(state?.entity?.country).toBe('US');
    expect(rows(state).map(({ scope, role }) => `${scope} ${role}`)).toEqual([
      'application subprocessor',
      'websites processor',
    ]);
  });

  it('by a name that the register has is refused at the name, and nothing is written', async () => {
    const locals = await editor();
    expect(await send(locals, 'add', { name: 'heroku', kind: 'service' })).toMatchObject({
      kind: 'refused',
      status: 400,
      problems: [{ field: 'name' }],
    });
    expect(await listDrafts(locals.context)).toEqual([]);
  });

  it('twice with the same form begins one draft', async () => {
    const locals = await editor();
    const form = { key: randomUUID(), name: 'A new one', kind: 'service' };
    const [one, other] = [await send(locals, 'add', form), await send(locals, 'add', form)];
    expect(other).toBe(one);
    expect(await listDrafts(locals.context)).toHaveLength(1);
  });

  it('by removing from all scopes takes every processing away, on the day that was chosen', async () => {
    const locals = await editor();
    const form = { 'third-party': 'trello', scope: ['organisation'], day: '2026-12-31' };
    const draft = await draftAt(locals, await send(locals, 'remove', form));
    expect(rows(after(locals, draft, 'trello'))).toEqual([]);
    expect(draft.content).toMatchObject({ effectiveOn: '2026-12-31' });
    expect(await titleOf(locals, draft)).toBe('Trello is removed (Organisation), from 31 December 2026');
  });

  it('by removing from no scope, or somebody who is not there, is refused at that field', async () => {
    const locals = await editor();
    expect(await send(locals, 'remove', { 'third-party': 'trello' })).toMatchObject({
      problems: [{ field: 'scope' }],
    });
    expect(await send(locals, 'remove', { 'third-party': 'nobody', scope: ['application'] })).toMatchObject({
      problems: [{ field: 'third-party' }],
    });
  });

  it('by replacing copies purpose, data and people, and leaves how, how long and where to be stated', async () => {
    const locals = await editor();
    const was = locals.context.ledger.current();
    const form = { 'third-party': 'zendesk', scope: ['application'], vendor: 'datadog', 'takes-over': 'yes' };
    const draft = await draftAt(locals, await send(locals, 'replace', form));
    const [old, now] = [
      stateIn(locals.context, draft.content, { kind: 'third-party', id: 'zendesk' }).before as ThirdParty,
      after(locals, draft, 'datadog'),
    ];
    expect(rows(now).map(({ purpose, data }) => ({ purpose, data }))).toEqual(
      rows(old).map(({ purpose, data }) => ({ purpose, data })),
    );
    expect(rows(now).flatMap(({ retention = [] }) => retention)).toEqual([]);
    expect(now?.replaces).toEqual(['zendesk']);
    expect(rows(after(locals, draft, 'zendesk'))).toEqual([]);
    expect(await titleOf(locals, draft)).toBe(
      'Zendesk is replaced by Datadog (Application), from 23 December 2026',
    );
    expect(locals.context.ledger.current()).toBe(was);
  });

  it('by replacing needs one successor, not none and not two', async () => {
    const locals = await editor();
    const form = { 'third-party': 'zendesk', scope: ['application'] };
    const problems = [{ field: 'vendor' }];
    expect(await send(locals, 'replace', form)).toMatchObject({ problems });
    expect(await send(locals, 'replace', { ...form, vendor: 'datadog', name: 'Other' })).toMatchObject({
      problems,
    });
  });

  it('by merging keeps everything that is done, under one name', async () => {
    const locals = await editor();
    const form = { how: 'merge', 'from.1': 'heroku', 'from.2': 'hirefire', into: '', name: 'Heroku Fire' };
    const draft = await draftAt(locals, await send(locals, 'continue', form));
    const now = after(locals, draft, 'heroku-fire');
    expect(now?.continues).toEqual(['heroku', 'hirefire']);
    const before = ['heroku', 'hirefire'].flatMap((id) =>
      rows(stateIn(locals.context, draft.content, { kind: 'third-party', id }).before as ThirdParty),
    );
    expect(rows(now)).toHaveLength(before.length);
    const plan = await planOf(locals.context, draft.content);
    expect(plan.notice?.changes.flatMap(({ effects }) => effects.flatMap(({ types }) => types))).toContain(
      'restructured',
    );
  });

  it('by splitting gives each part the processings it is to have, and leaves the rest', async () => {
    const locals = await editor();
    const { context } = locals;
    const nothing = { kind: 'changes', changes: [] } as const;
    const whole = stateIn(context, { ...nothing, changes: [] }, { kind: 'third-party', id: 'zendesk' });
    const [first = '', ...others] = Object.keys((whole.before as ThirdParty).processings ?? {});
    const form = {
      how: 'split',
      'third-party': 'zendesk',
      'part.1': 'Zendesk Support',
      [`to.${first}`]: '1',
    };
    const draft = await draftAt(locals, await send(locals, 'continue', form));
    expect(Object.keys(after(locals, draft, 'zendesk-support')?.processings ?? {})).toEqual([first]);
    expect(Object.keys(after(locals, draft, 'zendesk')?.processings ?? {})).toEqual(others);
    expect((await planOf(context, draft.content)).problems).toEqual([]);
  });

  it('adds to a draft once, though the button was pressed twice', async () => {
    const locals = await editor();
    const { id, version } = await draftAt(locals, await send(locals, 'add', { vendor: 'datadog' }));
    const form = { key: '', draft: id, version: String(version), name: 'Another one', kind: 'service' };
    const [one, other] = [await send(locals, 'add', form), await send(locals, 'add', form)];
    expect(other).toBe(one);
    const { content } = await draftAt(locals, one);
    expect(content.kind === 'changes' && content.changes.map(({ subject }) => subject.id)).toEqual([
      'datadog',
      'another-one',
    ]);
  });

  it('to change somebody opens the form and says nothing yet', async () => {
    const locals = await editor();
    const to = await send(locals, 'change', { 'third-party': 'heroku' });
    expect(to).toMatch(/\/third-parties\/heroku\?/);
    expect((await draftAt(locals, to)).content).toEqual({ kind: 'changes', changes: [] });
  });
});
