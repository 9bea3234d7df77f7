import type { Words } from '../../language/words.ts';
import { DATA_ASPECTS, type DataPlaces } from '../data-places.ts';

/** The map in a sentence, and the sentences about all that has no place on it. */
export interface MapLead {
  readonly first: string;
  readonly rest: string;
}

/** What the map shows, in sentences: how many countries, and for how many third parties no country is told. */
export function mapLead(words: Words, { countries, others, unstated }: DataPlaces): MapLead {
  const elsewhere = new Set(
    [...others.values()].flatMap((presences) =>
      DATA_ASPECTS.flatMap((aspect) => presences[aspect].map(({ thirdPartyId }) => thirdPartyId)),
    ),
  );
  const partly = unstated.filter((one) => one.partly).length;
  const rest = [
    ...counted(elsewhere.size, (count) => words.t('map.data.elsewhere', { count })),
    ...counted(unstated.length - partly, (count) => words.t('map.data.unstated', { count })),
    ...counted(partly, (count) => words.t('map.data.partly', { count })),
  ];
  return { first: countriesSentence(words, countries), rest: rest.join(' ') };
}

function countriesSentence(words: Words, countries: DataPlaces['countries']): string {
  const places = DATA_ASPECTS.flatMap((aspect) => {
    const count = [...countries.values()].filter((presences) => presences[aspect].length > 0).length;
    return counted(count, () => words.t(`map.data.${aspect}`, { count }));
  });
  return places.length === 0 ? words.t('map.data.none') : words.t('map.data', { places: words.list(places) });
}

function counted(count: number, sentence: (count: number) => string): string[] {
  return count === 0 ? [] : [sentence(count)];
}
