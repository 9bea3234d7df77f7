import type { Scope } from '../../domain/subjects/scope.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { listParty, type ListParty, type Marked } from './list-party.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** The part of the list that one scope has. */
export interface ListScope {
  readonly id: string;
  readonly name: Phrase;
  /** In which capacity the organisation acts there. */
  readonly capacity: string | undefined;
  readonly description: Phrase | undefined;
  readonly domains: string | undefined;
  readonly count: string;
  readonly parties: readonly ListParty[];
}

/**
 * The list, by scope in the order of their names, third parties in the order of theirs.
 *
 * @param marked third parties that stand out, and the tag that says why
 */
export function listOf(
  reader: Reader,
  moment: Moment,
  rows: readonly ProcessingInTime[],
  marked?: Marked,
): ListScope[] {
  const { words } = reader;
  const byScope = Map.groupBy(rows, ({ processing }) => processing.scope);
  return [...byScope]
    .map(([id, some]) => listScope(reader, moment, id, some, marked))
    .sort((a, b) => words.compare(a.name.text, b.name.text));
}

function listScope(
  reader: Reader,
  moment: Moment,
  id: string,
  rows: readonly ProcessingInTime[],
  marked: Marked | undefined,
): ListScope {
  const { words } = reader;
  const scope = scopeAt(moment, id);
  const byParty = Map.groupBy(rows, ({ thirdPartyId }) => thirdPartyId);
  const parties = [...byParty.values()]
    .map((some) => listParty(reader, moment, id, some, marked))
    .sort((a, b) => words.compare(a.name.text, b.name.text));
  return {
    id,
    name: scopeName(reader, scope, id),
    capacity: scope && capacityOf(reader, moment, scope),
    description: phraseOf(
      words,
      words.text(scope?.description, { paths: scope?.outdated, path: 'description' }),
    ),
    domains: scope?.domains?.join(', '),
    count: words.t('register.shown-all', { count: parties.length }),
    parties,
  };
}

function capacityOf({ words }: Reader, { known, day }: Moment, { capacity }: Scope): string {
  const organisation = snapshotOn(known, day).organisation?.name ?? '';
  return words.t('capacity.sentence', { capacity, organisation });
}
