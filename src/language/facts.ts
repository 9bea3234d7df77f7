import type { Processing } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { safeguardStated, transferOf } from '../domain/transfers.ts';
import type { Text } from '../domain/text.ts';
import type { TextInWords } from './choose-text.ts';
import type { MessageKey } from './messages.ts';
import { valueInWords, type ValueContext } from './field-values.ts';
import { primaryFirst } from './safeguards.ts';

/** One fact, in words. */
export interface FactInWords {
  /** Path in the table of fields: `processings/*` + `/purpose`; the address of the fact's meaning. */
  readonly path: string;
  readonly label: string;
  /** One value, or each member of a set; "Not stated" when nothing is. */
  readonly values: readonly string[];
  readonly stated: boolean;
  /** The language of a text that is shown in another than the reader's. */
  readonly language?: string;
  /**
   * The values each in one language throughout, for who can mark them one by one. A feed cannot, and what it told stays
   * as it was.
   */
  readonly texts?: readonly TextInWords[];
}

interface Row {
  readonly path: string;
  readonly values: readonly string[];
  readonly language?: string | undefined;
  readonly texts?: readonly TextInWords[] | undefined;
  /** Shown as "not stated" when it is missing: what a reader needs to judge. Others are left out then. */
  readonly needed: boolean;
}

/** Who the third party is: the legal entity and its country, its place in the chain. */
export function entityFacts(context: ValueContext, thirdParty: ThirdParty): FactInWords[] {
  const { kind, entity, parent, engagedBy, affiliate, representatives = [], service } = thirdParty;
  const value = (path: string, given: string | boolean | undefined): string[] =>
    given === undefined ? [] : [valueInWords(context, 'third-party', path, given)];
  const named = kind === 'service';
  return facts(context, [
    { path: 'kind', values: named ? [] : value('kind', kind), needed: false },
    textRow(context, 'service', service, false),
    { path: 'entity/name', values: value('entity/name', entity?.name), needed: named },
    { path: 'entity/country', values: value('entity/country', entity?.country), needed: named },
    { path: 'entity/address', values: value('entity/address', entity?.address), needed: false },
    { path: 'parent/name', values: value('parent/name', parent?.name), needed: false },
    { path: 'parent/country', values: value('parent/country', parent?.country), needed: false },
    { path: 'affiliate', values: affiliate === true ? value('affiliate', true) : [], needed: false },
    { path: 'engagedBy', values: value('engagedBy', engagedBy), needed: false },
    {
      path: 'representatives',
      values: representatives.map((one) => valueInWords(context, 'third-party', 'representatives', one)),
      needed: false,
    },
  ]);
}

/** Everything needed to judge a processing: what for, which data, whose, how long, where, under which safeguard. */
export function processingFacts(
  context: ValueContext,
  thirdParty: ThirdParty,
  processing: Processing,
): FactInWords[] {
  const { words, labels } = context;
  const { locations = [], legalBasis = [], retention, retentionTerms } = processing;
  const kept = (retention ?? retentionTerms) ? [words.retention(retention, retentionTerms)] : [];
  return facts(context, [
    row('role', [words.role(processing.role)]),
    textRow(context, row('purpose').path, processing.purpose, true),
    textRow(context, row('nature').path, processing.nature, false),
    {
      ...row('data', words.categories('data', processing.data, labels), true),
      texts: words.categoryTexts('data', processing.data, labels),
    },
    textRow(context, row('dataNote').path, processing.dataNote, false),
    row('specialCategories', processing.specialCategories === 'yes' ? [words.t('general.yes')] : []),
    textRow(context, row('specialCategoriesNote').path, processing.specialCategoriesNote, false),
    {
      ...row('subjects', words.categories('subjects', processing.subjects, labels), true),
      texts: words.categoryTexts('subjects', processing.subjects, labels),
    },
    row('use', processing.use === undefined ? [] : [words.t(`use.${processing.use}`)]),
    textRow(context, row('condition').path, processing.condition, false),
    row('customerRegions', processing.customerRegions ?? []),
    {
      ...row('retention', kept, true),
      texts: kept.map(() => words.retentionText(retention, retentionTerms)),
    },
    ...durationRows(context, processing),
    row('locations', locations.map(words.location), true),
    row('transfer', transferLines(context, thirdParty, processing), isTransferOpen(thirdParty, processing)),
    row('safeguards', safeguardLines(context, thirdParty, processing), true),
    row('safeguards/copy', copies(context, processing)),
    textRow(context, row('supplementaryMeasures').path, processing.supplementaryMeasures, false),
    row(
      'legalBasis',
      legalBasis.map((basis) => valueInWords(context, 'third-party', 'processings/*/legalBasis', basis)),
    ),
  ]);
}

