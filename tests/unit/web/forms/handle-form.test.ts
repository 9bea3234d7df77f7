import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../../src/content.ts';
import { RegistryError } from '../../../../src/errors.ts';
import type { ReceivedForm } from '../../../../src/forms/received-form.ts';
import { wordsFor } from '../../../../src/language/words.ts';
import { formOf } from '../../../../src/web/forms/form-fields.ts';
import { refusal, type Refusal, type Shown } from '../../../../src/forms/form-outcome.ts';
import { handleForm } from '../../../../src/web/forms/handle-form.ts';

const words = wordsFor(loadContent(), 'en');

/** What a page is handed after a form with these fields. */
function after(fields: Readonly<Record<string, string>>) {
  const form = formOf(Object.entries(fields));
  if (!form) throw new Error('These are no fields of a form.');
  const admin = {
    route: undefined,
    page: '/admin',
    signedIn: undefined,
    form,
    query: {},
    client: '192.0.2.1',
    headers: new Headers(),
  };
  return { words, admin, form };
}

describe('a page that handles its form', () => {
  it('does nothing when there is none', async () => {
    const { admin } = after({});
    expect(await handleForm({ words }, {})).toEqual({ kind: 'none' });
    expect(await handleForm({ words, admin: { ...admin, form: undefined } }, {})).toEqual({ kind: 'none' });
  });

  it('does what the pressed button asks, and sends the reader on', async () => {
    const handlers = {
      save: () => Promise.resolve('/admin/drafts?done=saved'),
      drop: (form: ReceivedForm) => Promise.resolve(`/admin/${form.argument}`),
    };
    expect(await handleForm(after({ action: 'save' }), handlers)).toEqual({
      kind: 'done',
      to: '/admin/drafts?done=saved',
    });
    expect(await handleForm(after({ action: 'drop scopes' }), handlers)).toEqual({
      kind: 'done',
      to: '/admin/scopes',
    });
  });

  it('shows the form anew, or with what is wrong', async () => {
    const problems = [{ field: 'title', message: 'Too short.' }];
    const asked = after({ action: 'add' });
    const outcome = (handled: Shown | Refusal) => handleForm(asked, { add: () => Promise.resolve(handled) });
    expect(await outcome({ kind: 'shown' })).toEqual({ kind: 'shown', form: asked.form });
    expect(await outcome(refusal(problems))).toMatchObject({ kind: 'refused', status: 400, problems });
    expect(await outcome(refusal([], 409))).toMatchObject({ status: 409 });
  });

  it.each([
    ['refused', 400],
    ['invalid', 400],
    ['not-found', 404],
    ['conflict', 409],
  ] as const)('says why a verb did not do it: %s', async (code, status) => {
    const error = new RegistryError(code, []);
    const outcome = await handleForm(after({ action: 'save' }), { save: () => Promise.reject(error) });
    expect(outcome).toMatchObject({ kind: 'refused', status, error });
    expect(outcome.kind === 'refused' && outcome.problems).toEqual([
      { field: '', message: words.t(`gate.field.${code}`) },
    ]);
  });

  it('says at which control a rule of the register is broken', async () => {
    const save = () =>
      Promise.reject(
        new RegistryError('refused', [
          { code: 'conflict', at: 'third-party/sentry/processings/p1/retention', edition: 3 },
          { code: 'nothing-changed', at: 'scope/websites' },
          { code: 'invalid-value', at: 'organisation/contact/privacy', value: 'x' },
          { code: 'reason-missing' },
        ]),
      );
    const outcome = await handleForm(after({ action: 'save' }), { save });
    expect(outcome.kind === 'refused' && outcome.problems.map(({ field }) => field)).toEqual([
      'processings.p1.retention',
      '',
      'contact.privacy',
      '',
    ]);
  });

  it('throws on what was not foreseen, and what is damaged', async () => {
    for (const error of [new TypeError('x'), new RegistryError('damaged', [])])
      await expect(handleForm(after({ action: 'save' }), { save: () => Promise.reject(error) })).rejects.toBe(
        error,
      );
  });

  it('never goes where a path of ours does not lead', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'admin', ''])
      await expect(
        handleForm(after({ action: 'save' }), { save: () => Promise.resolve(to) }),
      ).rejects.toThrow();
  });

  it('has no handlers but those it names', async () => {
    await expect(handleForm(after({ action: 'toString' }), {})).rejects.toThrow('No handler for toString');
  });
});
