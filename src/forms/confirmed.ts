import type { FormValues } from './form-values.ts';

/** The form with the texts off the list of outdated ones that its reader found still right. */
export function withConfirmed(values: FormValues): FormValues {
  const confirmed = values.get('confirmed') ?? [];
  const outdated = values.get('outdated');
  if (confirmed.length === 0 || !outdated) return values;
  return new Map([...values, ['outdated', outdated.filter((path) => !confirmed.includes(path))]]);
}
