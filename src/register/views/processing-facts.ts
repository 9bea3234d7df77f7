import type { Processing, Role, Safeguard } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { safeguardStated, transferOf, validityOn, type Validity } from '../../domain/transfers.ts';
import { primaryFirst } from '../../language/safeguards.ts';
import type { Words } from '../../language/words.ts';
import { locationsInOrder } from '../places-of.ts';
import type { Reader } from '../reader.ts';
import type { PlacedFact } from './answers.ts';
import { categoryValues } from './category-values.ts';
import type { FactValue } from './fact.ts';
import { fieldFacts, type ToldParty } from './field-facts.ts';
import { webAddress } from './link.ts';
import { cited, phraseOf, type Phrase } from './phrase.ts';
import { PROCESSING_FIELDS, type ProcessingQuestion } from './third-party-fields.ts';

/** What one processing says to a question of a reviewer. */
export function processingFacts(
  reader: Reader,
  party: ToldParty,
  question: ProcessingQuestion,
  id: string,
  processing: Processing,
): PlacedFact[] {
  const facts = fieldFacts(party, PROCESSING_FIELDS[question], `processings/${id}/`, (name) =>
    told(reader, party, id, processing, name),
  );
  return question === 'transfer' ? [transferFact(reader, party.thirdParty, processing), ...facts] : facts;
}

/** What a reader must be told otherwise than by the value of the field alone. */
function told(
  reader: Reader,
  party: ToldParty,
  id: string,
  processing: Processing,
  name: string,
): readonly FactValue[] | undefined {
  const { words } = reader;
  switch (name) {
    case 'role':
      return [roleValue(words, processing.role)];
    case 'data':
    case 'subjects':
      return categoryValues(reader, name, processing[name] ?? []);
    case 'retention':
      return retentionValues(reader, party.thirdParty, id, processing);
    case 'safeguards':
      return safeguardValues(reader, party, processing);
    case 'locations':
      return locationsInOrder(processing.locations ?? []).map((location) => ({
        text: words.location(location),
      }));
    default:
      return undefined;
  }
}

/** The role, with what it means: few readers know the words of the law by heart. */
function roleValue(words: Words, role: Role): FactValue {
  return { text: words.role(role), more: [{ text: words.t(`role.${role}.hint`), quiet: true }] };
}

function retentionValues(
  { words }: Reader,
  thirdParty: ThirdParty,
  id: string,
  { retention, retentionTerms }: Processing,
): FactValue[] {
  if (!retention && !retentionTerms) return [];
  const marks = { paths: thirdParty.outdated, path: `processings/${id}/retentionTerms` };
  const phrase = phraseOf(words, words.retentionText(retention, retentionTerms, marks));
  return phrase ? [phrase] : [];
}

function safeguardValues(
  reader: Reader,
  { thirdParty, day }: ToldParty,
  processing: Processing,
): FactValue[] {
  const { words, context } = reader;
  const stated = safeguardStated(thirdParty, processing, context.content.eea);
  if (stated === 'not-needed' && processing.role !== 'none')
    return [{ text: words.t('safeguard.not-needed'), quiet: true }];
  return primaryFirst(processing.safeguards ?? []).map((safeguard) => ({
    text: words.safeguard(safeguard),
    more: aboutSafeguard(reader, safeguard),
    ...invalidity(words, validityOn(safeguard, day)),
  }));
}

/** What protects nothing on the day must not be read as if it did. */
function invalidity({ t }: Words, validity: Validity): Pick<FactValue, 'flag'> {
  if (validity === 'valid') return {};
  return { flag: t(validity === 'over' ? 'third-party.expired' : 'third-party.not-valid-yet') };
}

/** Where the law says so, and how to get a copy (GDPR article 13(1)(f)). */
function aboutSafeguard({ words }: Reader, { ground, regime, copy, copyLink }: Safeguard): Phrase[] {
  // The references are to the law of the Union; other laws have articles of their own.
  const law: Phrase[] = regime === 'eu' ? [cited(words.legal(`ground-${ground}`))] : [];
  const how = phraseOf(words, words.text(copy));
  const where = copyLink === undefined ? undefined : webAddress(copyLink);
  const label = words.t('third-party.copy');
  return [
    ...law,
    ...(how ? [{ ...how, text: words.t('third-party.labelled', { label, text: how.text }) }] : []),
    ...(where === undefined ? [] : [{ text: label, href: where }]),
  ];
}

/** Whether it is a transfer, which no field says: it is computed. */
function transferFact(reader: Reader, thirdParty: ThirdParty, processing: Processing): PlacedFact {
  const label = reader.words.t('third-party.transfer');
  return { label, missing: 'asked', values: transferValues(reader, thirdParty, processing) };
}

/** Worldwide is anywhere, which does not say that it is in every country. */
function destinationName(words: Words, place: string): string {
  return place === 'worldwide' ? words.t('third-party.transfer.anywhere') : words.inSentence(place);
}

/** To where data leaves the EEA; empty where nothing stated makes it a transfer. */
export function transferTo(
  { words, context }: Reader,
  thirdParty: ThirdParty,
  processing: Processing,
): FactValue[] {
  const transfer = transferOf(thirdParty, processing, context.content.eea);
  if (!transfer) return [];
  const places = words.list(transfer.destinations.map((place) => destinationName(words, place)));
  return [{ text: words.t('third-party.transfer.to', { places }) }];
}

function transferValues(reader: Reader, thirdParty: ThirdParty, processing: Processing): FactValue[] {
  const { words, context } = reader;
  const transfer = transferTo(reader, thirdParty, processing);
  if (transfer.length > 0) return transfer;
  const unknown = processing.locations === undefined || thirdParty.entity?.country === undefined;
  if (unknown && processing.role !== 'none') return [];
  return [{ text: words.t('third-party.transfer.none') }, ...parentNote()];

  function parentNote(): FactValue[] {
    const country = thirdParty.parent?.country;
    return country === undefined || context.content.eea.has(country)
      ? []
      : [{ text: words.t('third-party.transfer.parent', { country: words.country(country) }), quiet: true }];
  }
}
