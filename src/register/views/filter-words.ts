import type { Words } from '../../language/words.ts';

/** What stands on the form of filters and around it. */
export interface FilterWords {
  readonly filters: string;
  readonly search: string;
  readonly hint: string;
  readonly state: string;
  readonly apply: string;
  readonly active: string;
  readonly clear: string;
}

export function filterWordsIn({ t }: Words): FilterWords {
  return {
    filters: t('register.filters'),
    search: t('register.search'),
    hint: t('register.search-hint'),
    state: t('register.filter.state'),
    apply: t('register.filter.apply'),
    active: t('register.filter.active'),
    clear: t('register.filter.clear'),
  };
}
