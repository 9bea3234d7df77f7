import { describe, expect, it } from 'vitest';
import { readDashboardPage } from '../../../src/admin/dashboard/read-dashboard-page.ts';
import { readOrganisationPage } from '../../../src/admin/organisation/read-organisation-page.ts';
import { readScopesPage } from '../../../src/admin/scopes/read-scopes-page.ts';
import { readDeskPartyPage } from '../../../src/admin/third-parties/read-desk-party-page.ts';
import { readThirdPartiesPage } from '../../../src/admin/third-parties/read-third-parties-page.ts';
import type { DossierValues } from '../../../src/dossier/dossier.ts';
import { saveDossier } from '../../../src/dossier/save-dossier.ts';
import { sendBackDraft } from '../../../src/drafts/send-back-draft.ts';
import { setHouseRules } from '../../../src/staff/set-house-rules.ts';
import type { StaffMember } from '../../../src/staff/staff-member.ts';
import { draft as draftTable } from '../../../db/schema/draft.ts';
import { draftOf, useDesk, type DeskStand } from './desk-stand.ts';

const start = useDesk();

function keep({ context }: DeskStand, by: StaffMember, thirdParty: string, values: Partial<DossierValues>) {
  return saveDossier(context, {
    actor: { kind: 'staff', id: by.id },
    thirdParty,
    version: 0,
    values: { contract: 'unknown', ...values },
  });
}

/** Drafts in a state, without all that leads to it. */
async function put({ context }: DeskStand, state: 'submitted' | 'approved', by: StaffMember): Promise<void> {
  const approval = state === 'approved' ? { approvedBy: by.id, approvedAt: '2026-11-20T09:00:00.000Z' } : {};
  await context.database.orm.update(draftTable).set({ state, ...approval });
}

async function waits(stand: DeskStand, member: StaffMember) {
  const { waiting } = await readDashboardPage(stand.reader(member));
  return waiting.groups.map(({ id, drafts }) => [id, ...drafts.map(({ title }) => title)]);
}

