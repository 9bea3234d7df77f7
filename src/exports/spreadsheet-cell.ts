// Signs by which a spreadsheet takes a cell for a formula, also in their full-width forms; and the apostrophe, so that
// one that stands there already cannot be taken for the one put here. Quotation marks may go before: written double, and
// cut off at a semicolon, they are read as a quoted nothing, and what follows begins the cell.
const FORMULA = /(^|;)(\s*"*(?=[=+\-@＝＋－＠])|\s*(?=['＇]))/g;

/**
 * A text as a cell that no spreadsheet runs: one line, an apostrophe before what could begin a formula (OWASP, CSV
 * injection). Also after each semicolon: where a comma is the decimal sign, spreadsheets cut lines there instead.
 */
export function spreadsheetCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(FORMULA, "$1$2'");
}
