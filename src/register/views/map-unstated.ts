import type { Query } from '../../language/addresses.ts';
import type { Unstated } from '../data-places.ts';
import type { Reader } from '../reader.ts';
import { nameOf } from './party-name.ts';
import type { MapParty } from './map-table.ts';

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
  const { words, addresses } = reader;
  if (unstated.length === 0) return undefined;
  const parties = unstated.map(({ thirdPartyId, thirdParty, partly }) => {
    const { text, lang } = nameOf(reader, thirdParty, thirdPartyId);
    const seat = thirdParty.entity?.country;
    const detail = [
      ...(seat === undefined ? [] : [words.country(seat)]),
      ...(partly ? [words.t('map.unstated.partly')] : []),
    ].join(', ');
    return {
      name: text,
      ...(lang === undefined ? {} : { lang }),
      href: addresses.thirdParty(thirdPartyId, moment),
      ...(detail === '' ? {} : { detail: words.t('map.detail', { detail }) }),
    };
  });
  return {
    title: words.t('place.not-stated'),
    text: words.t('map.unstated.text'),
    parties: parties.sort((a, b) => words.compare(a.name, b.name)),
  };
}
