import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** A piece of text on a sheet; in points, from the left and from the top. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A sheet of paper, as it would come out of the printer; texts without spaces, since where a line ends says nothing. */
export interface Sheet {
  readonly margins: string;
  readonly body: string;
  readonly pieces: readonly Piece[];
}

/** Where the body of a sheet of A4 begins and ends, in points from the top. */
const [BODY_FROM, BODY_TO] = [57, 791];

/** Prints a page on A4. */
export async function printed(page: Page, address: string): Promise<Sheet[]> {
  await page.goto(address);
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const sheet = await document.getPage(number);
      const { height } = sheet.getViewport({ scale: 1 });
      const { items } = await sheet.getTextContent();
      return sheetOf(items.flatMap((item) => ('str' in item ? [pieceOf(item, height)] : [])));
    }),
  );
}

function sheetOf(all: readonly Piece[]): Sheet {
  const isInBody = ({ y }: Piece): boolean => y > BODY_FROM && y < BODY_TO;
  const textOf = (pieces: readonly Piece[]): string => unspaced(pieces.map(({ text }) => text).join(''));
  const pieces = all.filter((piece) => isInBody(piece) && piece.text.trim() !== '');
  return { margins: textOf(all.filter((piece) => !isInBody(piece))), body: textOf(pieces), pieces };
}

/** @param item of which the last two numbers are its place, from the left and from the bottom */
function pieceOf({ str, transform }: { str: string; transform: number[] }, height: number): Piece {
  const [x = 0, y = 0] = transform.slice(-2);
  return { text: str, x: Math.round(x), y: Math.round(height - y) };
}

export function unspaced(text: string): string {
  return text.replaceAll(/\s/g, '');
}
