import { contrastWithAll } from '../../look/accent.ts';
import { coloursIn, isGround, type ColourPair } from '../../look/colours-in.ts';
import { GROUNDS, type Ground } from '../../look/look.ts';
import type { Locals } from '../reader.ts';

/** A token that colours something, with what can be measured of it. */
export interface ColourRow {
  readonly token: string;
  readonly shown: readonly {
    readonly ground: Ground;
    readonly hex: string;
    readonly contrast: string | undefined;
  }[];
}

/** What words stand in: the least contrast to any ground is told of these. */
const INKS = /^--(?:ink.*|accent|accent-strong|soon|more|less|other|fine)$/;

/**
 * Every colour there is, as measured.
 *
 * @param sheets tokens.css, and the sheet of the organisation's own accent where there is one
 */
export function colourRows({ words }: Locals, sheets: readonly string[]): ColourRow[] {
  const colours = new Map(sheets.flatMap((sheet) => [...coloursIn(sheet)]));
  return [...colours].map(([token, pair]) => ({
    token,
    shown: GROUNDS.map((ground) => {
      const ratio = measured(colours, token, pair[ground], ground);
      // Rounded down: a promise of contrast is never more than is kept.
      const contrast = ratio === undefined ? undefined : words.number(Math.floor(ratio * 10) / 10);
      return { ground, hex: pair[ground], contrast };
    }),
  }));
}

/** Of inks, to the ground that is hardest on them; of grounds, to the ink; of what stands on the accent, to that. */
function measured(
  colours: ReadonlyMap<string, ColourPair>,
  token: string,
  colour: string,
  ground: Ground,
): number | undefined {
  const named = (name: string): string[] => [colours.get(name)?.[ground] ?? []].flat();
  if (token === '--on-accent') return contrastWithAll(colour, named('--accent'));
  if (isGround(token) || token.startsWith('--mark-')) return contrastWithAll(colour, named('--ink-soft'));
  if (token === '--line-strong') return contrastWithAll(colour, named('--paper'));
  if (!INKS.test(token)) return undefined;
  return contrastWithAll(colour, [...colours.keys()].filter(isGround).flatMap(named));
}