describe('the overview', () => {
  it('is calm when nothing waits', async () => {
    const stand = await start();
    const page = await readDashboardPage(stand.reader(await stand.staff('viewer', 'Vera')));
    expect(page.waiting).toMatchObject({ groups: [], none: 'Nothing waits for you.' });
    expect(page.begin).toEqual([]);
    expect(page.start).toBeUndefined();
  });

  it('shows everybody the drafts that wait for them, and nobody those of others', async () => {
    const stand = await start();
    const [editor, other] = [await stand.staff('editor', 'Eddy'), await stand.staff('editor', 'Olga')];
    const [approver, viewer] = [await stand.staff('approver', 'Anna'), await stand.staff('viewer', 'Vera')];
    await draftOf(stand, editor, 'New Host');
    expect(await waits(stand, editor)).toEqual([['own-open', 'New Host']]);
    for (const member of [other, approver, viewer]) expect(await waits(stand, member)).toEqual([]);
    await put(stand, 'submitted', approver);
    expect(await waits(stand, editor)).toEqual([['own-waiting', 'New Host']]);
    expect(await waits(stand, approver)).toEqual([['to-approve', 'New Host']]);
    for (const member of [other, viewer]) expect(await waits(stand, member)).toEqual([]);
    await put(stand, 'approved', approver);
    expect(await waits(stand, editor)).toEqual([['own-waiting', 'New Host']]);
    expect(await waits(stand, approver)).toEqual([['to-publish', 'New Host']]);
  });

  it('asks nobody to approve what they edited themselves, unless the house rules allow it', async () => {
    const stand = await start();
    const approver = await stand.staff('approver', 'Anna');
    await draftOf(stand, approver, 'New Host');
    await put(stand, 'submitted', approver);
    expect(await waits(stand, approver)).toEqual([['own-waiting', 'New Host']]);
    await setHouseRules(stand.context, {
      actor: { kind: 'staff', id: (await stand.staff('admin', 'Adam')).id },
      rules: { secondFactor: 'optional', ownApproval: 'allowed' },
    });
    expect(await waits(stand, approver)).toEqual([['to-approve', 'New Host']]);
  });

  it('tells an editor why a draft was sent back', async () => {
    const stand = await start();
    const [editor, approver] = [await stand.staff('editor', 'Eddy'), await stand.staff('approver', 'Anna')];
    const { id, version } = await draftOf(stand, editor, 'New Host');
    await put(stand, 'submitted', approver);
    const actor = { kind: 'staff', id: approver.id } as const;
    await sendBackDraft(stand.context, { actor, draft: id, version, note: 'Where is the data?' });
    const { waiting } = await readDashboardPage(stand.reader(editor));
    expect(waiting.groups).toMatchObject([
      { id: 'sent-back', drafts: [{ title: 'New Host', note: 'Where is the data?' }] },
    ]);
  });

  it('lists what is planned with its days, and leads to its page for staff', async () => {
    const stand = await start();
    const { planned } = await readDashboardPage(stand.reader(await stand.staff('viewer', 'Vera'), {}, 'nl'));
    expect(planned.changes).toMatchObject([
      { href: '/nl/admin/notices/6', countdown: { number: '20', text: 'dagen voor bezwaar' } },
    ]);
  });

  it('names reviews and assessments that are due, the longest overdue first, with their owners', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    await keep(stand, editor, 'amazon-s3', { nextReview: '2026-12-22', assessmentNextOn: '2026-11-22' });
    await keep(stand, editor, 'postmark', { nextReview: '2026-11-20', owner: editor.id });
    await keep(stand, editor, 'zendesk', { nextReview: '2026-12-23' });
    // What is gone is not reviewed any more.
    await keep(stand, editor, 'mailchimp', { nextReview: '2026-11-20' });
    const { upkeep } = await readDashboardPage(stand.reader(editor));
    expect(upkeep.due).toMatchObject([
      {
        id: 'nextReview',
        tasks: [
          { name: 'Postmark', about: 'Owner: Eddy', tag: { text: '2 days overdue', tone: 'bad' } },
          { name: 'Amazon S3', about: 'Nobody owns it', tag: { text: 'in 30 days' } },
        ],
      },
      { id: 'assessmentNextOn', tasks: [{ name: 'Amazon S3', tag: { text: 'today' } }] },
    ]);
  });

  it('tells of which third parties most is missing, and where the law asks for it', async () => {
    const stand = await start();
    const { upkeep } = await readDashboardPage(stand.reader(await stand.staff('viewer', 'Vera')));
    const counts = upkeep.gaps?.worst.map(({ count }) => Number.parseInt(count, 10)) ?? [];
    expect(counts).toHaveLength(5);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    for (const { gaps } of upkeep.gaps?.worst ?? [])
      for (const { law } of gaps) expect(law.href).toMatch(/^https:\/\/eur-lex/);
  });

  it('asks an admin, and nobody else, how to start while the register is the sample', async () => {
    const stand = await start();
    const shown = async (member: StaffMember) => (await readDashboardPage(stand.reader(member))).start;
    expect(await shown(await stand.staff('approver', 'Anna'))).toBeUndefined();
    expect(await shown(await stand.staff('admin', 'Adam'))).toMatchObject({ link: { href: '/admin/start' } });
  });
});

