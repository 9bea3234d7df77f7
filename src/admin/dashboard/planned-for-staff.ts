import { noticesAbout } from '../../register/notice-index.ts';
import { plannedChange, plannedNotices, type PlannedChange } from '../../register/views/planned.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminReader } from '../reader.ts';

/** What is announced and not in effect yet, or may still be objected to, the soonest first; with its page for staff. */
export function allPlanned(reader: AdminReader): PlannedChange[] {
  return plannedAmong(reader, () => true);
}

/** The same about one subject only. */
export function plannedAbout(reader: AdminReader, subject: Subject): PlannedChange[] {
  const own = new Set(noticesAbout(reader.context.ledger.current(), subject).map(({ edition }) => edition));
  return plannedAmong(reader, (edition) => own.has(edition));
}

function plannedAmong(reader: AdminReader, asked: (edition: number) => boolean): PlannedChange[] {
  const { context, today, addresses } = reader;
  const ledger = context.ledger.current();
  return plannedNotices(ledger, today)
    .filter(({ edition }) => asked(edition))
    .map((notice) => ({
      ...plannedChange(reader, ledger, notice, today, true),
      href: adminAddresses(addresses).notice(notice.edition),
    }));
}
