import { stringify } from 'csv-stringify/sync';
import type { Day } from '../domain/days.ts';
import { lastEdition, type Ledger } from '../domain/ledger.ts';
import type { Labels } from '../domain/notice.ts';
import type { Words } from '../language/words.ts';
import { CSV_COLUMNS, type CsvRow } from './csv-columns.ts';
import { labelsOf, termsInProcessing } from './labels.ts';
import { readingOf, type Asked, type Reading } from '../domain/reading.ts';
import { spreadsheetCell } from './spreadsheet-cell.ts';

export interface CsvOptions {
  readonly ledger: Ledger;
  /** The organisation's day. */
  readonly today: Day;
  readonly query?: Asked;
  readonly words: Words;
  /** The countries of the European Economic Area, by which transfers are told. */
  readonly eea: ReadonlySet<string>;
}

/**
 * `/subprocessors.csv`: one row a processing that is in effect on the day, in words (RFC 4180, UTF-8).
 *
 * For people with a spreadsheet: it begins with a byte order mark, without which Excel reads another encoding, and no
 * cell of it is run as a formula.
 */
export function renderCsv({ ledger, today, query = {}, words, eea }: CsvOptions): string {
  const rows = rowsOf(readingOf(ledger, today, query), eea);
  const cells = rows.map((row) => CSV_COLUMNS.map(({ cell }) => spreadsheetCell(cell(row, words))));
  const headings = CSV_COLUMNS.map(({ heading }) => spreadsheetCell(heading(words)));
  return stringify([headings, ...cells], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

function rowsOf({ register, known, day }: Reading, eea: ReadonlySet<string>): CsvRow[] {
  const edition = lastEdition(known);
  const thirdParties = [...register.thirdParties].sort(byId);
  const processings = thirdParties.flatMap(([, { processings: rows = {} }]) => Object.values(rows));
  const labels: Labels = labelsOf(known, new Set(processings.flatMap(termsInProcessing)));
  return thirdParties.flatMap(([id, thirdParty]) =>
    Object.entries(thirdParty.processings ?? {})
      .sort(byId)
      .map(([processingId, processing]) => ({
        ...{ id, thirdParty, processingId, processing, register, labels, eea, edition },
        day: day ?? '',
      })),
  );
}

function byId([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
