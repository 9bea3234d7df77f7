import { z } from 'zod';
import { sameJson, type Json } from '../../domain/json.ts';
import { leafAt } from '../../domain/fields/table.ts';
import { valueAt } from '../../domain/leaves.ts';
import { LOCATION_KINDS, locationSchema, type Location } from '../../domain/subjects/processing.ts';
import { added, changed, membersOf, removed, type MeaningInWords, type Teller, type Told } from './told.ts';

/** `Now also stored in the United States.` Kind by kind; a place that is not named is told in general. */
export const tellLocations: Teller = (told) => {
  const members = membersOf(told);
  const [more, less] = [members?.added, members?.removed].map((one) =>
    z.array(locationSchema).safeParse(one),
  );
  if (!members || members.stated || members.unstated || !more?.success || !less?.success) return undefined;
  const kept = locationsIn(told).filter((one) => !members.added.some((other) => sameJson(one, other)));
  return LOCATION_KINDS.flatMap((kind) => {
    const ofKind = (locations: readonly Location[]) => locations.filter((one) => one.kind === kind);
    return tellKind(told, kind, ofKind(more.data), ofKind(less.data), ofKind(kept).length > 0);
  });
};

function locationsIn({ around, field }: Told): Location[] {
  const leaf = leafAt('third-party', field.field);
  const found = leaf && valueAt(around.after as unknown as Json, leaf.steps);
  return z.array(locationSchema).safeParse(found).data ?? [];
}

type Kind = Location['kind'];

function tellKind(
  told: Told,
  kind: Kind,
  more: readonly Location[],
  less: readonly Location[],
  kept: boolean,
): MeaningInWords[] {
  const { t, list } = told.context.words;
  const [come, gone] = [named(told, more), named(told, less)];
  if (
    come.length > 0 &&
    gone.length > 0 &&
    !kept &&
    come.length === more.length &&
    gone.length === less.length
  )
    return [changed(t('meaning.location.moved', { kind, after: list(come), before: list(gone) }))];
  return [
    ...(come.length > 0
      ? [added(t(kept ? 'meaning.location.also' : 'meaning.location.now', { kind, places: list(come) }))]
      : []),
    ...unnamed(told, more).map((place) =>
      added(t('meaning.set.added', { label: told.field.label, members: place })),
    ),
    ...(gone.length > 0 ? [removed(t('meaning.location.no', { kind, places: list(gone) }))] : []),
    ...unnamed(told, less).map((place) =>
      removed(t('meaning.set.removed', { label: told.field.label, members: place })),
    ),
  ];
}

/** Places that have a name, as they stand inside a sentence: `the United States (Chicago)`. */
function named({ context: { words } }: Told, locations: readonly Location[]): string[] {
  return locations.filter(hasName).map((location) => {
    if (location.place === 'group') return words.inSentence(location.group);
    const place = words.inSentence(location.country);
    const detail = [location.city, location.region].filter((part) => part !== undefined).join(', ');
    return detail === '' ? place : words.t('place.detail', { place, detail });
  });
}

type Named = Extract<Location, { place: 'country' | 'group' }>;

/** Worldwide is anywhere, which is not in every country: it has no name that could stand after "in". */
function hasName(location: Location): location is Named {
  return location.place === 'country' || (location.place === 'group' && location.group !== 'worldwide');
}

function unnamed({ context: { words } }: Told, locations: readonly Location[]): string[] {
  return locations.filter((location) => !hasName(location)).map((location) => words.location(location));
}

/** `Safeguard changed. Now: standard contractual clauses. Before: …` A new number or validity only renews its details. */
export const tellSafeguards: Teller = (told) => {
  const { added: more = [], removed: less = [] } = told.field;
  // One that comes beside others, or goes from among them, is told like a member of any set.
  if (more.length === 0 || less.length === 0) return undefined;
  const { words } = told.context;
  const list = (names: readonly string[]): string => names.join(words.t('general.separator'));
  const key = isRenewed(told) ? 'meaning.safeguard.renewed' : 'meaning.safeguard.changed';
  return [changed(words.t(key, { after: list(more), before: list(less) }))];
};

function isRenewed({ field, around: { before, after } }: Told): boolean {
  const leaf = leafAt('third-party', field.field);
  if (!leaf || !before || !after) return false;
  const [old, now] = [before, after].map((state) => valueAt(state as unknown as Json, leaf.steps));
  return leaf.field.judge(old, now, { before, after }).every(({ type }) => type === 'details-changed');
}
