import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { draftHandlers } from '../../../src/admin/drafts/draft-handlers.ts';
import { conflictsHandlers, readConflictsPage } from '../../../src/admin/drafts/read-conflicts-page.ts';
import { readDraftPage } from '../../../src/admin/drafts/read-draft-page.ts';
import { readDraftsPage } from '../../../src/admin/drafts/read-drafts-page.ts';
import { readHistoryPage } from '../../../src/admin/drafts/read-history-page.ts';
import { publishHandlers, readPublishPage } from '../../../src/admin/drafts/read-publish-page.ts';
import { readRevisionPage } from '../../../src/admin/drafts/read-revision-page.ts';
import { revisionHandlers } from '../../../src/admin/drafts/revision-handlers.ts';
import { actorOf, type Locals } from '../../../src/admin/reader.ts';
import { revisingHandlers } from '../../../src/admin/notices/begin-revision.ts';
import { readNoticesPage } from '../../../src/admin/notices/read-notices-page.ts';
import { readStaffNoticePage } from '../../../src/admin/notices/read-staff-notice-page.ts';
import { registerAtEve } from '../../../src/domain/register-on.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { saveDossier } from '../../../src/dossier/save-dossier.ts';
import { beginDraft } from '../../../src/drafts/begin-draft.ts';
import type { Draft } from '../../../src/drafts/draft-content.ts';
import type { Handler } from '../../../src/forms/form-outcome.ts';
import { handleForm } from '../../../src/web/forms/handle-form.ts';
import { to } from '../support/register.ts';
import { useDesk } from './desk-stand.ts';
import { draftAt, formWith, localsOf, NO_FORM, send } from './drafts-stand.ts';

const desk = useDesk();

interface Room {
  readonly editor: Locals;
  readonly approver: Locals;
}

async function room(): Promise<Room> {
  const stand = await desk();
  return {
    editor: localsOf(stand, await stand.staff('editor', 'Ed Example')),
    approver: localsOf(stand, await stand.staff('approver', 'Ada Example')),
  };
}

type Fields = Parameters<typeof formWith>[0];

/** What becomes of a form of a page, as the page itself would be told. */
function posted(locals: Locals, handlers: Readonly<Record<string, Handler>>, action: string, fields: Fields) {
  const { admin, words } = locals;
  if (!admin) throw new Error('Nobody is signed in.');
  return handleForm({ words, admin: { ...admin, form: formWith(fields, action) } }, handlers);
}

async function ask(locals: Locals, draft: Draft, action: string, fields: Fields = {}) {
  const version = String(draft.version);
  return posted(locals, { ...draftHandlers(locals, draft) }, action, { version, ...fields });
}

/** A draft that gives a third party another purpose. */
function purposeDraft(locals: Locals, id: string, purpose: string): Promise<Draft> {
  return changeDraft(locals, id, `Purpose of ${id}`, (state) => ({
    ...state,
    processings: Object.fromEntries(
      Object.entries(state.processings ?? {}).map(([key, row]) => [
        key,
        { ...row, purpose: { en: purpose } },
      ]),
    ),
  }));
}

/** A draft that changes a third party. */
function changeDraft(
  { context, admin }: Locals,
  id: string,
  title: string,
  changed: (state: ThirdParty) => ThirdParty,
): Promise<Draft> {
  const ledger = context.ledger.current();
  const state = registerAtEve(ledger, '9999-12-31').thirdParties.get(id);
  if (!state?.processings) throw new Error(`${id} is not in use.`);
  const change = to(ledger, 'third-party', id, changed(state));
  return beginDraft(context, {
    actor: { kind: 'staff', id: admin?.signedIn?.member.id ?? '' },
    key: randomUUID(),
    title,
    content: { kind: 'changes', changes: [{ ...change, fields: [...change.fields] }] },
  });
}

async function published({ editor, approver }: Room, draft: Draft): Promise<number> {
  const again = () => readAgain(editor, draft);
  expect(await ask(editor, draft, 'submit')).toMatchObject({ kind: 'done' });
  expect(await ask(approver, await again(), 'approve')).toMatchObject({ kind: 'done' });
  const { version } = await again();
  const page = await readPublishPage(approver, draft.id, NO_FORM);
  const fields = Object.fromEntries(page.kept.map(({ name, value }) => [name, value]));
  const handlers = { ...publishHandlers(approver, draft) };
  const [one, other] = [
    await posted(approver, handlers, 'publish', { ...fields, version: String(version) }),
    await posted(approver, handlers, 'publish', { ...fields, version: String(version) }),
  ];
  expect(other).toEqual(one);
  const edition = one.kind === 'done' ? /notices\/(\d+)\?done=published/.exec(one.to)?.[1] : undefined;
  return Number(edition);
}

