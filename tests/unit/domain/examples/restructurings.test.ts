import { describe, expect, test } from 'vitest';
import { registerOn } from '../../../../src/domain/register-on.ts';
import type { ThirdParty } from '../../../../src/domain/subjects/third-party.ts';
import { outcome } from '../../../support/outcome.ts';
import { processing, registerWith, thirdParty } from '../../../support/register.ts';

const TODAY = '2026-02-10';
const TOLD = { class: 'told', marks: [], announcedOn: TODAY, effectiveOn: TODAY };
const NEEDS_NOTICE = {
  class: 'needs-notice',
  marks: [],
  announcedOn: TODAY,
  firstEffectiveDay: '2026-03-13',
  objectionDeadline: '2026-03-12',
  effectiveOn: '2026-03-13',
};

const AWS = { person: 'aws', name: 'AWS Inc.', country: 'US' };
const OTHER = { person: 'other', name: 'Other Inc.', country: 'US' };
const files = processing({ purpose: { en: 'Files' }, data: [{ term: 'files' }] });
const mail = processing({ purpose: { en: 'Mail' }, data: [{ term: 'email-address' }] });
const s3 = thirdParty('S3', { p1: files }, { entity: AWS });
const ses = thirdParty('SES', { p1: mail }, { entity: AWS });
const gone = (state: ThirdParty): ThirdParty => {
  const { processings: _, ...kept } = state;
  return kept;
};

function restructuring(before: Record<string, ThirdParty>, after: Record<string, ThirdParty>) {
  const register = registerWith(before).goTo(TODAY);
  const changes = Object.entries(after).map(([id, state]) => register.to('third-party', id, state));
  return outcome(register.publish({ changes }));
}

const restructured = (...ids: string[]) =>
  ids.map((id) => `third-party/${id} in application: restructured, neutral, told`);

describe('a merger', () => {
  test('of two entries of one legal person into a third: told, and may be at once', () => {
    const aws = thirdParty('AWS', { p1: files, p2: mail }, { entity: AWS, continues: ['s3', 'ses'] });
    expect(restructuring({ s3, ses }, { s3: gone(s3), ses: gone(ses), aws })).toEqual({
      ...TOLD,
      says: restructured('s3', 'ses', 'aws'),
    });
  });

  test('of one entry into the other', () => {
    const both = { ...s3, continues: ['ses'], processings: { p1: files, p2: mail } };
    expect(restructuring({ s3, ses }, { s3: both, ses: gone(ses) })).toEqual({
      ...TOLD,
      says: restructured('s3', 'ses'),
    });
  });

  test('of two rows into one whose union is unchanged', () => {
    const name = processing({ data: [{ term: 'name' }] });
    const address = processing({ data: [{ term: 'email-address' }] });
    const union = processing({ data: [{ term: 'email-address' }, { term: 'name' }] });
    const [one, two] = [
      thirdParty('S3', { p1: name }, { entity: AWS }),
      thirdParty('SES', { p1: address }, { entity: AWS }),
    ];
    const aws = thirdParty('AWS', { p1: union }, { entity: AWS, continues: ['s3', 'ses'] });
    expect(restructuring({ s3: one, ses: two }, { s3: gone(one), ses: gone(two), aws })).toEqual({
      ...TOLD,
      says: restructured('s3', 'ses', 'aws'),
    });
  });

  test('keeps the pages of those that went, and what they were', () => {
    const register = registerWith({ s3, ses }).goTo(TODAY);
    const aws = thirdParty('AWS', { p1: files, p2: mail }, { entity: AWS, continues: ['s3', 'ses'] });
    register.publish({
      changes: [
        register.to('third-party', 's3', gone(s3)),
        register.to('third-party', 'ses', gone(ses)),
        register.to('third-party', 'aws', aws),
      ],
    });
    expect(registerOn(register.ledger, TODAY).thirdParties.get('s3')).toEqual(gone(s3));
    expect(registerOn(register.ledger, '2026-02-09').thirdParties.get('s3')).toEqual(s3);
  });

  test('by which more data goes to the union is no mere restructuring', () => {
    const more = processing({ ...mail, data: [{ term: 'email-address' }, { term: 'phone-number' }] });
    const aws = thirdParty('AWS', { p1: files, p2: more }, { entity: AWS, continues: ['s3', 'ses'] });
    const says = (id: string) =>
      `third-party/${id} in application: data-widened + restructured, widens, needs-notice`;
    expect(restructuring({ s3, ses }, { s3: gone(s3), ses: gone(ses), aws })).toEqual({
      ...NEEDS_NOTICE,
      says: ['s3', 'ses', 'aws'].map(says),
    });
  });

  test('with another legal person is a replacement, though its data goes nowhere it did not go before', () => {
    const stranger = thirdParty('SES', { p1: mail }, { entity: OTHER });
    const both = { ...s3, continues: ['ses'], processings: { p1: files, p2: mail } };
    const says = (id: string) =>
      `third-party/${id} in application: entity-replaced + restructured, widens, needs-notice`;
    expect(restructuring({ s3, ses: stranger }, { s3: both, ses: gone(stranger) })).toEqual({
      ...NEEDS_NOTICE,
      says: ['s3', 'ses'].map(says),
    });
  });

  test('into one of which nothing tells that it is the same legal person is a replacement', () => {
    const unnamed = thirdParty('AWS', { p1: files, p2: mail }, { continues: ['s3', 'ses'] });
    const { entity: _, ...aws } = unnamed;
    expect(restructuring({ s3, ses }, { s3: gone(s3), ses: gone(ses), aws }).class).toBe('needs-notice');
  });

  test('into one that trains models on what it is given widens', () => {
    const careful = { ...s3, ai: { trainsOnData: 'no' } } as const;
    const greedy = thirdParty(
      'AWS',
      { p1: files },
      { entity: AWS, continues: ['s3'], ai: { trainsOnData: 'yes' } },
    );
    const says = (id: string) =>
      `third-party/${id} in application: purpose-changed + restructured, widens, needs-notice`;
    expect(restructuring({ s3: careful }, { s3: gone(careful), aws: greedy })).toEqual({
      ...NEEDS_NOTICE,
      says: ['s3', 'aws'].map(says),
    });
  });

  test('in which one that goes on changes its service at the same time', () => {
    const before = { ...s3, service: { en: 'Storage' } };
    const both = {
      ...before,
      service: { en: 'Storage and mail' },
      continues: ['ses'],
      processings: { p1: files, p2: mail },
    };
    const says = (id: string) =>
      `third-party/${id} in application: purpose-changed + restructured, widens, needs-notice`;
    expect(restructuring({ s3: before, ses }, { s3: both, ses: gone(ses) })).toEqual({
      ...NEEDS_NOTICE,
      says: ['s3', 'ses'].map(says),
    });
  });

  test('brings data into a product where none of them was: added there', () => {
    const inPortal = { ...mail, scope: 'websites' };
    const both = { ...s3, continues: ['ses'], processings: { p1: files, p2: mail, p3: inPortal } };
    expect(restructuring({ s3, ses }, { s3: both, ses: gone(ses) })).toEqual({
      ...TOLD,
      says: [
        'third-party/s3 in application: restructured, neutral, told',
        'third-party/s3 in websites: added + restructured, widens, told',
        'third-party/ses in application: restructured, neutral, told',
      ],
    });
  });
});

