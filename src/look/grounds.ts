import { formatHex } from 'culori';
import type { Ground } from './look.ts';

/**
 * The grounds on which words of the accent stand, as tokens.css has them: paper, surfaces, every wash but the accent's
 * own, which is computed with it. A test holds the two lists equal.
 */
const TOKENS = {
  light: [
    'oklch(99.4% 0.002 250)',
    'oklch(100% 0 0)',
    'oklch(97.4% 0.005 250)',
    'oklch(97.2% 0.028 82)',
    'oklch(96.6% 0.028 155)',
    'oklch(97% 0.018 20)',
    'oklch(96.8% 0.02 300)',
  ],
  dark: [
    'oklch(17.5% 0.012 260)',
    'oklch(20.5% 0.014 260)',
    'oklch(23.5% 0.016 260)',
    'oklch(26.5% 0.04 70)',
    'oklch(26% 0.04 158)',
    'oklch(26.5% 0.045 20)',
    'oklch(27% 0.045 300)',
  ],
} as const satisfies Record<Ground, readonly string[]>;

/** The same in the form in which screens get them: `#f6f7f9`. */
export const GROUND_COLOURS: Readonly<Record<Ground, readonly string[]>> = {
  light: TOKENS.light.map(hexOf),
  dark: TOKENS.dark.map(hexOf),
};

function hexOf(colour: string): string {
  return formatHex(colour) ?? colour;
}
