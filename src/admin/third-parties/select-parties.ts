import type { Processing } from '../../domain/subjects/processing.ts';
import { searcher } from '../../register/views/search.ts';
import type { AdminReader } from '../reader.ts';
import { isLive, type DeskParty } from './desk-party.ts';
import { dueOn } from './due.ts';
import type { ThirdPartiesQuery } from './third-parties-query.ts';

/** The third parties that the filters leave. */
export function selectParties(
  reader: AdminReader,
  parties: readonly DeskParty[],
  query: ThirdPartiesQuery,
): DeskParty[] {
  const { state, scope, review, gaps } = query;
  const found = query.q === '' ? () => true : searched(reader, query.q);
  return parties.filter(
    (party) =>
      (state === undefined || party.state === state) &&
      (scope === undefined || scopesOf(party).includes(scope)) &&
      (review === undefined || isReview(party, review, reader.today)) &&
      (!gaps || party.gaps.length > 0) &&
      found(party),
  );
}

export function scopesOf({ facts }: DeskParty): string[] {
  return [...new Set(Object.values(facts?.processings ?? {}).map(({ scope }) => scope))];
}

function isReview(party: DeskParty, review: ThirdPartiesQuery['review'], today: string): boolean {
  return isLive(party) && dueOn(party.dossier.values.nextReview, today) === review;
}

/** Something to search by in a third party that does nothing. */
const NOTHING: Processing = { scope: '', role: 'none' };

function searched(reader: AdminReader, q: string): (party: DeskParty) => boolean {
  const matches = searcher(reader, q);
  return ({ id: thirdPartyId, facts }) => {
    const rows = Object.entries(facts?.processings ?? {});
    const thirdParty = facts ?? { kind: 'service', name: { und: thirdPartyId } };
    return [...rows, ['', NOTHING] as const].some(([id, processing]) =>
      matches({ thirdPartyId, thirdParty, id, processing, state: 'current' }),
    );
  };
}
