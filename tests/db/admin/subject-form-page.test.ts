import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { actorOf, type Locals } from '../../../src/admin/reader.ts';
import type { FormPart } from '../../../src/admin/subject-form/form-part.ts';
import {
  readSubjectFormPage,
  type SubjectFormPage,
} from '../../../src/admin/subject-form/read-subject-form-page.ts';
import { beginDraft } from '../../../src/drafts/begin-draft.ts';
import type { FieldView } from '../../../src/forms/field-view.ts';
import type { FormOutcome } from '../../../src/forms/form-outcome.ts';
import { to } from '../support/register.ts';
import { processing, thirdParty } from '../../support/register.ts';
import { useDesk } from './desk-stand.ts';
import { draftAt, formWith, localsOf, NO_FORM, send } from './drafts-stand.ts';

const desk = useDesk();

/** The form of a third party that a draft replaces another by: with the two processings of Amazon S3. */
async function formOfReplacement(): Promise<(outcome: FormOutcome) => Promise<SubjectFormPage>> {
  const stand = await desk();
  const locals: Locals = localsOf(stand, await stand.staff('editor', 'Ed Example'));
  const begun = await send(locals, 'replace', {
    'third-party': 'amazon-s3',
    vendor: 'scaleway',
    scope: 'application',
    'takes-over': 'yes',
  });
  const draft = await draftAt(locals, begun);
  const address = { draft: draft.id, subject: { kind: 'third-party', id: 'scaleway' } } as const;
  return (outcome) => readSubjectFormPage(locals, address, outcome);
}

function partsOf({ sections }: SubjectFormPage): FormPart[] {
  const within = (part: FormPart): FormPart[] => [
    part,
    ...('parts' in part ? part.parts.flatMap(within) : []),
  ];
  return sections.flatMap(({ parts }) => parts.flatMap(within));
}

function control(page: SubjectFormPage, name: string): FieldView | undefined {
  return partsOf(page).flatMap((part) =>
    part.kind === 'control' && part.control.name === name ? [part.control] : [],
  )[0];
}

/** The form as a browser would send it, by a button. */
function sent(
  page: SubjectFormPage,
  action: string,
  argument: string,
  typed: Readonly<Record<string, string>> = {},
): FormOutcome {
  const fields = new Map<string, string[]>();
  const send = (name: string, values: readonly string[]) =>
    fields.set(name, [...(fields.get(name) ?? []), ...values]);
  for (const { name, value } of page.pairs) send(name, [value]);
  for (const part of partsOf(page)) {
    if (part.kind === 'hidden') for (const { name, value } of part.pairs) send(name, [value]);
    if (part.kind === 'control') send(part.control.name, valuesOf(part.control));
  }
  return { kind: 'shown', form: formWith({ ...Object.fromEntries(fields), ...typed }, action, argument) };
}

function valuesOf(field: FieldView): string[] {
  if ('legend' in field) return field.options.filter(({ checked }) => checked).map(({ value }) => value);
  return 'checked' in field && !field.checked ? [] : [field.value];
}

function isThirdOpen(page: SubjectFormPage): boolean | undefined {
  const folded = partsOf(page).filter((part) => part.kind === 'details');
  return folded.find(({ summary }) => summary.startsWith('Processing 3'))?.open;
}

test('a period is asked for first where retention is not stated yet', async () => {
  const page = await (await formOfReplacement())(NO_FORM);
  expect(control(page, 'processings.backups.retention.form')).toMatchObject({ value: 'period' });
});

test('a further processing is in the scope of the one above it, open, with the law’s questions', async () => {
  const read = await formOfReplacement();
  const page = await read(sent(await read(NO_FORM), 'add', 'processings'));
  const scopes = partsOf(page).flatMap((part) =>
    part.kind === 'control' && /^processings\.[^.]+\.scope$/.test(part.control.name) ? [part.control] : [],
  );
  expect(scopes.map((field) => 'value' in field && field.value)).toEqual(Array(3).fill('application'));
  expect(isThirdOpen(page)).toBe(true);
});

test('a further processing is open also while something else in the form cannot be read', async () => {
  const read = await formOfReplacement();
  const wrong = { 'links.website': 'no address' };
  expect(isThirdOpen(await read(sent(await read(NO_FORM), 'add', 'processings', wrong)))).toBe(true);
});

test('whoever types gets the preview alone: the form stays as it is', async () => {
  const read = await formOfReplacement();
  const first = await read(NO_FORM);
  const alone = await read(sent(first, 'preview', 'alone'));
  expect(alone.sections).toEqual([]);
  expect(alone.preview).toEqual(first.preview);
  expect((await read(sent(first, 'preview', ''))).sections).toHaveLength(first.sections.length);
});

/** How often the register is looked at to show the form of one of so many third parties that a draft adds. */
async function looksAtRegister(count: number): Promise<number> {
  const stand = await desk();
  const locals: Locals = localsOf(stand, await stand.staff('editor', 'Ed Example'));
  const { ledger } = locals.context;
  const changes = Array.from({ length: count }, (_, number) => {
    const id = `new-${String(number)}`;
    const { subject, fields } = to(ledger.current(), 'third-party', id, thirdParty(id, { p1: processing() }));
    return { subject, fields: [...fields] };
  });
  const { id: draft } = await beginDraft(locals.context, {
    actor: actorOf(locals),
    key: randomUUID(),
    title: 'Many',
    content: { kind: 'changes', changes },
  });
  const current = vi.spyOn(ledger, 'current');
  await readSubjectFormPage(locals, { draft, subject: { kind: 'third-party', id: 'new-0' } }, NO_FORM);
  return current.mock.calls.length;
}

test('a draft of many changes is settled no more often for a form than one of few', async () => {
  expect(await looksAtRegister(40)).toBe(await looksAtRegister(2));
});
