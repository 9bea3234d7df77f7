import { formatHex } from 'culori';
import type { Ground } from './look.ts';

/** A colour of a sheet on both grounds, as screens get it: `#f6f7f9`. */
export type ColourPair = Readonly<Record<Ground, string>>;

const COLOUR = String.raw`((?:[^(),]|\([^)]*\))+)`;
const PAIR = new RegExp(String.raw`(--[\w-]+):\s*light-dark\(${COLOUR},${COLOUR}\)`, 'g');

/** The colours that a sheet gives to tokens, by their names. What is no colour of both grounds is left out. */
export function coloursIn(sheet: string): ReadonlyMap<string, ColourPair> {
  return new Map(
    [...sheet.matchAll(PAIR)].flatMap(([, name = '', light = '', dark = '']): [string, ColourPair][] => {
      const pair = { light: formatHex(light.trim()), dark: formatHex(dark.trim()) };
      return pair.light && pair.dark ? [[name, { light: pair.light, dark: pair.dark }]] : [];
    }),
  );
}

/** Whether words, of the accent too, stand on what the token colours: paper, surfaces, washes. */
export function isGround(token: string): boolean {
  return /^--(?:paper|surface|sunken|.+-wash)$/.test(token);
}
