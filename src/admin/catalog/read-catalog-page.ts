import { vendorsMatching } from '../../catalog/vendors-matching.ts';
import type { Vendor } from '../../content/vendors.ts';
import type { TextView } from '../../forms/field-view.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { may, type AdminReader } from '../reader.ts';
import { inLanguage } from '../../register/views/phrase.ts';
import type { Cell, Column, Row } from '../page-parts.ts';

/** The vendor catalog, ready to be placed. */
export interface CatalogPage {
  readonly frame: AdminFrame;
  readonly search: {
    readonly action: string;
    readonly field: TextView;
    readonly button: string;
    readonly all: Link | undefined;
  };
  readonly caution: string;
  readonly count: string;
  readonly table: {
    readonly caption: string;
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
  };
  readonly none: string | undefined;
}

export function readCatalogPage(reader: AdminReader): CatalogPage {
  const { words, context, addresses, admin } = reader;
  const { t } = words;
  const to = adminAddresses(addresses);
  const question = admin?.query['q'] ?? '';
  const found = vendorsMatching(context.content, question);
  return {
    frame: adminFrame(reader, { title: t('catalog.title'), section: 'catalog', lead: t('catalog.lead') }),
    search: {
      action: to.catalog(),
      field: {
        id: 'q',
        name: 'q',
        type: 'search',
        label: t('catalog.search'),
        hint: t('catalog.search.hint'),
        value: question,
      },
      button: t('catalog.search.button'),
      all: question === '' ? undefined : { text: t('catalog.all'), href: to.catalog() },
    },
    caution: t('catalog.caution'),
    count: t('catalog.count', { count: found.length }),
    table: {
      caption: t('catalog.title'),
      columns: [
        { label: t('catalog.vendor') },
        { label: t('catalog.for') },
        { label: t('catalog.entity') },
        { label: t('catalog.country') },
        { label: t('catalog.begin'), kind: 'action' },
      ],
      rows: found.map((vendor) => rowOf(reader, vendor)),
    },
    none: found.length > 0 ? undefined : t('catalog.none'),
  };
}

function categoryCell({ words }: AdminReader, { label }: Vendor['category']): Cell {
  const told = words.text(label);
  return told ? inLanguage(told) : {};
}

function rowOf(reader: AdminReader, vendor: Vendor): Row {
  const { words, addresses } = reader;
  const { t } = words;
  const { id, name, alsoCalled = [], category, entity } = vendor;
  const to = adminAddresses(addresses);
  return {
    id: `vendor-${id}`,
    cells: [
      { text: name, href: to.vendor(id), ...(alsoCalled.length > 0 && { small: alsoCalled.join(', ') }) },
      categoryCell(reader, category),
      entity?.name === undefined ? { text: t('catalog.not-known'), quiet: true } : { text: entity.name },
      entity?.country === undefined
        ? { text: t('catalog.not-known'), quiet: true }
        : { text: words.country(entity.country) },
      may(reader, 'editor')
        ? {
            links: [
              { text: t('catalog.add', { vendor: name }), href: to.newDraft({ what: 'add', vendor: id }) },
            ],
          }
        : {},
    ],
  };
}
