import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER, type Ledger } from '../../../src/domain/ledger.ts';
import { renderCsv } from '../../../src/exports/render-csv.ts';
import type { Asked } from '../../../src/domain/reading.ts';
import { spreadsheetCell } from '../../../src/exports/spreadsheet-cell.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';
import { content, EEA, sixEditions } from './registers.ts';

function csv(ledger: Ledger, query: Asked = {}, language = 'en'): string {
  return renderCsv({ ledger, today: '2026-03-02', query, words: wordsFor(content, language), eea: EEA });
}

function records(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

const { ledger } = sixEditions();

describe('the CSV file', () => {
  it('has one row a processing in effect, in words', () => {
    const rows = records(csv(ledger));
    expect(rows.map((row) => row['Third party'])).toEqual(['Brevo', 'Heroku']);
    expect(rows[1]).toMatchObject({
      id: 'heroku',
      'Legal entity': 'Heroku B.V.',
      'Country of the legal entity': 'Netherlands',
      Scope: 'Application',
      Role: 'Subprocessor',
      Purpose: 'Hosting of the app',
      Retention: '45 days',
      Places: 'Stored in the United States',
      'Transfer outside the European Economic Area': 'United States',
      'Copy of the safeguard': 'Ask privacy@example.com',
      Edition: '7',
      Day: '2026-03-01',
    });
  });

  it('says of what a reader needs that it is not stated, and leaves the rest empty', () => {
    const register = registerWith({
      quiet: thirdParty('Quiet', { p: { scope: 'application', role: 'subprocessor' } }, { entity: {} }),
    });
    const [row] = records(csv(register.ledger));
    expect(row).toMatchObject({
      'Legal entity': 'Not stated',
      'Country of the legal entity': 'Not stated',
      Purpose: 'Not stated',
      'Personal data': 'Not stated',
      'People concerned': 'Not stated',
      Retention: 'Not stated',
      Places: 'Not stated',
      Safeguards: 'Not stated',
      Use: '',
      'Only when': '',
    });
  });

  it('says that no safeguard is needed where all that is stated lies within the EEA', () => {
    const [row] = records(csv(registerWith({ near: thirdParty('Near', { p: processing() }) }).ledger));
    expect(row).toMatchObject({
      'Transfer outside the European Economic Area': '',
      Safeguards: 'Not needed: within the EEA',
    });
  });

  it('has its headings and cells in the language asked for', () => {
    const [, heroku] = records(csv(ledger, {}, 'nl'));
    expect(heroku).toMatchObject({ Doel: 'Hosting' });
  });

  it('shows another day, and another edition', () => {
    expect(records(csv(ledger, { on: '2026-04-01' })).map(({ id }) => id)).toEqual([
      'brevo',
      'heroku',
      'sentry',
    ]);
    expect(records(csv(ledger, { edition: 1 })).map(({ id }) => id)).toEqual(['heroku', 'mailchimp']);
  });

  it('begins with a byte order mark and ends its lines as RFC 4180 has it', () => {
    const text = csv(ledger);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has its headings only, before the first edition', () => {
    const text = csv(EMPTY_LEDGER);
    expect(records(text)).toEqual([]);
    expect(text.split('\r\n')).toHaveLength(2);
  });

  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠', "'="])(
    'lets no spreadsheet run a text that begins with %s',
    (sign) => {
      const purpose = `${sign}HYPERLINK("http://evil.example","x")`;
      const register = registerWith({
        evil: thirdParty('Evil', { p1: processing({ purpose: { en: purpose } }) }),
      });
      const [row] = records(csv(register.ledger));
      expect(row?.['Purpose']).toBe(`'${purpose}`);
    },
  );

  it('repeats HTML, quotes and commas as text', () => {
    const purpose = '<b>"Mail", \'letters\'</b>, and more';
    const register = registerWith({ a: thirdParty('A', { p1: processing({ purpose: { en: purpose } }) }) });
    expect(records(csv(register.ledger))[0]?.['Purpose']).toBe(purpose);
  });
});

describe('a cell', () => {
  it.each([
    ['a tab before a sign', '\t=1+1', "'=1+1"],
    ['a carriage return before a sign', '\r=1+1', "'=1+1"],
    ['a line that begins with a sign', 'two lines\n-1+1', 'two lines -1+1'],
    ['a sign after a semicolon, where some spreadsheets cut', 'a;=1+1; @x', "a;'=1+1; '@x"],
    ['a sign behind quotation marks, which may be cut off', 'a;"=1', 'a;"\'=1'],
    ['an apostrophe that stands there already', "'=1+1", "''=1+1"],
    ['signs inside a text', 'a=b, c+d, e-mail, f@g.example', 'a=b, c+d, e-mail, f@g.example'],
  ])('with %s', (_name, text, cell) => {
    expect(spreadsheetCell(text)).toBe(cell);
  });
});