describe('the list of third parties', () => {
  async function listed(stand: DeskStand, query: Readonly<Record<string, string>>): Promise<string[]> {
    const page = await readThirdPartiesPage(stand.reader(await stand.staff('editor', 'Eddy'), query));
    return page.rows.map(({ cells }) => cells[0]?.text ?? '');
  }

  it('has those in use, planned, gone and only drafted', async () => {
    const stand = await start();
    await draftOf(stand, await stand.staff('editor', 'Eddy'), 'New Host');
    const all = await listed(stand, {});
    for (const name of ['Amazon S3', 'Sentry', 'Mailchimp', 'New Host']) expect(all).toContain(name);
    expect(await listed(stand, { state: 'planned' })).toEqual(['Sentry']);
    expect(await listed(stand, { state: 'ended' })).toEqual(['Mailchimp']);
    expect(await listed(stand, { state: 'drafted' })).toEqual(['New Host']);
  });

  it('is searched without accents and capitals, and narrowed by scope, review and what is missing', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    await keep(stand, editor, 'amazon-s3', { nextReview: '2026-01-01' });
    expect(await listed(stand, { q: '  AMÁZON   inc ' })).toEqual(['Amazon S3']);
    expect(await listed(stand, { q: 'no such thing' })).toEqual([]);
    expect(await listed(stand, { review: 'overdue' })).toEqual(['Amazon S3']);
    expect(await listed(stand, { review: 'none' })).not.toContain('Amazon S3');
    expect(await listed(stand, { gaps: 'any' })).not.toContain('Amazon S3');
    expect(await listed(stand, { scope: 'websites' })).toContain('Google Analytics');
    expect(await listed(stand, { scope: 'websites' })).not.toContain('Amazon S3');
  });

  it('takes a filter that is none for none', async () => {
    const stand = await start();
    const all = await listed(stand, {});
    expect(await listed(stand, { state: '<b>', review: 'never', gaps: '1', done: 'x' })).toEqual(all);
    expect(await listed(stand, { scope: 'nowhere' })).toEqual([]);
  });
});

describe('the page of a third party', () => {
  it('offers editors what can be begun, and viewers nothing', async () => {
    const stand = await start();
    const [editor, viewer] = [await stand.staff('editor', 'Eddy'), await stand.staff('viewer', 'Vera')];
    const offered = async (member: StaffMember, id: string) =>
      (await readDeskPartyPage(stand.reader(member), id)).beginnings.map(({ href }) => href);
    expect(await offered(editor, 'amazon-s3')).toEqual(
      ['change', 'replace', 'continue', 'remove'].map(
        (what) => `/admin/drafts/new?what=${what}&third-party=amazon-s3`,
      ),
    );
    expect(await offered(editor, 'mailchimp')).toEqual([
      '/admin/drafts/new?what=change&third-party=mailchimp',
    ]);
    expect(await offered(viewer, 'amazon-s3')).toEqual([]);
  });

  it('tells of one that is only drafted what is missing, and has no public page', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    await draftOf(stand, editor, 'New Host');
    const page = await readDeskPartyPage(stand.reader(editor), 'new-host');
    expect(page.tags).toMatchObject([{ text: 'In a draft only' }]);
    expect(page.drafts.list).toMatchObject([{ text: 'New Host' }]);
    expect(page.gaps.list.map(({ text }) => text)).toContain('The purpose is not stated');
    expect([page.ways, page.facts, page.history]).toEqual([[], undefined, undefined]);
  });

  it('is not found where nobody has heard of one', async () => {
    const stand = await start();
    const reader = stand.reader(await stand.staff('viewer', 'Vera'));
    await expect(readDeskPartyPage(reader, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('scopes and the organisation', () => {
  it('are shown to all and changed by admins only', async () => {
    const stand = await start();
    const [approver, admin] = [await stand.staff('approver', 'Anna'), await stand.staff('admin', 'Adam')];
    const seen = readScopesPage(stand.reader(approver));
    expect(seen.scopes.map(({ id }) => id)).toEqual(['application', 'organisation', 'websites']);
    expect([seen.add, ...seen.scopes.map(({ change }) => change)]).toEqual(Array(4).fill(undefined));
    const managed = readScopesPage(stand.reader(admin));
    expect(managed.scopes[0]?.change?.href).toBe('/admin/drafts/new?what=scope&scope=application');
    expect(readOrganisationPage(stand.reader(approver)).change).toBeUndefined();
    expect(readOrganisationPage(stand.reader(admin)).change?.href).toBe(
      '/admin/drafts/new?what=organisation',
    );
  });
});
