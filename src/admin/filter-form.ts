import { idOf, type SelectView, type TextView } from '../forms/field-view.ts';
import type { Link } from '../register/views/link.ts';
import type { AdminReader } from './reader.ts';

/** A form that narrows a list: it asks and changes nothing. */
export interface FilterForm {
  readonly label: string;
  readonly to: string;
  readonly fields: readonly (TextView | SelectView)[];
  readonly apply: string;
  /** Leads to the whole list; absent where nothing is filtered. */
  readonly clear: Link | undefined;
}

/** @param to where the whole list is */
export function filterForm(
  { words }: Pick<AdminReader, 'words'>,
  to: string,
  fields: FilterForm['fields'],
  isFiltered: boolean,
): FilterForm {
  return {
    label: words.t('register.filters'),
    to,
    fields,
    apply: words.t('register.filter.apply'),
    clear: isFiltered ? { text: words.t('register.filter.clear'), href: to } : undefined,
  };
}

/** A filter that is typed. */
export function typedFilter(
  name: string,
  label: string,
  type: 'search' | 'date',
  value: string | undefined,
): TextView {
  const most = type === 'search' ? { maxLength: 200 } : {};
  return { id: idOf(name), name, label, type, value: value ?? '', ...most };
}

/** A filter that is chosen; the first of its options is not to filter. */
export function chosenFilter(
  { words }: Pick<AdminReader, 'words'>,
  name: string,
  label: string,
  value: string | undefined,
  options: SelectView['options'],
): SelectView {
  const any = { value: '', label: words.t('register.filter.any') };
  return { id: idOf(name), name, label, value: value ?? '', options: [any, ...options] };
}
