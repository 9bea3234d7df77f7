import { sameJson } from '../domain/json.ts';
import type { Category, Location, Processing, Retention, Safeguard } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { ValueContext } from '../language/field-values.ts';
import { transferOf } from '../domain/transfers.ts';
import { textElements } from './text-elements.ts';
import { processingsOf, type ToldChange } from './told-notice.ts';
import { xmlElement as element, type XmlElement } from './xml-element.ts';

/** Who a third party is, and each of its processings: those that go on, those that begin, those that end. */
export function processingElements(
  context: ValueContext,
  thirdParty: ThirdParty,
  { before, after }: ToldChange,
): XmlElement[] {
  const { kind, service, entity, parent, replaces = [], continues = [], engagedBy } = thirdParty;
  const [was, is] = [new Map(processingsOf(before)), new Map(processingsOf(after))];
  const ended = [...was].filter(([id]) => !is.has(id));
  return [
    element('kind', {}, kind),
    ...textElements('service', service),
    ...stated('entity', entity?.name, { person: entity?.person }),
    ...stated('country', entity?.country),
    ...stated('address', entity?.address),
    ...stated('parent', parent?.name, { country: parent?.country }),
    ...replaces.map((id) => element('replaces', { id })),
    ...continues.map((id) => element('continues', { id })),
    ...(engagedBy === undefined ? [] : [element('engaged-by', { id: engagedBy })]),
    ...[...is].map(([id, row]) => processingElement(context, thirdParty, id, row, stateOf(was.get(id), row))),
    ...ended.map(([id, row]) => processingElement(context, thirdParty, id, row, 'removed')),
  ];
}

function stateOf(was: Processing | undefined, is: Processing): 'added' | 'changed' | 'unchanged' {
  if (!was) return 'added';
  return sameJson(was, is) ? 'unchanged' : 'changed';
}

/** The element, when the fact is stated. */
function stated(
  name: string,
  value: string | undefined,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlElement[] {
  return value === undefined ? [] : [element(name, attributes, value)];
}

function processingElement(
  context: ValueContext,
  thirdParty: ThirdParty,
  id: string,
  row: Processing,
  state: 'added' | 'changed' | 'unchanged' | 'removed',
): XmlElement {
  const { words, labels } = context;
  const categories = (name: string, vocabulary: 'data' | 'subjects', members: readonly Category[] = []) =>
    members.flatMap((member) => categoryElements(name, member, words.category(vocabulary, member, labels)));
  return element('processing', { id, scope: row.scope, role: row.role, state }, [
    ...textElements('purpose', row.purpose),
    ...textElements('nature', row.nature),
    ...categories('data', 'data', row.data),
    ...textElements('data-note', row.dataNote),
    ...stated('special-categories', row.specialCategories),
    ...categories('data-subject', 'subjects', row.subjects),
    ...stated('use', row.use),
    ...textElements('condition', row.condition),
    ...retentionElements(context, row.retention),
    ...textElements('retention-terms', row.retentionTerms),
    ...(row.locations ?? []).map((location) => locationElement(context, location)),
    ...transferElements(context, thirdParty, row),
    ...(row.safeguards ?? []).map((safeguard) => safeguardElement(safeguard)),
    ...textElements('supplementary-measures', row.supplementaryMeasures),
    ...(row.legalBasis ?? []).map((basis) => element('legal-basis', {}, basis)),
  ]);
}

/** A term with its label in the language of the feed, or the free text in its own languages. */
function categoryElements(name: string, category: Category, label: string): XmlElement[] {
  const { certainty } = category;
  if ('term' in category) return [element(name, { term: category.term, certainty }, label)];
  return Object.entries(category.text)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, text]) => element(name, { 'xml:lang': language, certainty }, text));
}

function retentionElements({ words }: ValueContext, retention: Retention | undefined): XmlElement[] {
  if (!retention) return [];
  const period = 'period' in retention ? retention.period : undefined;
  const atMost = 'atMost' in retention ? retention.atMost : undefined;
  const attributes = { form: retention.form, period, 'at-most': atMost };
  return [element('retention', attributes, words.retention(retention, undefined))];
}

function locationElement({ words }: ValueContext, location: Location): XmlElement {
  const { kind, place } = location;
  const { country, region, city } = location.place === 'country' ? location : {};
  const group = location.place === 'group' ? location.group : undefined;
  return element('location', { kind, place, country, region, city, group }, words.location(location));
}

/** Computed, not stated: what is known now of where it goes and who gets it there (GDPR article 44). */
function transferElements({ words }: ValueContext, thirdParty: ThirdParty, row: Processing): XmlElement[] {
  const { destinations = [] } = transferOf(thirdParty, row, words.eea) ?? {};
  if (destinations.length === 0) return [];
  const inWords = words.list(destinations.map(words.placeName));
  return [element('transfer', { destinations: destinations.join(' ') }, inWords)];
}

function safeguardElement(safeguard: Safeguard): XmlElement {
  const { ground, regime, rank, destinations, modules, reference, validFrom, validUntil, copy, copyLink } =
    safeguard;
  const attributes = {
    ground,
    regime,
    rank,
    destinations: destinations?.join(' '),
    modules: modules?.join(' '),
    reference,
    'valid-from': validFrom,
    'valid-until': validUntil,
    'copy-link': copyLink,
  };
  return element('safeguard', attributes, textElements('copy', copy));
}
