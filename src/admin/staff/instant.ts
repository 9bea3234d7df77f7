import { organisationOn } from '../../today.ts';
import type { Locals } from '../drafts/staff-locals.ts';

/** An instant in the organisation's zone; in UTC before there is an organisation. */
export function instantInWords({ words, context, today }: Locals, instant: string): string {
  const zone = organisationOn(context.ledger.current(), today)?.timeZone ?? 'UTC';
  return words.instant(instant, zone);
}
