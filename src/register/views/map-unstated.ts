import type { Query } from '../../language/addresses.ts';
import type { Unstated } from '../data-places.ts';
import type { Reader } from '../reader.ts';
import { mapParties, type MapParty } from './map-party.ts';

/** Third parties that leave open where data is, by name. */
export interface UnstatedParties {
  readonly title: string;
  readonly text: string;
  readonly parties: readonly MapParty[];
}

export function unstatedParties(
  reader: Reader,
  unstated: readonly Unstated[],
  moment: Query,
): UnstatedParties | undefined {
  const { words } = reader;
  if (unstated.length === 0) return undefined;
  return {
    title: words.t('place.not-stated'),
    text: words.t('map.unstated.text'),
    parties: mapParties(reader, unstated, moment, (one) => detailsOf(reader, one)),
  };
}

function detailsOf({ words }: Reader, { thirdParty, partly }: Unstated): string[] {
  const seat = thirdParty.entity?.country;
  return [
    ...(seat === undefined ? [] : [words.country(seat)]),
    ...(partly ? [words.t('map.unstated.partly')] : []),
  ];
}
