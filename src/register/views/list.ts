import type { Scope } from '../../domain/subjects/scope.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { labelsFor } from './labels.ts';
import { listParty, type ListParty, type PartyContext } from './list-party.ts';
import type { Listing } from './listing.ts';
import { phraseInList, type Phrase } from './phrase.ts';
import { scopeAt, scopeName } from './scope-name.ts';
import { orderOf, partiesInOrder } from './sort.ts';

/** The part of the list that one scope has. */
export interface ListScope {
  readonly id: string;
  readonly name: Phrase;
  /** In which capacity the organisation acts there. */
  readonly capacity: string | undefined;
  readonly description: Phrase | undefined;
  readonly domains: string | undefined;
  /** How many third parties are shown: in words, and as a figure beside the name. */
  readonly count: string;
  readonly figure: string;
  readonly parties: readonly ListParty[];
}

/**
 * The list, by scope in the order of their names, third parties in the order asked for.
 *
 * @param listing undefined where the list is not one that can be narrowed and ordered
 */
export function listOf(
  reader: Reader,
  moment: Moment,
  rows: readonly ProcessingInTime[],
  listing?: Listing,
): ListScope[] {
  const byScope = Map.groupBy(rows, ({ processing }) => processing.scope);
  const labels = labelsFor(reader, listing);
  return [...byScope]
    .map(([scope, some]) => listScope(reader, { moment, scope, listing, labels }, some))
    .sort((a, b) => reader.words.compare(a.name.text, b.name.text));
}

function listScope(reader: Reader, context: PartyContext, rows: readonly ProcessingInTime[]): ListScope {
  const { words } = reader;
  const { moment, scope: id, listing } = context;
  const scope = scopeAt(moment, id);
  const parties = partiesInOrder(reader, orderOf(listing?.query.sort), rows);
  return {
    id,
    name: scopeName(reader, scope, id),
    capacity: scope && capacityOf(reader, moment, scope),
    description: phraseInList(
      words,
      words.text(scope?.description, { paths: scope?.outdated, path: 'description' }),
    ),
    domains: scope?.domains?.join(', '),
    count: words.t('register.shown-all', { count: parties.length }),
    figure: words.number(parties.length),
    parties: parties.map((some) => listParty(reader, context, some)),
  };
}

function capacityOf({ words }: Reader, { known, day }: Moment, { capacity }: Scope): string {
  const organisation = snapshotOn(known, day).organisation?.name ?? '';
  return words.t('capacity.sentence', { capacity, organisation });
}
