import type { Day } from '../domain/days.ts';
import type { Processing, Safeguard } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { safeguardStated, validityOn } from '../domain/transfers.ts';
import { isNamed, placesInShort, placesOfKind, type PlacesOfKind } from './places-in-short.ts';
import type { Words } from './words.ts';

/** One line on where data goes and what protects it there. */
export interface TransferLine {
  readonly text: string;
  /** Said quietly: that nothing is stated. */
  readonly quiet?: true;
}

/**
 * Where one processing is, and on what ground data may be there (GDPR articles 13(1)(f) and 44 to 49), in plain words:
 * `United States, under standard contractual clauses`; `Netherlands: no transfer`. Places that share a ground share a
 * line. Modules, references and the days of validity are left to the third party's own page; that a ground is not valid
 * on the day is not.
 */
export function transferInWords(
  words: Words,
  thirdParty: Pick<ThirdParty, 'entity'>,
  processing: Pick<Processing, 'locations' | 'role' | 'safeguards'>,
  day: Day,
): TransferLine[] {
  const { locations = [], safeguards = [], role } = processing;
  const stated = safeguardStated(thirdParty, processing, words.eea);
  if (locations.length === 0 && stated === 'not-stated')
    return [{ text: words.t('transfer.nothing-stated'), quiet: true }];
  const lines = placesInShort(locations).flatMap((some) => byGround(words, some, safeguards));
  const where: TransferLine[] = lines.map((line) => ({
    text: placeAndGround(words, line, stated === 'stated', day),
  }));
  if (locations.length === 0) where.push({ text: words.t('place.not-stated'), quiet: true });
  if (stated === 'stated') return [...where, ...elsewhere(words, safeguards, lines, day)];
  if (stated === 'not-stated')
    return [...where, { text: words.t('transfer.safeguard-unstated'), quiet: true }];
  return role === 'none' ? where : withoutTransfer(words, where);
}

/** Places of one kind to which the same safeguards apply. */
interface Line extends PlacesOfKind {
  readonly safeguards: readonly Safeguard[];
}

/** Each place stands with those that share its safeguards; one that is not a country stands alone. */
function byGround(words: Words, { kind, places }: PlacesOfKind, safeguards: readonly Safeguard[]): Line[] {
  const lines = Map.groupBy(places, ({ place }) => {
    const covering = safeguards.map((safeguard) => covers(words, safeguard, place));
    return JSON.stringify([isNamed(place) || place, isWithin(words, place), covering]);
  });
  return [...lines.values()].map((some) => ({
    kind,
    places: some,
    safeguards: safeguards.filter((safeguard) => some.some(({ place }) => covers(words, safeguard, place))),
  }));
}

function isWithin({ eea }: Words, place: string): boolean {
  return place === 'EEA' || place === 'EU' || eea.has(place);
}

function isOutside(words: Words, place: string): boolean {
  return place === 'worldwide' || (isNamed(place) && !isWithin(words, place));
}

/** Whether the safeguard is for data at this place: within the EEA none is needed, and where that is unknown all may be. */
function covers(words: Words, { destinations }: Safeguard, place: string): boolean {
  if (place === 'not-stated' || isWithin(words, place)) return false;
  return destinations === undefined || destinations.includes(place) || destinations.includes('worldwide');
}

function placeAndGround(words: Words, line: Line, someStated: boolean, day: Day): string {
  const place = placesOfKind(words, line);
  const [first] = line.places;
  if (line.safeguards.length > 0) return joined(place, groundsInWords(words, line.safeguards, day));
  const needed = someStated && first !== undefined && isOutside(words, first.place);
  return needed ? joined(place, words.t('transfer.safeguard-unstated-here')) : place;
}

/** Safeguards for other places than those that are told, such as the country of the legal entity. */
function elsewhere(
  words: Words,
  safeguards: readonly Safeguard[],
  lines: readonly Line[],
  day: Day,
): TransferLine[] {
  const rest = safeguards.filter((safeguard) => !lines.some((line) => line.safeguards.includes(safeguard)));
  const byPlaces = Map.groupBy(rest, ({ destinations = [] }) => destinations.join(' '));
  return [...byPlaces.values()].map((some) => {
    const grounds = groundsInWords(words, some, day);
    const places = some[0]?.destinations;
    if (places === undefined) return { text: sentenceCase(words, grounds) };
    return {
      text: joined(words.t('transfer.to', { places: words.list(places.map(words.inSentence)) }), grounds),
    };
  });
}

function withoutTransfer(words: Words, where: readonly TransferLine[]): TransferLine[] {
  const [only, ...more] = where;
  if (only === undefined || more.length > 0) return [...where, { text: words.t('transfer.none-alone') }];
  return [{ text: words.t('transfer.none', { places: only.text }) }];
}

/** `under the Data Privacy Framework, otherwise standard contractual clauses`; what is not valid then protects nothing. */
function groundsInWords(words: Words, safeguards: readonly Safeguard[], day: Day): string {
  const at = Map.groupBy(safeguards, (one) => validityOn(one, day));
  const of = (rank: Safeguard['rank']): Safeguard[] =>
    (at.get('valid') ?? []).filter((one) => one.rank === rank);
  const [primary, fallback] = [of('primary'), of('fallback')];
  const parts = primaryInWords(words, primary);
  if (fallback.length > 0) {
    const grounds = words.list(groundNames(words, fallback));
    parts.push(words.t(primary.length > 0 ? 'transfer.otherwise' : 'transfer.fallback-only', { grounds }));
  }
  for (const validity of ['over', 'ahead'] as const) {
    const grounds = words.list(groundNames(words, at.get(validity) ?? []));
    if (grounds !== '') parts.push(words.t(`transfer.${validity}`, { grounds }));
  }
  return parts.join(', ');
}

function primaryInWords(words: Words, primary: readonly Safeguard[]): string[] {
  const [none, some] = [true, false].map((without) =>
    primary.filter(({ ground }) => (ground === 'none') === without),
  );
  const grounds = words.list(groundNames(words, some ?? []));
  return [
    ...(grounds === '' ? [] : [words.t('transfer.under', { grounds })]),
    ...regimesIn(none ?? []).map((regime) => words.t('transfer.without', { regime })),
  ];
}

/** Each ground once, as it is called under its law. */
function groundNames(words: Words, safeguards: readonly Safeguard[]): string[] {
  const byGround = Map.groupBy(safeguards, ({ ground }) => ground);
  return [...byGround].flatMap(([ground, some]) =>
    regimesIn(some).map((regime) => words.t(`transfer.ground.${ground}`, { regime })),
  );
}

/** The law of the Union stands for the others, where a ground holds under it too. */
function regimesIn(safeguards: readonly Safeguard[]): Safeguard['regime'][] {
  const regimes = new Set(safeguards.map(({ regime }) => regime));
  return regimes.has('eu') ? ['eu'] : [...regimes];
}

function joined(place: string, grounds: string): string {
  return `${place}, ${grounds}`;
}

function sentenceCase({ locale }: Words, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
