import { vendorNotes } from '../../catalog/vendor-notes.ts';
import type { Vendor } from '../../content/vendors.ts';
import { RegistryError } from '../../errors.ts';
import type { Link } from '../../register/views/link.ts';
import type { Phrase } from '../../register/views/phrase.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { may, type AdminReader } from '../reader.ts';
import type { SummaryFact } from '../page-parts.ts';

/** What the catalog knows of a vendor, ready to be placed. */
export interface VendorPage {
  readonly frame: AdminFrame;
  readonly begin: readonly Link[];
  readonly check: { readonly title: string; readonly text: string; readonly caution: Phrase | undefined };
  readonly parts: readonly {
    readonly id: string;
    readonly title: string;
    readonly facts: readonly SummaryFact[];
  }[];
}

/** @throws RegistryError `not-found` */
export function readVendorPage(reader: AdminReader, id: string): VendorPage {
  const { words, addresses, context } = reader;
  const { t } = words;
  const vendor = context.content.vendors.get(id);
  if (!vendor) throw new RegistryError('not-found', [], `The catalog has no vendor ${id}.`);
  const to = adminAddresses(addresses);
  const { caution } = vendorNotes(vendor);
  const parts = [
    { id: 'who', title: t('catalog.part.who'), facts: whoFacts(reader, vendor) },
    { id: 'where', title: t('catalog.part.where'), facts: whereFacts(reader, vendor) },
    { id: 'links', title: t('catalog.part.links'), facts: linkFacts(reader, vendor) },
    { id: 'sources', title: t('catalog.part.sources'), facts: sourceFacts(reader, vendor) },
  ];
  return {
    frame: adminFrame(reader, {
      title: vendor.name,
      section: 'catalog',
      crumbs: [{ text: t('catalog.title'), href: to.catalog() }],
      lead: words.plain(vendor.category.label),
    }),
    begin: beginLinks(reader, vendor),
    check: {
      title: t('catalog.check'),
      text: t('catalog.check.text', { day: words.day(vendor.takenOn) }),
      caution: caution === undefined ? undefined : inEnglish(reader, caution),
    },
    parts: parts.filter(({ facts }) => facts.length > 0),
  };
}

function beginLinks(reader: AdminReader, { id, name }: Vendor): Link[] {
  if (!may(reader, 'editor')) return [];
  const { words, addresses } = reader;
  const to = adminAddresses(addresses);
  return [
    { text: words.t('catalog.add', { vendor: name }), href: to.newDraft({ what: 'add', vendor: id }) },
    {
      text: words.t('catalog.replace', { vendor: name }),
      href: to.newDraft({ what: 'replace', vendor: id }),
    },
  ];
}

function whoFacts({ words }: AdminReader, vendor: Vendor): SummaryFact[] {
  const { t, fieldName, country } = words;
  const { entity, parent, contractingEntities = [], alsoCalled = [] } = vendor;
  const from = (name: string, code: string | undefined): string =>
    code === undefined ? name : t('catalog.in-country', { name, country: country(code) });
  return [
    fact(fieldName('third-party', 'entity/name'), [entity?.name]),
    fact(fieldName('third-party', 'entity/country'), [entity?.country && country(entity.country)]),
    fact(fieldName('third-party', 'entity/address'), [entity?.address]),
    fact(fieldName('third-party', 'parent/name'), [parent && from(parent.name, parent.country)]),
    fact(
      fieldName('third-party', 'contractingEntities'),
      contractingEntities.map((one) =>
        t('catalog.contracts', { customers: one.customers, entity: from(one.name, one.country) }),
      ),
    ),
    fact(t('catalog.also'), alsoCalled.length > 0 ? [alsoCalled.join(', ')] : []),
  ].flat();
}

function whereFacts(reader: AdminReader, vendor: Vendor): SummaryFact[] {
  const { words } = reader;
  const { t } = words;
  const { hosting, framework } = vendorNotes(vendor);
  const listed = framework && [
    t(`catalog.framework.${framework.state}`),
    framework.participant === undefined
      ? undefined
      : t('catalog.participant', { number: framework.participant }),
    framework.validUntil === undefined
      ? undefined
      : t('catalog.valid-until', { day: words.day(framework.validUntil) }),
    framework.checkedOn === undefined
      ? undefined
      : t('catalog.checked-on', { day: words.day(framework.checkedOn) }),
  ];
  const places = (vendor.locations ?? []).map((location) => words.location(location));
  return [
    fact(t('catalog.places'), places),
    ...(hosting === undefined ? [] : [{ label: t('catalog.hosting'), values: [inEnglish(reader, hosting)] }]),
    fact(t('catalog.framework'), listed ?? []),
    ...(framework?.note === undefined
      ? []
      : [{ label: t('catalog.framework-note'), values: [inEnglish(reader, framework.note)] }]),
  ].flat();
}

function linkFacts({ words }: AdminReader, { links = {} }: Vendor): SummaryFact[] {
  return Object.entries(links).flatMap(([name, href]) =>
    href === undefined
      ? []
      : [{ label: words.fieldName('third-party', `links/${name}`), values: [{ text: href, href }] }],
  );
}

function sourceFacts({ words }: AdminReader, vendor: Vendor): SummaryFact[] {
  const { t } = words;
  const { sources, takenOn } = vendorNotes(vendor);
  return [
    ...fact(
      t('catalog.source'),
      sources.map(({ source, on }) =>
        on === undefined ? source : t('catalog.source-on', { source, day: words.day(on) }),
      ),
    ),
    ...fact(t('catalog.taken-on'), [words.day(takenOn)]),
  ];
}

/** A fact with what is known of it; nothing when nothing is. */
function fact(label: string, values: readonly (string | undefined)[]): SummaryFact[] {
  const known = values.flatMap((text) => (text === undefined || text === '' ? [] : [{ text }]));
  return known.length === 0 ? [] : [{ label, values: known }];
}

/** Remarks about sources are in the language of the sources. */
function inEnglish({ words }: AdminReader, text: string): Phrase {
  return words.language === 'en' ? { text } : { text, lang: 'en' };
}
