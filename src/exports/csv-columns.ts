import type { Labels } from '../domain/notice.ts';
import type { Register } from '../domain/register.ts';
import type { Category, Processing } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { Text } from '../domain/text.ts';
import { safeguardStated, transferOf } from '../domain/transfers.ts';
import type { Words } from '../language/words.ts';

/** What one row of the table is about, and the words it is told in. */
export interface CsvRow {
  readonly id: string;
  readonly thirdParty: ThirdParty;
  readonly processingId: string;
  readonly processing: Processing;
  readonly register: Register;
  readonly labels: Labels;
  readonly eea: ReadonlySet<string>;
  /** The edition and the day of the whole table. */
  readonly edition: number;
  readonly day: string;
}

/**
 * A column: what stands above it, and in each row. What a reader needs to judge says that it is not stated; elsewhere an
 * empty cell says so.
 */
export interface CsvColumn {
  readonly heading: (words: Words) => string;
  readonly cell: (row: CsvRow, words: Words) => string;
}

const SEPARATOR = '; ';

function ofThirdParty(path: string, cell: CsvColumn['cell']): CsvColumn {
  return { heading: (words) => words.fieldName('third-party', path), cell };
}

function link(name: 'website' | 'privacy' | 'agreement' | 'subprocessors'): CsvColumn {
  return ofThirdParty(`links/${name}`, ({ thirdParty }) => thirdParty.links?.[name] ?? '');
}

/** A text of the processing, under the name of its field. */
function prose(name: 'nature' | 'dataNote' | 'supplementaryMeasures'): CsvColumn {
  return ofThirdParty(`processings/*/${name}`, ({ processing }, words) => words.plain(processing[name]));
}

/** The columns, in the order in which a reviewer asks: who, what for, which data, how long, where, under what. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  { heading: ({ t }) => t('csv.third-party'), cell: ({ id }) => id },
  { heading: ({ t }) => t('csv.name'), cell: ({ thirdParty }, words) => words.plain(thirdParty.name) },
  { heading: ({ t }) => t('csv.kind'), cell: ({ thirdParty }, { t }) => t(`kind.${thirdParty.kind}`) },
  ofThirdParty('service', ({ thirdParty }, words) => words.plain(thirdParty.service)),
  {
    heading: ({ t }) => t('csv.entity'),
    cell: ({ thirdParty }, words) => needed(thirdParty.entity?.name, words),
  },
  {
    heading: ({ t }) => t('csv.entity-country'),
    cell: ({ thirdParty }, words) => needed(countryName(thirdParty.entity?.country, words), words),
  },
  { heading: ({ t }) => t('csv.processing'), cell: ({ processingId }) => processingId },
  { heading: ({ t }) => t('csv.scope'), cell: scopeName },
  {
    heading: ({ t }) => t('csv.capacity'),
    cell: ({ register, processing }, { t }) => {
      const capacity = register.scopes.get(processing.scope)?.capacity;
      return capacity === undefined ? '' : t(`capacity.${capacity}`);
    },
  },
  { heading: ({ t }) => t('csv.role'), cell: ({ processing }, words) => words.role(processing.role) },
  {
    heading: ({ t }) => t('csv.purpose'),
    cell: ({ processing }, words) => needed(words.plain(processing.purpose), words),
  },
  prose('nature'),
  {
    heading: ({ t }) => t('csv.data'),
    cell: (row, words) => needed(categories('data', row.processing.data, row, words), words),
  },
  prose('dataNote'),
  {
    heading: ({ t }) => t('csv.subjects'),
    cell: (row, words) => needed(categories('subjects', row.processing.subjects, row, words), words),
  },
  ofThirdParty('processings/*/specialCategories', ({ processing }, { t }) =>
    processing.specialCategories === undefined ? '' : t(`general.${processing.specialCategories}`),
  ),
  {
    heading: ({ t }) => t('csv.condition'),
    cell: ({ processing }, words) => words.plain(processing.condition),
  },
  {
    heading: ({ t }) => t('csv.use'),
    cell: ({ processing }, { t }) => (processing.use === undefined ? '' : t(`use.${processing.use}`)),
  },
  { heading: ({ t }) => t('csv.retention'), cell: retention },
  {
    heading: ({ t }) => t('csv.locations'),
    cell: ({ processing }, words) =>
      needed((processing.locations ?? []).map((location) => words.location(location)).join(SEPARATOR), words),
  },
  { heading: ({ t }) => t('third-party.transfer'), cell: transfer },
  { heading: ({ t }) => t('csv.safeguards'), cell: safeguards },
  { heading: ({ t }) => t('csv.copy'), cell: copies },
  prose('supplementaryMeasures'),
  { heading: ({ t }) => t('csv.legal-basis'), cell: legalBasis },
  link('website'),
  link('privacy'),
  link('agreement'),
  link('subprocessors'),
  { heading: ({ t }) => t('csv.edition'), cell: ({ edition }) => String(edition) },
  { heading: ({ t }) => t('csv.day'), cell: ({ day }) => day },
];

/** An empty cell would leave open whether there is none or nobody said. */
function needed(text: string | undefined, { t }: Words): string {
  return text === undefined || text === '' ? t('general.not-stated') : text;
}

function countryName(code: string | undefined, words: Words): string {
  return code === undefined ? '' : words.country(code);
}

function scopeName({ register, processing }: CsvRow, words: Words): string {
  const name: Text | undefined = register.scopes.get(processing.scope)?.name;
  return words.plain(name) || processing.scope;
}

function categories(
  vocabulary: 'data' | 'subjects',
  members: readonly Category[] | undefined,
  { labels }: CsvRow,
  words: Words,
): string {
  return words.categories(vocabulary, members, labels).join(SEPARATOR);
}

function retention({ processing }: CsvRow, words: Words): string {
  const { retention: kept, retentionTerms } = processing;
  return needed(kept || retentionTerms ? words.retention(kept, retentionTerms) : '', words);
}

function transfer({ thirdParty, processing, eea }: CsvRow, words: Words): string {
  const told = (transferOf(thirdParty, processing, eea)?.destinations ?? []).map(words.placeName);
  const isOpen = processing.locations === undefined || thirdParty.entity?.country === undefined;
  return isOpen && processing.role !== 'none' ? needed(told.join(SEPARATOR), words) : told.join(SEPARATOR);
}

function safeguards({ thirdParty, processing, eea }: CsvRow, words: Words): string {
  return safeguardStated(thirdParty, processing, eea) === 'not-needed'
    ? words.t('safeguard.not-needed')
    : words.safeguards(processing.safeguards);
}

function copies({ processing }: CsvRow, words: Words): string {
  const found = (processing.safeguards ?? []).flatMap(({ copy, copyLink }) => [
    words.plain(copy),
    copyLink ?? '',
  ]);
  return [...new Set(found)].filter((text) => text !== '').join(SEPARATOR);
}

function legalBasis({ processing }: CsvRow, words: Words): string {
  return (processing.legalBasis ?? [])
    .map((basis) => words.legal(`basis-${basis}`))
    .map(({ label, citation }) => `${label} (${citation})`)
    .join(SEPARATOR);
}
