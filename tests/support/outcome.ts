import type { PublishedNotice } from '../../src/domain/ledger.ts';
import type { Effect } from '../../src/domain/notice.ts';
import { subjectKey } from '../../src/domain/subjects/subject.ts';

/**
 * All that a lawyer asks of a notice: its class and marks, every day, and what each change means in each scope.
 * `says` has a line an effect: `third-party/sentry in application: added, widens, needs-notice`.
 */
export function outcome(notice: PublishedNotice) {
  const { announcedOn, effectiveOn, firstEffectiveDay, objectionDeadline, marks, effects = [] } = notice;
  return {
    class: notice.class,
    marks,
    announcedOn,
    ...(firstEffectiveDay === undefined ? {} : { firstEffectiveDay }),
    ...(objectionDeadline === undefined ? {} : { objectionDeadline }),
    effectiveOn,
    says: [
      ...notice.changes.flatMap((change) =>
        change.effects.map((one) => line(subjectKey(change.subject), one)),
      ),
      ...effects.map((one) => line('revision', one)),
    ],
  };
}

function line(about: string, { scope, types, direction, class: name }: Effect): string {
  return `${about} in ${scope ?? 'no scope'}: ${types.join(' + ')}, ${direction}, ${name}`;
}
