import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { Fact, FactValue } from './fact.ts';
import { nameOf } from './list-party.ts';
import { momentQuery } from './moment-query.ts';

/** Where a third party stands among the others: who engages it, whom it engages, what it replaced and what replaced it. */
export function chainFacts(reader: Reader, moment: Moment, id: string, thirdParty: ThirdParty): Fact[] {
  const { words } = reader;
  const all = snapshotOn(moment.known, moment.day).thirdParties;
  const those = (is: (other: ThirdParty) => boolean): string[] =>
    [...all].flatMap(([other, state]) => (is(state) ? [other] : []));
  const field = (path: string): string => words.fieldName('third-party', path);
  const rows: [string, readonly string[]][] = [
    [field('engagedBy'), thirdParty.engagedBy === undefined ? [] : [thirdParty.engagedBy]],
    [words.t('third-party.engages'), those(({ engagedBy }) => engagedBy === id)],
    [field('replaces'), thirdParty.replaces ?? []],
    [words.t('third-party.replaced-by'), those(({ replaces }) => replaces?.includes(id) ?? false)],
    [field('continues'), thirdParty.continues ?? []],
    [words.t('third-party.continued-by'), those(({ continues }) => continues?.includes(id) ?? false)],
  ];
  return rows.flatMap(([label, ids]) =>
    ids.length === 0 ? [] : [{ label, values: ids.map((one) => partyLink(reader, moment, one)) }],
  );
}

function partyLink(reader: Reader, moment: Moment, id: string): FactValue {
  const state = snapshotOn(moment.known, moment.day).thirdParties.get(id);
  return { ...nameOf(reader, state, id), href: reader.addresses.thirdParty(id, momentQuery(moment)) };
}
