import type { Words } from '../../language/words.ts';

/** What stands on the form of filters and around it. */
export interface FilterWords {
  readonly filters: string;
  readonly search: string;
  readonly hint: string;
  readonly state: string;
  /** On the fold that holds the filters beside the search. */
  readonly more: string;
  readonly sort: string;
  /** The way to each scope of the list. */
  readonly scopes: string;
  /** Said when the link to a row was copied. */
  readonly copied: string;
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
    more: t('register.filters'),
    sort: t('register.sort'),
    scopes: t('register.jump'),
    copied: t('register.link-copied'),
    apply: t('register.filter.apply'),
    active: t('register.filter.active'),
    clear: t('register.filter.clear'),
  };
}
