import { proseSchema } from '../../domain/text.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';

/** Texts by the last part of their names (`reason.en`), trimmed; empty ones are left out. */
export function textsIn(form: ReceivedForm, prefix: string): Record<string, string> {
  return Object.fromEntries(
    form
      .names()
      .filter((name) => name.startsWith(prefix) && /^[A-Za-z0-9-]{1,80}$/.test(name.slice(prefix.length)))
      .map((name) => [name.slice(prefix.length), form.value(name).trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** What is wrong with the texts whose names begin so, each at its control. */
export function wrongTexts(form: ReceivedForm, prefix: string, { t }: Words): FieldProblem[] {
  return form
    .names()
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name, text: form.value(name).trim() }))
    .filter(({ text }) => text !== '' && !proseSchema.safeParse(text).success)
    .map(({ name }) => ({ field: name, message: t('draft.problem.text') }));
}
