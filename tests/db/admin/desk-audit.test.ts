import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { renderAuditCsv } from '../../../src/admin/audit/audit-csv.ts';
import { readAuditPage } from '../../../src/admin/audit/read-audit-page.ts';
import { AUDIT_ACTIONS, recordAudit, type AuditEntry } from '../../../src/audit/record-audit.ts';
import { loadContent } from '../../../src/content.ts';
import { removeStaff } from '../../../src/staff/remove-staff.ts';
import { forgetStaff } from '../../../src/staff/forget-staff.ts';
import { draftOf, useDesk, type DeskStand } from './desk-stand.ts';

const start = useDesk();
const content = loadContent();

async function record({ context }: DeskStand, entry: Partial<AuditEntry>): Promise<void> {
  await context.database.write((transaction) =>
    recordAudit(transaction, {
      at: context.clock.now(),
      actor: { kind: 'system', id: 'command-line' },
      action: 'notice.published',
      subject: 'edition:1',
      ...entry,
    }),
  );
}

it('every action that can be in the audit log has words in every language', () => {
  for (const { language, messages } of content.messages.values()) {
    const unsaid = AUDIT_ACTIONS.filter((action) => !messages.has(`audit.action.${action}`));
    expect(unsaid, language).toEqual([]);
  }
});

describe('the audit log', () => {
  it('tells who did what to what, with its page, and what changed, in words', async () => {
    const stand = await start();
    const [admin, editor] = [await stand.staff('admin', 'Adam'), await stand.staff('editor', 'Eddy')];
    const draft = await draftOf(stand, editor, 'New Host');
    const actor = { kind: 'staff', id: admin.id } as const;
    await record(stand, {
      actor,
      action: 'staff.role-changed',
      subject: `staff:${editor.id}`,
      before: { role: 'viewer' },
      after: { role: 'editor' },
      at: stand.context.clock.now().add({ seconds: 1 }),
    });
    await record(stand, {
      actor,
      action: 'dossier.saved',
      subject: 'third-party:amazon-s3',
      before: { nextReview: null },
      after: { nextReview: '2027-01-31', fields: ['owner', 'nextReview'] },
      at: stand.context.clock.now().add({ seconds: 2 }),
    });
    const { entries } = await readAuditPage(stand.reader(admin));
    expect(entries.slice(0, 3)).toMatchObject([
      {
        who: 'Adam',
        what: 'Saved a dossier',
        subject: { text: 'Amazon S3', href: '/admin/third-parties/amazon-s3' },
        facts: [
          { label: 'Next review', told: 'Nothing → 31 January 2027' },
          { label: 'Fields changed', told: 'Owner, Next review' },
        ],
      },
      {
        what: 'Changed a role',
        subject: { text: 'Eddy', href: `/admin/staff/${editor.id}` },
        facts: [{ label: 'Role', told: 'Viewer → Editor' }],
      },
      {
        who: 'Eddy',
        what: 'Began a draft',
        subject: { text: 'Draft “New Host”', href: `/admin/drafts/${draft.id}` },
      },
    ]);
    expect(entries[0]?.stored).toContainEqual({
      label: 'before',
      values: [{ text: '{"nextReview":null}' }],
    });
  });

  it('keeps telling what a colleague did who was forgotten since, without a name', async () => {
    const stand = await start();
    const [admin, editor] = [await stand.staff('admin', 'Adam'), await stand.staff('editor', 'Eddy')];
    await draftOf(stand, editor, 'New Host');
    const actor = { kind: 'staff', id: admin.id } as const;
    await removeStaff(stand.context, { actor, staff: editor.id });
    await forgetStaff(stand.context, { actor, staff: editor.id });
    const { entries } = await readAuditPage(stand.reader(admin, { who: `staff:${editor.id}` }));
    expect(entries.map(({ who }) => who)).toEqual(['A colleague who was removed']);
  });

  it('leads only admins to the pages of colleagues', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    await record(stand, { action: 'staff.invited', subject: `staff:${editor.id}` });
    const { entries } = await readAuditPage(stand.reader(editor, { action: 'staff.invited' }));
    expect(entries).toMatchObject([{ subject: { text: 'Eddy' } }]);
    expect(entries[0]?.subject.href).toBeUndefined();
  });

  it('shows what another version wrote as it stands', async () => {
    const stand = await start();
    const { client } = stand.context.database;
    await client.execute(
      `insert into audit_log (id, at, actor_kind, actor_id, action, subject, after)
       values ('019c1880-0000-7000-8000-00000000d001', '2040-01-01T00:00:00.000Z', 'subscriber', 'x',
               'moon.landed', 'moon:1', '{"height":1,"list":[],"deep":{"a":true}}')`,
    );
    const { entries } = await readAuditPage(
      stand.reader(await stand.staff('viewer', 'Vera'), { who: 'subscriber:x' }),
    );
    expect(entries).toMatchObject([
      {
        who: 'A subscriber',
        what: 'moon.landed',
        subject: { text: 'moon:1' },
        facts: [
          { label: 'height', told: '1' },
          { label: 'list', told: '[]' },
          { label: 'deep', told: '{"a":true}' },
        ],
      },
    ]);
  });

  it('has days that begin and end in the zone of the organisation', async () => {
    const stand = await start();
    // Half past midnight in Amsterdam is the evening before in UTC.
    await record(stand, { subject: 'edition:77', at: Temporal.Instant.from('2027-06-30T22:30:00Z') });
    const viewer = await stand.staff('viewer', 'Vera');
    const shown = async (query: Readonly<Record<string, string>>) =>
      (await readAuditPage(stand.reader(viewer, { subject: 'edition:77', ...query }))).entries.length;
    expect(await shown({ from: '2027-07-01', to: '2027-07-01' })).toBe(1);
    expect(await shown({ to: '2027-06-30' })).toBe(0);
    expect(await shown({ from: '2027-07-02' })).toBe(0);
    expect(await shown({ from: 'someday', to: '2027-02-31' })).toBe(1);
  });

  it('is read page by page, and says so where a page lies beyond the last', async () => {
    const stand = await start();
    const viewer = await stand.staff('viewer', 'Vera');
    for (let number = 0; number < 120; number++) await record(stand, { action: 'staff.invited' });
    const page = async (asked: string) =>
      (await readAuditPage(stand.reader(viewer, { action: 'staff.invited', page: asked }))).pager;
    expect(await page('2')).toMatchObject({
      text: 'Page 2 of 3',
      newer: { href: '/admin/audit?action=staff.invited&page=1' },
      older: { href: '/admin/audit?action=staff.invited&page=3' },
    });
    expect(await page('900')).toMatchObject({ newer: { href: '/admin/audit?action=staff.invited&page=3' } });
    expect((await page('900'))?.older).toBeUndefined();
  });

  it('is taken away with the same filter, in cells that no spreadsheet runs', async () => {
    const stand = await start();
    const evil = await stand.staff('editor', '=HYPERLINK("http://evil.example")');
    await draftOf(stand, evil, '+1+1');
    const csv = await renderAuditCsv(stand.reader(evil, { who: `staff:${evil.id}` }, 'nl'));
    const lines = csv.split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('\uFEFFId,Moment (UTC),Wie,Actor,Wat,Handeling,Waarover,Onderwerp,Voorheen,Daarna');
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"")",staff:${evil.id},Begon een concept`);
    expect(lines[1]).toContain('Concept ‘+1+1’');
  });
});
