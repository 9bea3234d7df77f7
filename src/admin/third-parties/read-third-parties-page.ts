import { idOf, type SelectView, type TextView } from '../../forms/field-view.ts';
import { organisationOn } from '../../today.ts';
import { momentOf } from '../../register/moment.ts';
import type { Link } from '../../register/views/link.ts';
import { scopeAt, scopeName } from '../../register/views/scope-name.ts';
import { staffNames } from '../../staff/staff-names.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Column, Row } from '../page-parts.ts';
import { deskParties } from './desk-parties.ts';
import { DESK_STATES, type DeskParty } from './desk-party.ts';
import { partyColumns, partyRow } from './party-row.ts';
import { scopesOf, selectParties } from './select-parties.ts';
import { isFiltered, readThirdPartiesQuery, REVIEWS, type ThirdPartiesQuery } from './third-parties-query.ts';

/** A form that narrows a list: it asks and changes nothing. */
export interface FilterForm {
  readonly label: string;
  readonly to: string;
  readonly fields: readonly (TextView | SelectView)[];
  readonly apply: string;
  /** Leads to the whole list; absent where nothing is filtered. */
  readonly clear: Link | undefined;
}

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
    filters: filterForm(reader, all, query),
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

function filterForm(reader: AdminReader, all: readonly DeskParty[], query: ThirdPartiesQuery): FilterForm {
  const { words, addresses } = reader;
  const to = adminAddresses(addresses).thirdParties();
  return {
    label: words.t('register.filters'),
    to,
    fields: [
      {
        ...control('q', words.t('register.search')),
        type: 'search',
        value: query.q,
        maxLength: 200,
      },
      select(reader, 'state', query.state, stateOptions(reader)),
      select(reader, 'scope', query.scope, scopeOptions(reader, all)),
      select(
        reader,
        'review',
        query.review,
        REVIEWS.map((review) => ({ value: review, label: words.t(`admin-third-party.review.${review}`) })),
      ),
      select(reader, 'gaps', query.gaps ? 'any' : '', [
        { value: 'any', label: words.t('admin-third-party.gaps.any') },
      ]),
    ],
    apply: words.t('register.filter.apply'),
    clear: isFiltered(query) ? { text: words.t('register.filter.clear'), href: to } : undefined,
  };
}

function control(name: string, label: string) {
  return { id: idOf(name), name, label };
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function select(
  { words }: AdminReader,
  name: 'state' | 'scope' | 'review' | 'gaps',
  value: string | undefined,
  options: readonly Option[],
): SelectView {
  const any = { value: '', label: words.t('register.filter.any') };
  return {
    ...control(name, words.t(`admin-third-party.filter.${name}`)),
    value: value ?? '',
    options: [any, ...options],
  };
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
