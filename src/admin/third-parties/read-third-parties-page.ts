import type { SelectView } from '../../forms/field-view.ts';
import { organisationOn } from '../../today.ts';
import { momentOf } from '../../register/moment.ts';
import type { Link } from '../../register/views/link.ts';
import { scopeAt, scopeName } from '../../register/views/scope-name.ts';
import { staffNames } from '../../staff/staff-names.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { chosenFilter, filterForm, typedFilter, type FilterForm } from '../filter-form.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Column, Row } from '../page-parts.ts';
import { deskParties } from './desk-parties.ts';
import { DESK_STATES, type DeskParty } from './desk-party.ts';
import { partyColumns, partyRow } from './party-row.ts';
import { scopesOf, selectParties } from './select-parties.ts';
import { isFiltered, readThirdPartiesQuery, REVIEWS, type ThirdPartiesQuery } from './third-parties-query.ts';

/** The list of third parties, for staff. */
export interface ThirdPartiesPage {
  readonly frame: AdminFrame;
  readonly actions: readonly Link[];
  readonly filters: FilterForm;
  readonly count: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What is said where no third party is shown. */
  readonly none: string;
}

export async function readThirdPartiesPage(reader: AdminReader): Promise<ThirdPartiesPage> {
  const { words } = reader;
  const query = readThirdPartiesQuery(reader.admin?.query ?? {});
  const [all, staff] = await Promise.all([deskParties(reader), staffNames(reader.context)]);
  const shown = selectParties(reader, all, query);
  return {
    frame: adminFrame(reader, {
      title: words.t('admin.nav.third-parties'),
      section: 'third-parties',
      lead: words.t('admin-third-party.lead'),
    }),
    actions: actionsFor(reader),
    filters: filtersOf(reader, all, query),
    count:
      shown.length === all.length
        ? words.t('register.shown-all', { count: all.length })
        : words.t('register.shown-count', { shown: shown.length, total: all.length }),
    columns: partyColumns(reader),
    rows: shown.map((party) => partyRow(reader, staff, party)),
    none: words.t(isFiltered(query) ? 'register.none-match' : 'admin-third-party.none'),
  };
}

/** What editors may begin from here. */
function actionsFor(reader: AdminReader): Link[] {
  const { words, addresses, today, context } = reader;
  // Before the register has an organisation there is nothing that a third party could be added to.
  const hasBegun = organisationOn(context.ledger.current(), today) !== undefined;
  if (!hasBegun || !may(reader, 'editor')) return [];
  const admin = adminAddresses(addresses);
  return (['add', 'replace'] as const).map((what) => ({
    text: words.t(`desk.begin.${what}`),
    href: admin.newDraft({ what }),
  }));
}

function filtersOf(reader: AdminReader, all: readonly DeskParty[], query: ThirdPartiesQuery): FilterForm {
  const { words, addresses } = reader;
  const chosen = (
    name: 'state' | 'scope' | 'review' | 'gaps',
    value: string | undefined,
    options: SelectView['options'],
  ) => chosenFilter(reader, name, words.t(`admin-third-party.filter.${name}`), value, options);
  const fields = [
    typedFilter('q', words.t('register.search'), 'search', query.q),
    chosen('state', query.state, stateOptions(reader)),
    chosen('scope', query.scope, scopeOptions(reader, all)),
    chosen('review', query.review, reviewOptions(reader)),
    chosen('gaps', query.gaps ? 'any' : '', [{ value: 'any', label: words.t('admin-third-party.gaps.any') }]),
  ];
  return filterForm(reader, adminAddresses(addresses).thirdParties(), fields, isFiltered(query));
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function reviewOptions({ words }: AdminReader): Option[] {
  return REVIEWS.map((review) => ({ value: review, label: words.t(`admin-third-party.review.${review}`) }));
}

function stateOptions({ words }: AdminReader): Option[] {
  return DESK_STATES.map((state) => ({ value: state, label: words.t(`admin-third-party.state.${state}`) }));
}

function scopeOptions(reader: AdminReader, all: readonly DeskParty[]): Option[] {
  const { words, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, {});
  return [...new Set(all.flatMap(scopesOf))]
    .map((id) => ({ value: id, label: scopeName(reader, scopeAt(moment, id), id).text }))
    .sort((one, other) => words.compare(one.label, other.label));
}
