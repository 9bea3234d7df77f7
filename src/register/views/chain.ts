import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { PlacedFact } from './answers.ts';
import type { FactValue } from './fact.ts';
import type { Teller } from './field-facts.ts';
import { nameOf } from './party-name.ts';
import { momentQuery } from './moment-query.ts';
import type { OwnQuestion } from './third-party-fields.ts';

/** Fields that name other third parties are told as links to them. */
export function otherParties(reader: Reader, moment: Moment, thirdParty: ThirdParty): Teller {
  const { engagedBy, replaces = [], continues = [] } = thirdParty;
  const links = (ids: readonly string[]): FactValue[] => ids.map((id) => partyLink(reader, moment, id));
  return (name) => {
    if (name === 'engagedBy') return links(engagedBy === undefined ? [] : [engagedBy]);
    if (name === 'replaces') return links(replaces);
    return name === 'continues' ? links(continues) : undefined;
  };
}

/** What no field of a third party says but those of others do: whom it engages, what took its place. */
export function saidByOthers(
  reader: Reader,
  moment: Moment,
  id: string,
  question: OwnQuestion,
): PlacedFact[] {
  const all = [...snapshotOn(moment.known, moment.day).thirdParties];
  const fact = (
    name: 'engages' | 'replaced-by' | 'continued-by',
    names: (other: ThirdParty) => boolean | undefined,
  ): PlacedFact => ({
    label: reader.words.t(`third-party.${name}`),
    missing: 'extra',
    values: all.flatMap(([other, state]) => (names(state) ? partyLink(reader, moment, other) : [])),
  });
  switch (question) {
    case 'chain':
      return [fact('engages', ({ engagedBy }) => engagedBy === id)];
    case 'succession':
      return [
        fact('replaced-by', ({ replaces }) => replaces?.includes(id)),
        fact('continued-by', ({ continues }) => continues?.includes(id)),
      ];
    default:
      return [];
  }
}

function partyLink(reader: Reader, moment: Moment, id: string): FactValue {
  const state = snapshotOn(moment.known, moment.day).thirdParties.get(id);
  return { ...nameOf(reader, state, id), href: reader.addresses.thirdParty(id, momentQuery(moment)) };
}
