import type { Processing, Safeguard } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { safeguardStated, transferOf } from '../../domain/transfers.ts';
import type { ValueContext } from '../../language/field-values.ts';
import { primaryFirst } from '../../language/safeguards.ts';
import { locationsInOrder } from '../places-of.ts';
import type { Reader } from '../reader.ts';
import { categoryPhrases } from './categories.ts';
import type { Fact, FactValue } from './fact.ts';
import { fieldFacts, type FieldFacts } from './field-facts.ts';
import { webAddress } from './link.ts';
import { notesOn, notStated, phraseOf, type Phrase } from './phrase.ts';
import { SECTIONS } from './third-party-fields.ts';

/** Every fact of one processing, and whether it is a transfer, which is computed. */
export function processingFacts(
  reader: Reader,
  context: ValueContext,
  thirdParty: ThirdParty,
  id: string,
  processing: Processing,
): FieldFacts {
  const found = fieldFacts(context, thirdParty, SECTIONS.processing, `processings/${id}/`, (name) =>
    told(reader, thirdParty, id, processing, name),
  );
  const transfer = transferFact(reader, thirdParty, processing);
  const places = reader.words.fieldName('third-party', 'processings/*/locations');
  const facts = found.facts.flatMap((fact) => (fact.label === places ? [fact, transfer] : [fact]));
  return { ...found, facts };
}

/** What a reader must be told otherwise than by the value of the field alone. */
function told(
  reader: Reader,
  thirdParty: ThirdParty,
  id: string,
  processing: Processing,
  name: string,
): readonly FactValue[] | undefined {
  const { words } = reader;
  switch (name) {
    case 'data':
    case 'subjects':
      return categoryPhrases(reader, name, processing[name] ?? []);
    case 'retention':
      return retentionValues(reader, thirdParty, id, processing);
    case 'safeguards':
      return safeguardValues(reader, thirdParty, processing);
    case 'locations':
      return locationsInOrder(processing.locations ?? []).map((location) => ({
        text: words.location(location),
      }));
    default:
      return undefined;
  }
}

function retentionValues(
  { words }: Reader,
  thirdParty: ThirdParty,
  id: string,
  { retention, retentionTerms }: Processing,
): FactValue[] {
  if (!retention && !retentionTerms) return [];
  const marks = { paths: thirdParty.outdated, path: `processings/${id}/retentionTerms` };
  const notes = notesOn(words, words.text(retentionTerms, marks));
  return [{ text: words.retention(retention, retentionTerms), ...(notes.length > 0 ? { notes } : {}) }];
}

function safeguardValues(reader: Reader, thirdParty: ThirdParty, processing: Processing): FactValue[] {
  const { words, context } = reader;
  if (safeguardStated(thirdParty, processing, context.content.eea) === 'not-needed')
    return [{ text: words.t('safeguard.not-needed'), quiet: true }];
  return primaryFirst(processing.safeguards ?? []).map((safeguard) => ({
    text: words.safeguard(safeguard),
    more: aboutSafeguard(reader, safeguard),
  }));
}

/** Where the law says so, and how to get a copy (GDPR article 13(1)(f)). */
function aboutSafeguard({ words }: Reader, { ground, regime, copy, copyLink }: Safeguard): Phrase[] {
  // The references are to the law of the Union; other laws have articles of their own.
  const law: Phrase[] =
    regime === 'eu' ? [{ text: words.legal(`ground-${ground}`).citation, quiet: true }] : [];
  const how = phraseOf(words, words.text(copy));
  const where = copyLink === undefined ? undefined : webAddress(copyLink);
  const label = words.t('third-party.copy');
  return [
    ...law,
    ...(how ? [{ ...how, text: words.t('third-party.labelled', { label, text: how.text }) }] : []),
    ...(where === undefined ? [] : [{ text: label, href: where }]),
  ];
}

function transferFact({ words, context }: Reader, thirdParty: ThirdParty, processing: Processing): Fact {
  const transfer = transferOf(thirdParty, processing, context.content.eea);
  const label = words.t('third-party.transfer');
  if (transfer) {
    const places = words.list(transfer.destinations.map((place) => words.inSentence(place)));
    return { label, values: [{ text: words.t('third-party.transfer.to', { places }) }] };
  }
  const unknown = processing.locations === undefined || thirdParty.entity?.country === undefined;
  if (unknown && processing.role !== 'none') return { label, values: [notStated(words)] };
  return { label, values: [{ text: words.t('third-party.transfer.none') }, ...parentNote()] };

  function parentNote(): FactValue[] {
    const country = thirdParty.parent?.country;
    return country === undefined || context.content.eea.has(country)
      ? []
      : [{ text: words.t('third-party.transfer.parent', { country: words.country(country) }), quiet: true }];
  }
}
