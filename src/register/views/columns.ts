import type { Words } from '../../language/words.ts';

/** The headings of the list; on a narrow screen each value carries its own. */
export interface Columns {
  readonly name: string;
  readonly purpose: string;
  readonly data: string;
  readonly retention: string;
  readonly location: string;
  readonly safeguard: string;
}

export function columnsIn({ t }: Words): Columns {
  return {
    name: t('register.column.name'),
    purpose: t('register.column.purpose'),
    data: t('register.column.data'),
    retention: t('register.column.retention'),
    location: t('register.column.location'),
    safeguard: t('register.column.safeguard'),
  };
}
