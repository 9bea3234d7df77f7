import { describe, expect, it } from 'vitest';
import { dossierHandlers } from '../../../src/admin/dossier/dossier-handlers.ts';
import { readDossierPage } from '../../../src/admin/dossier/read-dossier-page.ts';
import { textsOf } from '../../../src/admin/dossier/dossier-entry.ts';
import { readDossier } from '../../../src/dossier/read-dossier.ts';
import { saveDossier } from '../../../src/dossier/save-dossier.ts';
import type { StaffMember } from '../../../src/staff/staff-member.ts';
import { formOf, useDesk, type DeskStand } from './desk-stand.ts';

const start = useDesk();

const EMPTY = { version: '0', ...textsOf({ contract: 'unknown' }) };

function send(stand: DeskStand, member: StaffMember, fields: Readonly<Record<string, string>>) {
  return dossierHandlers(stand.reader(member), 'amazon-s3').save(formOf(fields));
}

describe('the form of a dossier', () => {
  it('keeps what it says, without white space around it, and leads to the third party', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    const fields = { ...EMPTY, owner: editor.id, contract: 'signed', notes: '  Two.\nLines. ' };
    expect(await send(stand, editor, fields)).toBe('/admin/third-parties/amazon-s3?done=dossier-saved');
    const { values } = await readDossier(stand.context.database.orm, 'amazon-s3');
    expect(values).toEqual({ owner: editor.id, contract: 'signed', notes: 'Two.\nLines.' });
  });

  it('says at every field what is wrong with it, and keeps nothing', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    const fields = {
      version: '0',
      owner: '019c1880-0000-7000-8000-00000000ffff',
      nextReview: '2027-02-30',
      contract: 'lost',
      contractNote: 'x'.repeat(5001),
      contactPerson: 'Jane\nRoe',
      assessmentOn: '2027-01-02',
      assessmentOutcome: 'Bell\u0007',
      assessmentNextOn: '2027-01-01',
      notes: 'Fine.',
    };
    const refused = await send(stand, editor, fields);
    expect(refused).toMatchObject({ kind: 'refused', status: 400 });
    const problems = typeof refused !== 'string' && 'problems' in refused ? refused.problems : [];
    expect(problems.map(({ field }) => field)).toEqual([
      'owner',
      'nextReview',
      'contract',
      'contractNote',
      'contactPerson',
      'assessmentOutcome',
      'assessmentNextOn',
    ]);
    expect(problems[3]?.message).toBe(
      'Note on the contract: this is too long. At most 5,000 characters fit.',
    );
    expect((await readDossier(stand.context.database.orm, 'amazon-s3')).version).toBe(0);
  });

  it.each(['', '-1', '1.5', 'x', '99999999999999999999'])(
    'is not whole with the version %j',
    async (version) => {
      const stand = await start();
      const editor = await stand.staff('editor', 'Eddy');
      expect(await send(stand, editor, { ...EMPTY, version })).toMatchObject({
        status: 400,
        problems: [{ field: '' }],
      });
    },
  );

  it('shows viewers what it says, without a form', async () => {
    const stand = await start();
    const viewer = await stand.staff('viewer', 'Vera');
    const page = await readDossierPage(stand.reader(viewer), 'amazon-s3', { kind: 'none' });
    expect([page.form, page.conflict]).toEqual([undefined, undefined]);
    expect(page.facts.map(({ label }) => label)).toEqual(['Owner', 'Next review', 'State of the contract']);
  });

  it('says why each part is asked, with where the law says so', async () => {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    const page = await readDossierPage(stand.reader(editor, {}, 'nl'), 'amazon-s3', { kind: 'none' });
    expect(page.form?.sections.map(({ law }) => law?.text)).toEqual([
      'art. 5 lid 2, art. 24 lid 1 en art. 28 lid 1 AVG',
      'art. 28 lid 3, lid 4 en lid 9 AVG',
      'EDPB-advies 22/2024, punten 31 en 32',
      'clausule 14 SCC (EU) 2021/914; art. 46 lid 1 AVG',
      undefined,
    ]);
  });
});

describe('two colleagues who edit one dossier', () => {
  const theirs = { contract: 'signed', contactPerson: 'John', notes: 'Theirs.' } as const;
  const mine = { ...EMPTY, nextReview: '2027-01-01', contract: 'none', notes: 'Mine.' };
  const base = Object.fromEntries(
    Object.entries(textsOf({ contract: 'unknown' })).map(([field, text]) => [`base.${field}`, text]),
  );

  async function meet() {
    const stand = await start();
    const editor = await stand.staff('editor', 'Eddy');
    const actor = { kind: 'staff', id: (await stand.staff('editor', 'Olga')).id } as const;
    await saveDossier(stand.context, { actor, thirdParty: 'amazon-s3', version: 0, values: theirs });
    const form = formOf({ ...mine, ...base });
    await expect(send(stand, editor, { ...mine, ...base })).rejects.toMatchObject({ code: 'conflict' });
    const outcome = { kind: 'refused', status: 409, form, problems: [] } as const;
    const { conflict } = await readDossierPage(stand.reader(editor), 'amazon-s3', outcome);
    const kept = Object.fromEntries((conflict?.kept ?? []).map(({ name, value }) => [name, value]));
    return { stand, editor, conflict, kept };
  }

  it('the second sees both versions of each field that differs; chosen is what each of them changed', async () => {
    const { conflict, kept } = await meet();
    const shown = conflict?.choices.map(({ name, options }) => [
      name,
      ...options.map(({ label, checked }) => (checked ? `[${label}]` : label)),
    ]);
    expect(shown).toEqual([
      ['choice.nextReview', '[1 January 2027]', 'No day'],
      ['choice.contract', '[None]', 'Signed'],
      ['choice.contactPerson', 'Nothing kept', '[John]'],
      ['choice.notes', '[Mine.]', 'Theirs.'],
    ]);
    expect(kept).toMatchObject({ version: '1', notes: 'Mine.', 'base.notes': 'Theirs.' });
  });

  it('what is chosen is saved', async () => {
    const { stand, editor, kept } = await meet();
    const chosen = { 'choice.nextReview': 'mine', 'choice.contract': 'theirs', 'choice.notes': 'mine' };
    const saved = await send(stand, editor, { ...kept, ...chosen, 'choice.contactPerson': 'theirs' });
    expect(saved).toContain('done=dossier-saved');
    expect(await readDossier(stand.context.database.orm, 'amazon-s3')).toMatchObject({
      version: 2,
      values: { nextReview: '2027-01-01', contract: 'signed', contactPerson: 'John', notes: 'Mine.' },
    });
  });

  it('a choice about a version that is no longer the last is asked again', async () => {
    const { stand, editor, kept } = await meet();
    const actor = { kind: 'staff', id: editor.id } as const;
    await saveDossier(stand.context, {
      actor,
      thirdParty: 'amazon-s3',
      version: 1,
      values: { contract: 'to-be-signed' },
    });
    await expect(send(stand, editor, { ...kept, 'choice.notes': 'theirs' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
