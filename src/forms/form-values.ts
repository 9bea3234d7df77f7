import type { ReceivedForm } from './received-form.ts';

/** What a form holds: the values of each name, in the order in which controls stand. Hostile text when it was sent. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** The same of a form that was sent. */
export function valuesIn(form: ReceivedForm): FormValues {
  return new Map(form.names().map((name) => [name, form.values(name)]));
}

/** The first value of a name; empty when there is none. */
export function firstOf(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}
