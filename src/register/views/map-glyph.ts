import type { Aspect } from '../data-places.ts';

/** A shape for each reason to be in a country, within eight units of its middle: told apart without any colour. */
export const GLYPHS: Readonly<Record<Aspect, string>> = {
  stored: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  processed: 'M-5.5-5.5h11v11h-11z',
  accessed: 'M0-6.5 7 6h-14z',
  seat: 'M0-6.5 6.5 0 0 6.5-6.5 0z',
};
