import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadContent } from '../../../../src/content.ts';
import { RegistryError } from '../../../../src/errors.ts';
import type { ReceivedForm } from '../../../../src/forms/received-form.ts';
import { wordsFor } from '../../../../src/language/words.ts';
import { formOf } from '../../../../src/web/forms/form-fields.ts';
import { handleForm, refused, shown } from '../../../../src/web/forms/handle-form.ts';
import { valuesOf } from '../../../../src/web/forms/values-of.ts';

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
    const outcome = (handled: ReturnType<typeof shown> | ReturnType<typeof refused>) =>
      handleForm(asked, { add: () => Promise.resolve(handled) });
    expect(await outcome(shown())).toEqual({ kind: 'shown', form: asked.form });
    expect(await outcome(refused(problems))).toMatchObject({ kind: 'refused', status: 400, problems });
    expect(await outcome(refused([], 409))).toMatchObject({ status: 409 });
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

  it('gets the values of a form that a schema knows, or says what is wrong with them', async () => {
    const schema = z.object({ name: z.string().min(1), role: z.enum(['viewer', 'editor']) });
    const handlers = {
      invite: {
        schema,
        run: ({ name, role }: z.infer<typeof schema>) => Promise.resolve(`/${name}/${role}`),
      },
    };
    const sent = after({ action: 'invite', name: 'jane', role: 'editor' });
    expect(await handleForm(sent, handlers)).toEqual({ kind: 'done', to: '/jane/editor' });
    expect(await handleForm(after({ action: 'invite', role: 'king' }), handlers)).toMatchObject({
      status: 400,
      problems: [
        { field: 'name', message: words.t('gate.field.missing') },
        { field: 'role', message: words.t('gate.field.unknown') },
      ],
    });
  });
});

describe('the values of a form', () => {
  it('are lists where the schema says so, and empty texts where nothing was sent', () => {
    const form = formOf([
      ['scope', 'a'],
      ['scope', 'b'],
    ]);
    const schema = z.object({
      scope: z.array(z.string()),
      other: z.array(z.string()).optional(),
      set: z.preprocess((value) => value, z.array(z.string())),
      text: z.string(),
      day: z.string().transform((day) => (day === '' ? undefined : day)),
    });
    expect(form && valuesOf(form, schema, words)).toEqual({
      values: { scope: ['a', 'b'], other: [], set: [], text: '', day: undefined },
    });
  });

  it('that are wrong are said in the words of the interface', () => {
    const form = formOf([['long', 'x'.repeat(11)]]);
    const schema = z.object({
      long: z.string().max(10),
      own: z.string().min(1, { error: 'gate.field.conflict' }),
      other: z.email(),
    });
    expect(form && valuesOf(form, schema, words)).toEqual({
      problems: [
        { field: 'long', message: words.t('gate.field.too-long', { most: 10 }) },
        { field: 'own', message: words.t('gate.field.conflict') },
        { field: 'other', message: words.t('gate.field.unreadable') },
      ],
    });
  });
});