function row(name: string, values: readonly string[] = [], needed = false): Row {
  return { path: `processings/*/${name}`, values, needed };
}

function textRow({ words }: ValueContext, path: string, text: Text | undefined, needed: boolean): Row {
  const chosen = words.text(text);
  return {
    path,
    values: chosen ? [chosen.value] : [],
    language: chosen?.fallback ? chosen.language : undefined,
    needed,
  };
}

function durationRows({ words }: ValueContext, processing: Processing): Row[] {
  const { retentionAfterContract: after, retentionInBackups: backups } = processing;
  return [
    row('retentionAfterContract', after === undefined ? [] : [words.duration(after)]),
    row('retentionInBackups', backups === undefined ? [] : [words.duration(backups)]),
  ];
}

/** Where the data goes outside the EEA: computed from its places and the seat of who gets it (GDPR article 44). */
function transferLines({ words }: ValueContext, thirdParty: ThirdParty, processing: Processing): string[] {
  const { destinations = [] } = transferOf(thirdParty, processing, words.eea) ?? {};
  const places = words.list(destinations.map(words.inSentence));
  return destinations.length === 0 ? [] : [words.t('third-party.transfer.to', { places })];
}

/** Without a place or a seat nothing tells whether there is one. */
function isTransferOpen({ entity }: ThirdParty, { locations, role }: Processing): boolean {
  return role !== 'none' && (locations === undefined || entity?.country === undefined);
}

/** The safeguards, or that none is needed where everything that is stated lies within the EEA. */
function safeguardLines({ words }: ValueContext, thirdParty: ThirdParty, processing: Processing): string[] {
  if (safeguardStated(thirdParty, processing, words.eea) === 'not-needed')
    return [words.t('safeguard.not-needed')];
  return primaryFirst(processing.safeguards ?? []).map(words.safeguard);
}

/** How to get a copy of each safeguard, or where it is made available (GDPR article 13(1)(f)). */
function copies({ words }: ValueContext, { safeguards = [] }: Processing): string[] {
  const told = primaryFirst(safeguards).flatMap(({ copy, copyLink }) => {
    const parts = [words.text(copy)?.value, copyLink].filter((part) => part !== undefined);
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
  return [...new Set(told)];
}

/** What is shown beside the fields of the register, or drawn from them. */
const COMPUTED: Readonly<Record<string, MessageKey>> = {
  'processings/*/safeguards/copy': 'third-party.copy',
  'processings/*/transfer': 'third-party.transfer',
};

function facts({ words }: ValueContext, rows: readonly Row[]): FactInWords[] {
  return rows
    .filter(({ values, needed }) => needed || values.length > 0)
    .map(({ path, values, language, texts = [] }) => ({
      path,
      label: COMPUTED[path] ? words.t(COMPUTED[path]) : words.fieldName('third-party', path),
      values: values.length > 0 ? values : [words.t('general.not-stated')],
      stated: values.length > 0,
      ...(language === undefined ? {} : { language }),
      ...(texts.some(({ fallback }) => fallback) && { texts }),
    }));
}
