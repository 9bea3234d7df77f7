import type { Point } from './point.ts';
import drawn from './shapes.json' with { type: 'json' };

/** A map, drawn: lengths are in units of its own. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The outline of each country that is large enough to be drawn, as the `d` of an SVG path, by its ISO 3166-1 code. */
  readonly countries: Readonly<Record<string, string>>;
  /** Land without a code. */
  readonly rest: string;
  /** Where a sign for a country or territory stands, drawn or not. */
  readonly places: Readonly<Record<string, Point>>;
}

/** The world; Europe, larger; and the outline of the second upon the first. */
export interface Shapes {
  readonly world: Picture;
  readonly europe: Picture;
  readonly frame: string;
}

/**
 * The shapes of all countries, from Natural Earth (public domain) by way of the package `world-atlas`. Drawn
 * beforehand by `npm run map`: projecting them takes a third of a second and ten megabytes.
 */
export const SHAPES: Shapes = drawn;
