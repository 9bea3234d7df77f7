import { describe, expect, test } from 'vitest';
import { registerOn } from '../../../../src/domain/register-on.ts';
import type { FieldChange } from '../../../../src/domain/field-change.ts';
import { outcome } from '../../../support/outcome.ts';
import { processing, registerWith, thirdParty } from '../../../support/register.ts';

const TODAY = '2026-02-10';
const NL = 'processings/p1/purpose/nl';
const EN = 'processings/p1/purpose/en';
const PURPOSE = { en: 'Hosting', nl: 'Hosting', de: 'Hosting' };

function withHeroku(purpose: Record<string, string> = PURPOSE) {
  return registerWith({ heroku: thirdParty('Heroku', { p1: processing({ purpose }) }) }).goTo(TODAY);
}

const change = (...fields: FieldChange[]) => ({
  changes: [{ subject: { kind: 'third-party', id: 'heroku' } as const, fields }],
});
const says = (field: string, before: string | null, after: string | null) => ({ field, before, after });
const outdatedOn = (register: ReturnType<typeof withHeroku>, day: string) =>
  registerOn(register.ledger, day).thirdParties.get('heroku')?.outdated;

describe('a text that says something else in one language', () => {
  test('puts the others out of date from its own day on, and the notice tells of the text alone', () => {
    const register = withHeroku();
    const notice = register.publish(change(says(EN, 'Hosting', 'Hosting and mail')));
    expect(outcome(notice).says).toEqual([
      'third-party/heroku in application: purpose-changed, widens, needs-notice',
    ]);
    expect(notice.changes[0]?.fields).toEqual([
      says(EN, 'Hosting', 'Hosting and mail'),
      { field: 'outdated', added: ['processings/p1/purpose/de', NL], removed: [] },
    ]);
    expect(outdatedOn(register, '2026-03-12')).toBeUndefined();
    expect(outdatedOn(register, '2026-03-13')).toEqual(['processings/p1/purpose/de', NL]);
  });

  test('and in another with the same notice leaves only the third behind', () => {
    const register = withHeroku();
    const notice = register.publish(
      change(says(EN, 'Hosting', 'Hosting and mail'), says(NL, 'Hosting', 'Hosting en mail')),
    );
    expect(outdatedOn(register, notice.effectiveOn)).toEqual(['processings/p1/purpose/de']);
  });

  test('is followed by its translation, which is up to date with that', () => {
    const register = withHeroku({ en: 'Hosting', nl: 'Hosting' });
    register.publish(change(says(EN, 'Hosting', 'Hosting and mail')));
    register.goTo('2026-03-20');
    register.publish(change({ ...says(NL, 'Hosting', 'Hosting en mail'), wording: true }));
    expect(outdatedOn(register, '2026-03-19')).toEqual([NL]);
    expect(outdatedOn(register, '2026-03-20')).toBeUndefined();
  });

  test('is confirmed to be what the other language says: editorial', () => {
    const register = withHeroku({ en: 'Hosting', nl: 'Hosting' });
    register.publish(change(says(EN, 'Hosting', 'Hosting and mail')));
    register.goTo('2026-03-20');
    const notice = register.publish(change({ field: 'outdated', added: [], removed: [NL] }));
    expect(outcome(notice)).toEqual({
      class: 'editorial',
      marks: [],
      announcedOn: '2026-03-20',
      effectiveOn: '2026-03-20',
      says: ['third-party/heroku in application: translated, neutral, editorial'],
    });
    expect(outdatedOn(register, '2026-03-20')).toBeUndefined();
  });

  test('is confirmed at once, with the notice that changes it', () => {
    const register = withHeroku({ en: 'Hosting', nl: 'Hosting en mail' });
    const confirmed = { field: 'outdated', added: [], removed: [NL] };
    const notice = register.publish(change(says(EN, 'Hosting', 'Hosting and mail'), confirmed));
    expect(notice.changes[0]?.fields).toEqual([says(EN, 'Hosting', 'Hosting and mail')]);
    expect(outdatedOn(register, notice.effectiveOn)).toBeUndefined();
  });
});

describe('no other language is put out of date', () => {
  test('by a mend of mere wording', () => {
    const register = withHeroku();
    const notice = register.publish(change({ ...says(EN, 'Hosting', 'Web hosting'), wording: true }));
    expect(outdatedOn(register, notice.effectiveOn)).toBeUndefined();
  });

  test('by a translation that comes or goes', () => {
    const register = withHeroku({ en: 'Hosting', nl: 'Hosting' });
    register.publish(change(says('processings/p1/purpose/de', null, 'Hosting')));
    register.goTo('2026-02-12').publish(change(says(NL, 'Hosting', null)));
    expect(outdatedOn(register, '2026-02-12')).toBeUndefined();
  });

  test('by a name that reads the same in all of them', () => {
    const register = registerWith({
      heroku: thirdParty('Heroku', { p1: processing() }, { name: { und: 'Heroku', nl: 'Heroku' } }),
    }).goTo(TODAY);
    register.publish(change(says('name/und', 'Heroku', 'Heroku Cloud')));
    expect(outdatedOn(register, TODAY)).toBeUndefined();
  });
});

test('a processing that ends takes its texts off the list', () => {
  const register = withHeroku({ en: 'Hosting', nl: 'Hosting' });
  register.publish(change(says(EN, 'Hosting', 'Hosting and mail')));
  register
    .goTo('2026-03-20')
    .publish({ changes: [register.to('third-party', 'heroku', thirdParty('Heroku', {}))] });
  expect(registerOn(register.ledger, '2026-03-20').thirdParties.get('heroku')).toEqual({
    kind: 'service',
    name: { und: 'Heroku' },
    entity: { person: 'heroku', name: 'Heroku B.V.', country: 'NL' },
  });
});

test('a scope and the organisation have translations that lag behind too', () => {
  const register = withHeroku();
  const scope = { kind: 'scope', id: 'application' } as const;
  const notice = register.publish({
    changes: [{ subject: scope, fields: [says('name/en', 'Application', 'App')] }],
  });
  expect(outcome(notice).says).toEqual(['scope/application in application: renamed, neutral, told']);
  expect(registerOn(register.ledger, TODAY).scopes.get('application')?.outdated).toEqual(['name/nl']);
});

test.each(['entity/name', 'processings/p1/data', 'processings/p1/purpose', 'anything', 'a\u0007b'])(
  '%j cannot be on the list: it is no text in a language',
  (path) => {
    expect(withHeroku().tryPublish(change({ field: 'outdated', added: [path], removed: [] }))).toEqual({
      problems: [{ code: 'invalid-value', at: 'third-party/heroku/outdated', value: JSON.stringify(path) }],
    });
  },
);