function readAgain(locals: Locals, { id }: Draft): Promise<Draft> {
  return draftAt(locals, `/admin/drafts/${id}`);
}

describe('the page of a draft', () => {
  it('counts the days, says why a period binds, and leads to each fact that is missing', async () => {
    const { editor } = await room();
    const form = { 'third-party': 'authy', scope: ['application'], vendor: 'datadog', 'takes-over': 'yes' };
    const { id } = await draftAt(editor, await send(editor, 'replace', form));
    const page = await readDraftPage(editor, id, NO_FORM);
    expect(page.day?.steps).toEqual([
      'If it is published today, it is announced on 22 November 2026. The day of the announcement does not count.',
      'The notice period is 30 days: from 23 November 2026 up to and including 22 December 2026.',
      'The first possible day is 23 December 2026.',
      'Customers may object until 22 December 2026, to the end of that day (Europe/Amsterdam).',
    ]);
    expect(page.why?.reasons[0]).toBe(
      'Application: Example B.V. is processor for its customers there and Datadog is its subprocessor. What changes (added) needs advance notice.',
    );
    expect(page.obstacles?.list.every(({ mend, law }) => mend !== undefined && law !== undefined)).toBe(true);
    expect(page.obstacles?.list[0]?.mend?.href).toMatch(/\/third-parties\/datadog#processings-/);
    expect(page.decisions?.list[0]?.button).toBeUndefined();
    expect(page.decisions?.first).toBe(false);
  });

  it('has the next step above all else, but lets whoever approves read first', async () => {
    const { editor, approver } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    const next = async (locals: Locals) => {
      const { decisions } = await readDraftPage(locals, draft.id, NO_FORM);
      return [decisions?.first, decisions?.list[0]?.button?.action ?? decisions?.list[0]?.link?.text];
    };
    expect(await next(editor)).toEqual([true, 'submit']);
    await ask(editor, draft, 'submit');
    expect(await next(approver)).toEqual([false, 'approve']);
    await ask(approver, await readAgain(editor, draft), 'approve');
    expect(await next(approver)).toEqual([true, 'Go on to publishing']);
  });

  it('names the law only for what it asks of a notice: additions and replacements', async () => {
    const { editor } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    const { why } = await readDraftPage(editor, draft.id, NO_FORM);
    expect(why?.label).toBe('Advance notice');
    expect(why?.reasons).toEqual([
      'Application: Example B.V. is processor for its customers there and HireFire is its subprocessor. What changes (purpose changed and translation changed) is announced in advance: the law asks this of additions and replacements, contracts and good practice ask it of such a change, too.',
    ]);
    expect(why?.law).toBeUndefined();
  });

  it('names a scope once when it tells what changes in it', async () => {
    const stand = await desk();
    const admin = localsOf(stand, await stand.staff('admin', 'Ann Example'));
    const form = { form: 'new-scope', name: 'Mobile app', capacity: 'processor' };
    const { id } = await draftAt(admin, await send(admin, 'scope', form));
    const { why } = await readDraftPage(admin, id, NO_FORM);
    expect(why?.reasons[0]).toMatch(/^Mobile app, Example B\.V\.: scope added\./);
  });

  it('says of a new name of a legal person how to tell that it is another one', async () => {
    const { editor } = await room();
    const draft = await changeDraft(editor, 'heroku', 'New name', ({ entity, ...state }) => ({
      ...state,
      entity: { ...entity, name: 'Heroku Europe Ltd' },
    }));
    const { why } = await readDraftPage(editor, draft.id, NO_FORM);
    expect(why?.reasons[0]).toContain(
      'If another legal person stands behind it from then on, give it another key',
    );
  });

  it('shows whoever comes second both versions, and keeps what they choose', async () => {
    const { editor, approver } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    expect(await ask(approver, draft, 'save', { title: 'Theirs', 'day-choice': 'first' })).toMatchObject({
      kind: 'done',
    });
    const late = { title: 'Mine', 'day-choice': 'chosen', day: '2027-02-01', 'reason.en': 'So it is.' };
    const outcome = await ask(editor, draft, 'save', late);
    expect(outcome).toMatchObject({ kind: 'refused', status: 409 });
    const { details } = await readDraftPage(editor, draft.id, outcome);
    expect(details?.title).toMatchObject({ value: 'Mine' });
    expect(
      details?.choices?.fields.map(({ name, options }) => [name, ...options.map(({ hint }) => hint)]),
    ).toEqual([
      ['keep.title', 'Mine', 'Theirs'],
      ['keep.day', '1 February 2027', 'The first possible day'],
      ['keep.reason', 'So it is. (English)', 'Not stated'],
    ]);
    const chosen = { ...late, 'keep.title': 'theirs', 'keep.day': 'mine', 'keep.reason': 'mine' };
    const now = await readAgain(editor, draft);
    expect(await ask(editor, now, 'save', chosen)).toMatchObject({ kind: 'done' });
    expect(await readAgain(editor, draft)).toMatchObject({
      title: 'Theirs',
      content: { effectiveOn: '2027-02-01', reason: { en: 'So it is.' } },
    });
  });

  it('answers what cannot be kept at its field', async () => {
    const { editor } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    const fields = { title: ' ', 'day-choice': 'chosen', day: 'soon', 'reason.en': 'a\u0007b' };
    const outcome = await ask(editor, draft, 'save', fields);
    expect(outcome.kind === 'refused' && outcome.problems.map(({ field }) => field)).toEqual([
      'title',
      'day',
      'reason.en',
    ]);
    expect(await ask(editor, draft, 'discard')).toMatchObject({ status: 400, problems: [{ field: 'sure' }] });
  });

  it('lets nobody take out or rewrite what their role could not have put in', async () => {
    const { editor, approver } = await room();
    const ledger = editor.context.ledger.current();
    const scope = to(ledger, 'scope', 'shop', { name: { en: 'Shop' }, capacity: 'processor' });
    const begun = (content: Draft['content']) =>
      beginDraft(editor.context, {
        actor: actorOf(approver),
        key: randomUUID(),
        title: 'Not yours',
        content,
      });
    const ofScope = await begun({ kind: 'changes', changes: [{ ...scope, fields: [...scope.fields] }] });
    const withdrawal = await begun({ kind: 'withdraw', edition: 6 });
    const late = { title: 'Mine', 'reason.en': 'So it is.' };
    const dropping = formWith({ version: '1' }, 'drop', 'scope/shop');
    expect(await draftHandlers(editor, ofScope).drop(dropping)).toMatchObject({ status: 403 });
    expect(await ask(editor, withdrawal, 'save', late)).toMatchObject({ status: 403 });
    expect(await ask(approver, withdrawal, 'save', late)).toMatchObject({ kind: 'done' });
    expect((await readDraftPage(editor, ofScope.id, NO_FORM)).changes.views[0]?.drop).toBeUndefined();
    expect((await readDraftPage(editor, withdrawal.id, NO_FORM)).details).toBeUndefined();
    expect((await readAgain(editor, ofScope)).version).toBe(1);
  });

  it('asks for an argument that nobody gave yet, whatever the third party is called', async () => {
    const { editor } = await room();
    const { id } = await draftAt(
      editor,
      await send(editor, 'add', { name: 'Constructor', scope: 'application' }),
    );
    const values = { contract: 'none' } as const;
    await saveDossier(editor.context, {
      actor: actorOf(editor),
      thirdParty: 'constructor',
      version: 0,
      values,
    });
    const { details } = await readDraftPage(editor, id, NO_FORM);
    expect(details?.arguments.fields).toMatchObject([{ name: 'argument.constructor', value: '' }]);
  });

  it('tells whoever edited it that somebody else approves, and what a colleague asked for', async () => {
    const { editor, approver } = await room();
    const draft = await purposeDraft(approver, 'hirefire', 'Another purpose');
    await ask(editor, draft, 'submit');
    const own = await readDraftPage(approver, draft.id, NO_FORM);
    expect(own.decisions?.list[0]).toMatchObject({ button: undefined });
    expect(own.decisions?.list[0]?.lead).toContain('somebody else has to approve');
    const now = await readAgain(approver, draft);
    expect(await ask(approver, now, 'send-back', { note: '' })).toMatchObject({
      problems: [{ field: 'note' }],
    });
    await ask(approver, now, 'send-back', { note: 'Say it in Dutch, too.' });
    const { notes } = await readDraftPage(editor, draft.id, NO_FORM);
    expect(notes[0]).toMatchObject({ title: 'Sent back by Ada Example', text: 'Say it in Dutch, too.' });
  });
});

describe('publishing', () => {
  it('says first what cannot be taken back, and twice is one notice', async () => {
    const all = await room();
    const draft = await purposeDraft(all.editor, 'hirefire', 'Another purpose');
    expect((await readPublishPage(all.approver, draft.id, NO_FORM)).button).toBeUndefined();
    expect(await published(all, draft)).toBe(7);
    const page = await readStaffNoticePage(all.approver, 7, NO_FORM);
    expect(page.steps.entries.map(({ title, who }) => `${title}: ${who ?? ''}`)).toEqual([
      'Published (version 1): Ada Example',
      'Approved (version 1): Ada Example',
      'Submitted (version 1): Ed Example',
      'Begun: Ed Example',
    ]);
    expect(page.revise.choices.map(({ action }) => action)).toEqual(['postpone', 'amend', 'withdraw']);
  });
});

describe('conflicts', () => {
  it('are told field by field, and settled as chosen', async () => {
    const all = await room();
    const { editor } = all;
    const mine = await purposeDraft(editor, 'hirefire', 'My purpose');
    await published(all, await purposeDraft(editor, 'hirefire', 'Their purpose'));
    await ask(editor, mine, 'save', {
      title: 'Mine',
      'day-choice': 'chosen',
      day: '2027-03-01',
    });
    const page = await readConflictsPage(editor, mine.id, NO_FORM);
    const [conflict] = page.conflicts;
    expect(page.conflicts).toHaveLength(1);
    expect(conflict?.field.options.map(({ hint }) => hint)).toEqual(['My purpose', 'Their purpose']);
    expect(conflict?.notice?.text).toBe('Changed by notice 7');
    const handlers = { ...conflictsHandlers(editor, await readAgain(editor, mine)) };
    const version = page.kept[0]?.value ?? '';
    expect(await posted(editor, handlers, 'resolve', { version })).toMatchObject({
      status: 400,
      problems: [{ field: conflict?.field.name }],
    });
    const choice = { version, [conflict?.field.name ?? '']: 'ours' };
    expect(await posted(editor, handlers, 'resolve', choice)).toMatchObject({ kind: 'done' });
    expect((await readConflictsPage(editor, mine.id, NO_FORM)).none).toContain('up to date');
  });
});

describe('the versions of a draft', () => {
  it('are told with who saved them, and what differs between two in words', async () => {
    const { editor } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    await ask(editor, draft, 'save', { title: 'Anew', 'day-choice': 'chosen', day: '2027-02-01' });
    const page = await readHistoryPage(editor, draft.id);
    expect(page.rows.map(({ cells }) => cells[1]?.text)).toEqual(['Ed Example', 'Ed Example']);
    const fields = page.difference?.parts.flatMap(({ groups }) => groups.flatMap((group) => group.fields));
    expect(fields?.map((field) => (field.form === 'text' ? field.runs.map(({ text }) => text) : []))).toEqual(
      [
        ['Purpose of hirefire', 'Anew'],
        ['The first possible day', '1 February 2027'],
      ],
    );
  });
});

describe('revising a notice', () => {
  it('begins a draft, which says what of the notice stands and takes a later day only', async () => {
    const { approver } = await room();
    const key = randomUUID();
    const begun = await posted(approver, { ...revisingHandlers(approver, 6) }, 'postpone', { key });
    if (begun.kind !== 'done') throw new Error('Refused.');
    const draft = await draftAt(approver, begun.to);
    // Its title says already what it is about.
    expect((await readDraftPage(approver, draft.id, NO_FORM)).frame).toMatchObject({
      heading: 'Postpones notice 6',
      lead: undefined,
    });
    const page = await readRevisionPage(approver, draft.id, NO_FORM);
    expect(page.explained[1]).toBe(
      'Objections that were made stand, and so does the deadline: 12 December 2026.',
    );
    const handlers = { ...revisionHandlers(approver, draft) };
    expect(await posted(approver, handlers, 'postpone', { version: '1', to: 'later' })).toMatchObject({
      problems: [{ field: 'to' }],
    });
    await posted(approver, handlers, 'postpone', { version: '1', to: '2026-12-01' });
    const early = await readDraftPage(approver, draft.id, NO_FORM);
    expect(early.obstacles?.list).toHaveLength(1);
    const now = { ...revisionHandlers(approver, await readAgain(approver, draft)) };
    await posted(approver, now, 'postpone', { version: '2', to: '2027-01-15', 'reason.en': 'Later.' });
    expect((await readDraftPage(approver, draft.id, NO_FORM)).obstacles).toBeUndefined();
    expect((await readAgain(approver, draft)).content).toMatchObject({
      to: '2027-01-15',
      reason: { en: 'Later.' },
    });
  });

  it('names no period as the reason for the day of a notice that takes another back', async () => {
    const { approver } = await room();
    const begun = await posted(approver, { ...revisingHandlers(approver, 5) }, 'withdraw', {
      key: randomUUID(),
    });
    if (begun.kind !== 'done') throw new Error('Refused.');
    const draft = await draftAt(approver, begun.to);
    const fields = { version: '1', 'reason.en': 'It never was so.' };
    await posted(approver, { ...revisionHandlers(approver, draft) }, 'withdraw', fields);
    const { preview } = await readDraftPage(approver, draft.id, NO_FORM);
    const first = preview?.shown?.meaning.lines.find(({ label }) => label === 'First possible day');
    expect(first).toMatchObject({ text: '22 November 2026', hint: undefined });
  });

  it('mends texts only, and only those that were typed anew', async () => {
    const { editor } = await room();
    const begun = await posted(editor, { ...revisingHandlers(editor, 6) }, 'amend', { key: randomUUID() });
    if (begun.kind !== 'done') throw new Error('Refused.');
    const draft = await draftAt(editor, begun.to);
    const { controls } = await readRevisionPage(editor, draft.id, NO_FORM);
    const [first] = controls;
    if (!first || !('type' in first) || 'legend' in first) throw new Error('There is no text.');
    const same = Object.fromEntries(
      controls.map((control) => [control.name, 'value' in control ? control.value : '']),
    );
    const fields = { ...same, version: '1', [first.name]: 'Other words' };
    await posted(editor, { ...revisionHandlers(editor, draft) }, 'amend', fields);
    const { content } = await readAgain(editor, draft);
    expect(content.kind === 'amend' && content.amendments.flatMap((one) => one.fields)).toHaveLength(1);
  });
});

describe('the list of drafts', () => {
  it('tells what each is about, its day, what is in the way, and who touched it last', async () => {
    const { editor } = await room();
    await send(editor, 'add', { vendor: 'datadog', scope: ['application'] });
    const { rows } = await readDraftsPage(editor);
    const [title, state, day, lacks, last] = rows[0]?.cells ?? [];
    expect(title).toMatchObject({ text: 'Add Datadog', mark: { kind: 'added', icon: 'add' } });
    expect(state?.tags?.[0]?.text).toBe('Open');
    expect(day?.datetime).toBe('2026-12-23');
    expect(lacks?.tags?.map(({ text }) => text)).toEqual([expect.stringMatching(/facts? missing/)]);
    expect(last?.small).toBe('Begun, by Ed Example');
  });
});

describe('a step that comes too late', () => {
  it('is refused, and the form for the draft as a whole is as it was', async () => {
    const { editor } = await room();
    const draft = await purposeDraft(editor, 'hirefire', 'Another purpose');
    await ask(editor, draft, 'save', { title: 'Anew', 'day-choice': 'chosen', day: '2027-02-01' });
    const outcome = await ask(editor, draft, 'submit');
    expect(outcome).toMatchObject({ kind: 'refused', status: 409 });
    const { details } = await readDraftPage(editor, draft.id, outcome);
    expect(details?.choices).toBeUndefined();
    expect(details?.title).toMatchObject({ value: 'Anew' });
  });
});

describe('the list of notices', () => {
  it('marks each by what it does, and what is still to come by that alone', async () => {
    const { editor } = await room();
    const kinds = readNoticesPage(editor).rows.map(({ cells }) => cells[0]?.mark?.kind);
    expect(kinds).toEqual(['planned', 'aside', 'changed', 'added', 'changed', 'begins']);
  });
});
