import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';

/** The publisher's name today; the register's own before the first edition. */
export function organisationName({ words, context, today }: Reader): string {
  return snapshotOn(context.ledger.current(), today).organisation?.name ?? words.t('site.name');
}