describe('a split', () => {
  const aws = thirdParty('AWS', { p1: files, p2: mail }, { entity: AWS });

  test('of one entry in two whose union is unchanged: told', () => {
    const [part, rest] = [
      { ...s3, continues: ['aws'] },
      { ...aws, processings: { p2: mail } },
    ];
    expect(restructuring({ aws }, { aws: rest, s3: part })).toEqual({
      ...TOLD,
      says: restructured('aws', 's3'),
    });
  });

  test('of one row in two', () => {
    const whole = thirdParty(
      'AWS',
      { p1: processing({ data: [{ term: 'email-address' }, { term: 'name' }] }) },
      { entity: AWS },
    );
    const names = thirdParty(
      'S3',
      { p1: processing({ data: [{ term: 'name' }] }) },
      { entity: AWS, continues: ['aws'] },
    );
    const rest = thirdParty(
      'AWS',
      { p1: processing({ data: [{ term: 'email-address' }] }) },
      { entity: AWS },
    );
    expect(restructuring({ aws: whole }, { aws: rest, s3: names })).toEqual({
      ...TOLD,
      says: restructured('aws', 's3'),
    });
  });

  test('off to another legal person is a replacement', () => {
    const part = { ...thirdParty('S3', { p1: files }, { entity: OTHER }), continues: ['aws'] };
    const rest = { ...aws, processings: { p2: mail } };
    const says = (id: string) =>
      `third-party/${id} in application: entity-replaced + restructured, widens, needs-notice`;
    expect(restructuring({ aws }, { aws: rest, s3: part })).toEqual({
      ...NEEDS_NOTICE,
      says: ['aws', 's3'].map(says),
    });
  });

  test('that drops a processing narrows', () => {
    const part = { ...s3, continues: ['aws'] };
    expect(restructuring({ aws }, { aws: gone(aws), s3: part })).toEqual({
      ...TOLD,
      says: ['aws', 's3'].map(
        (id) => `third-party/${id} in application: data-narrowed + restructured, narrows, told`,
      ),
    });
  });
});

describe('a relation told afterwards', () => {
  test('to one that is long gone is a restructuring on paper', () => {
    const later = { ...s3, continues: ['ses'] };
    expect(restructuring({ s3, ses: gone(ses) }, { s3: later })).toEqual({
      ...TOLD,
      says: restructured('s3'),
    });
  });

  test('between two that are both not in use concerns no scope', () => {
    const later = { ...gone(s3), continues: ['ses'] };
    expect(restructuring({ s3: gone(s3), ses: gone(ses) }, { s3: later })).toEqual({
      ...TOLD,
      says: ['third-party/s3 in no scope: restructured, neutral, told'],
    });
  });

  test('cannot hide a new recipient: it is added where the other never was', () => {
    const heir = thirdParty('New', { p1: files }, { entity: OTHER, continues: ['ses'] });
    expect(restructuring({ ses: gone(ses) }, { heir })).toEqual({
      ...NEEDS_NOTICE,
      says: ['third-party/heir in application: added + restructured, widens, needs-notice'],
    });
  });
});
