import type { Location } from '../domain/subjects/processing.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './messages.ts';

/** Places in words. */
export interface Places {
  /** Where, as a sentence of its own: `Stored in the United States (Chicago)`. */
  readonly location: (location: Location) => string;
  /** The place alone: `United States (Chicago)`, `European Economic Area`, `Place not stated`. */
  readonly place: (location: Location) => string;
  /** A country or group inside a sentence, with its article: `the United States`, `Germany`. */
  readonly inSentence: (place: string) => string;
  /** A country or group on its own: `United States`, `European Economic Area`. */
  readonly placeName: (place: string) => string;
}

export function placesIn(t: Translate, formats: Formats): Places {
  const placeName = (place: string): string =>
    isGroup(place) ? t(`place.${place}`) : formats.country(place);
  const inSentence = (place: string): string =>
    t('place.in-country', { country: place, name: placeName(place) });
  return {
    inSentence,
    placeName,
    location: (location) =>
      t(`location.${location.kind}`, { at: atOf(location), place: whereIn(location, inSentence) }),
    place: (location) =>
      location.place === 'country' || location.place === 'group'
        ? whereIn(location, placeName)
        : t(`place.${location.place}`),
  };

  function whereIn(location: Location, name: (place: string) => string): string {
    if (location.place === 'group') return name(location.group);
    if (location.place !== 'country') return '';
    const detail = [location.city, location.region].filter((part) => part !== undefined).join(', ');
    const place = name(location.country);
    return detail === '' ? place : t('place.detail', { place, detail });
  }
}

function isGroup(place: string): place is 'EEA' | 'EU' | 'worldwide' {
  return place === 'EEA' || place === 'EU' || place === 'worldwide';
}

/** Which form of sentence a location needs. */
function atOf(location: Location): string {
  if (location.place === 'chosen-by-customer') return 'chosen';
  if (location.place === 'not-stated') return 'unstated';
  return location.place === 'group' && location.group === 'worldwide' ? 'worldwide' : 'named';
}
