import { addDays, type Day } from '../../domain/days.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Notice } from '../../domain/notice.ts';
import { momentOf } from '../../register/moment.ts';
import type { Reader } from '../../register/reader.ts';
import { currentProcessings, otherProcessings, type ProcessingInTime } from '../../register/use-in-time.ts';
import { columnsIn, type Columns } from '../../register/views/columns.ts';
import { otherLanguages } from '../../register/views/list-languages.ts';
import { listOf, type ListScope } from '../../register/views/list.ts';

/** The rows of the public list that a notice touches, as they stand on its day. */
export interface PublicRows {
  readonly title: string;
  readonly lead: string;
  readonly columns: Columns;
  readonly otherLanguages: string | undefined;
  readonly scopes: readonly ListScope[];
}

/**
 * @param ledger with the notice in it
 * @returns undefined when the notice is about no third party, or none that has a processing before or after
 */
export function publicRows(reader: Reader, ledger: Ledger, notice: Notice): PublicRows | undefined {
  const { words } = reader;
  const day = notice.effectiveOn;
  const then: Reader = {
    ...reader,
    context: { ...reader.context, ledger: { current: () => ledger } },
    today: day,
  };
  const rows = rowsOn(ledger, day, thirdPartiesIn(notice));
  if (rows.length === 0) return undefined;
  const scopes = listOf(then, momentOf(ledger, day, {}), rows);
  return {
    title: words.t('form.preview.rows'),
    lead: words.t('form.preview.rows-on', { day: words.day(day) }),
    columns: columnsIn(reader),
    otherLanguages: otherLanguages(words, scopes),
    scopes,
  };
}

function thirdPartiesIn({ changes }: Notice): ReadonlySet<string> {
  return new Set(changes.flatMap(({ subject }) => (subject.kind === 'third-party' ? [subject.id] : [])));
}

/** What is in effect on the day, and what ends with it: that a row goes is to be seen too. */
function rowsOn(ledger: Ledger, day: Day, ids: ReadonlySet<string>): ProcessingInTime[] {
  const eve = addDays(day, -1);
  return [
    ...currentProcessings(ledger, day),
    ...otherProcessings(ledger, day).filter(({ until }) => until === eve),
  ].filter(({ thirdPartyId }) => ids.has(thirdPartyId));
}
