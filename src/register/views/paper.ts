import { lastEdition } from '../../domain/ledger.ts';
import type { Reader } from '../reader.ts';

/** What stands in the margins of every sheet of a printed page; the style sheet puts it there. */
export interface Paper {
  /** Who publishes what. */
  readonly name: string;
  /** When the page looked like this. */
  readonly shown: string;
  /** Whole address of the page. */
  readonly address: string;
  /** What is to be put before an address without an origin. */
  readonly origin: string;
  /** The words around the number of the sheet and the number of sheets: before, between, after. */
  readonly count: readonly [string, string, string];
}

/** Stand in for two numbers that only the printer knows; no text has them. */
const [SHEET, SHEETS] = ['\uFDD0', '\uFDD1'];

/**
 * @param name of the publisher and of what it publishes
 * @param address of the page: path and query
 */
export function paperOf({ words, addresses, context, today }: Reader, name: string, address: string): Paper {
  const day = words.day(today);
  const edition = lastEdition(context.ledger.current());
  const [before = '', rest = ''] = words.t('paper.count', { page: SHEET, pages: SHEETS }).split(SHEET);
  const [between = '', after = ''] = rest.split(SHEETS);
  return {
    name,
    shown: edition === 0 ? words.t('paper.shown-before', { day }) : words.t('paper.shown', { day, edition }),
    address: addresses.absolute(address),
    origin: addresses.absolute(''),
    count: [before, between, after],
  };
}
