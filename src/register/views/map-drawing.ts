import { placeSigns } from '../../map/place-signs.ts';
import type { Point } from '../../map/point.ts';
import { SHAPES, type Picture } from '../../map/shapes.ts';
import type { Words } from '../../language/words.ts';
import {
  ASPECTS,
  DATA_ASPECTS,
  holdsData,
  type Aspect,
  type DataPlaces,
  type Presences,
} from '../data-places.ts';
import type { Reader } from '../reader.ts';

/** One map, ready to be placed. Lengths are in units of its own. */
export interface MapDrawing {
  readonly id: 'world' | 'europe';
  readonly title: string;
  readonly viewBox: string;
  /** Land of which nothing is said, as one path. */
  readonly land: string;
  /** Countries of which only a group is named. */
  readonly grouped: string;
  readonly named: readonly { readonly name: string; readonly outline: string }[];
  /** The outline of the map that shows a part of this one larger. */
  readonly frame: string | undefined;
  /** Countries of which no more than a point can be shown: in which only a seat is, or whose sign finds no room. */
  readonly points: readonly { readonly tip: string; readonly at: Point; readonly seat: boolean }[];
  readonly signs: readonly MapSign[];
}

/** How many third parties are in a country, for each reason to be there. */
export interface MapSign {
  readonly tip: string;
  /** The country's point. */
  readonly at: Point;
  /** Where the sign stands. */
  readonly middle: Point;
  readonly width: number;
  readonly height: number;
  readonly counts: readonly { readonly aspect: Aspect; readonly text: string; readonly x: number }[];
}

/** The world; and Europe beside it, when there is something to see there that the world would show too small. */
export function mapDrawings(reader: Reader, places: DataPlaces, grouped: ReadonlySet<string>): MapDrawing[] {
  const { words } = reader;
  const { world, europe, frame } = SHAPES;
  const near = new Set([...places.countries.keys()].filter((code) => europe.places[code]));
  const far = new Set([...places.countries.keys()].filter((code) => !near.has(code)));
  const all = drawing(words, world, places, grouped, far, 1.8);
  if (near.size === 0) return [{ ...all, id: 'world', title: words.t('map.world'), frame: undefined }];
  return [
    { ...all, id: 'world', title: words.t('map.world'), frame },
    {
      ...drawing(words, europe, places, grouped, near, 1.2),
      id: 'europe',
      title: words.t('map.europe'),
      frame: undefined,
    },
  ];
}

/**
 * @param signed the countries whose signs stand on this map
 * @param growth by how much signs are enlarged on a phone
 */
function drawing(
  words: Words,
  { width, height, countries, rest, places: points }: Picture,
  { countries: presences }: DataPlaces,
  grouped: ReadonlySet<string>,
  signed: ReadonlySet<string>,
  growth: number,
): Omit<MapDrawing, 'id' | 'title' | 'frame'> {
  const layers = { land: [rest], grouped: [''], named: [] as MapDrawing['named'][number][] };
  for (const [code, outline] of Object.entries(countries)) {
    const here = presences.get(code);
    if (here && holdsData(here)) layers.named.push({ name: words.country(code), outline });
    else layers[grouped.has(code) ? 'grouped' : 'land'].push(outline);
  }
  const wishes = [...signed].flatMap((code) => {
    const [at, here] = [points[code], presences.get(code)];
    return at && here ? [wish(words, code, at, here)] : [];
  });
  const seats = wishes.filter(({ counts }) => counts.length === 0).map((seat) => ({ ...seat, seat: true }));
  const placed = placeSigns(byWeight(wishes.filter(({ counts }) => counts.length > 0)), {
    width,
    height,
    growth,
  });
  return {
    viewBox: `0 0 ${width} ${height}`,
    land: layers.land.join(''),
    grouped: layers.grouped.join(''),
    named: layers.named,
    points: [
      ...seats,
      ...placed.filter(({ middle }) => middle === undefined).map((point) => ({ ...point, seat: false })),
    ],
    signs: placed.flatMap(({ middle, ...sign }) => (middle ? [{ ...sign, middle }] : [])),
  };
}

const HEIGHT = 32;
const SIDE = 9;
/** From the beginning of one count to that of the next, beside its digits. */
const GLYPH = 20;
const DIGIT = 11.5;
const APART = 8;

type Wished = Omit<MapSign, 'middle'> & { readonly total: number };

function wish(words: Words, code: string, at: Point, here: Presences): Wished {
  const present = ASPECTS.filter((aspect) => here[aspect].length > 0);
  const told = present.map((aspect) => words.t(`map.tip.${aspect}`, { count: here[aspect].length }));
  return {
    at,
    ...countsOf(words, here),
    height: HEIGHT,
    tip: words.t('map.tip', { country: words.country(code), counts: words.list(told) }),
    total: DATA_ASPECTS.reduce((sum, aspect) => sum + here[aspect].length, 0),
  };
}

function countsOf(words: Words, here: Presences): Pick<MapSign, 'width' | 'counts'> {
  let x = SIDE;
  const counts = DATA_ASPECTS.filter((aspect) => here[aspect].length > 0).map((aspect) => {
    const text = words.number(here[aspect].length);
    const count = { aspect, text, x: Math.round(x) };
    x += GLYPH + text.length * DIGIT + APART;
    return count;
  });
  return { width: Math.round(x - APART + SIDE), counts };
}

/** Where signs crowd, those that count most stand where they belong. */
function byWeight(wishes: readonly Wished[]): Wished[] {
  return [...wishes].sort((a, b) => b.total - a.total || (a.tip < b.tip ? -1 : 1));
}
