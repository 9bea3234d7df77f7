import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import { readFileSync } from 'node:fs';
import type { Point } from '../../src/map/point.ts';
import type { Picture, Shapes } from '../../src/map/shapes.ts';
import { projectPath } from '../../src/project-root.ts';
import { countriesOf, OVERSEAS, type Atlas, type CountryShape } from './countries.ts';
import { innerPoint } from './inner-point.ts';
import { pathData } from './path-data.ts';
import { ringsOf } from './rings.ts';

const WORLD = { width: 1440, height: 676 };
const EUROPE = { width: 720, height: 676 };

/** Islands at both edges of the map that would else fall off it: Tokelau, and Kiribati's easternmost. */
const PACIFIC: MultiPoint = {
  type: 'MultiPoint',
  coordinates: [
    [-171.9, -9.2],
    [-157.4, 1.9],
  ],
};

/** Corners of what the map of Europe shows: Iceland, the North Cape, Portugal, Malta, Cyprus. */
const EUROPE_CORNERS: [number, number][] = [
  [-23.5, 64],
  [-9.5, 36.6],
  [14.4, 35.4],
  [33.5, 34.6],
  [27, 71.2],
];

/**
 * Draws the world in the Equal Earth projection, turned so that the Bering Strait parts it, and Europe in the Lambert
 * azimuthal equal-area projection about 52° north, 10° east, which the Union's own statistics use (EPSG 3035). In both a
 * country takes the room it takes on the globe.
 *
 * The result is kept in `src/map/shapes.json`: `npm run map` writes it anew, and a test holds it to what is drawn here.
 */
export function drawShapes(): Shapes {
  const coarse = countriesOf(atlas('110m'));
  const fine = countriesOf(atlas('50m'));
  const globe = geoEqualEarth()
    .rotate([-11, 0])
    .fitSize([WORLD.width, WORLD.height], {
      type: 'GeometryCollection',
      geometries: [...coarse.map(({ shape }) => shape), PACIFIC],
    });
  const near = geoAzimuthalEqualArea()
    .rotate([-10, -52])
    .fitExtent(
      [
        [24, 24],
        [EUROPE.width - 24, EUROPE.height - 24],
      ],
      { type: 'MultiPoint', coordinates: EUROPE_CORNERS },
    )
    .clipExtent([
      [0, 0],
      [EUROPE.width, EUROPE.height],
    ]);
  const world = picture(globe, coarse, fine);
  const europe = picture(near, fine, fine);
  const middleOf = (code: string) => unproject(globe, world.places[code]);
  return {
    world: { ...WORLD, ...world },
    europe: { ...EUROPE, ...europe, places: wholly(europe.places, near, middleOf) },
    frame: frameOf(near, globe),
  };
}

function atlas(detail: '110m' | '50m'): Atlas {
  const file = projectPath('node_modules', 'world-atlas', `countries-${detail}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Atlas;
}

/** @param places where signs stand: shapes fine enough for the smallest countries to be among them */
function picture(
  projection: GeoProjection,
  shapes: readonly CountryShape[],
  places: readonly CountryShape[],
): Pick<Picture, 'countries' | 'rest' | 'places'> {
  const drawn = shapes.map(({ code, shape }) => ({ code, data: pathData(ringsOf(projection, shape), 3) }));
  return {
    countries: inOrder(drawn.flatMap(({ code, data }) => (code && data ? [[code, data]] : []))),
    rest: drawn.find(({ code }) => code === undefined)?.data ?? '',
    places: inOrder([...inside(projection, places), ...overseas(projection)]),
  };
}

function inside(projection: GeoProjection, shapes: readonly CountryShape[]): [string, Point][] {
  return shapes.flatMap(({ code, shape }) => {
    const point = innerPoint(ringsOf(projection, shape));
    return code && point ? [[code, rounded(point)]] : [];
  });
}

function overseas(projection: GeoProjection): [string, Point][] {
  return [...OVERSEAS].flatMap(([code, place]) => {
    const point = projection([...place]);
    return point ? [[code, rounded({ x: point[0], y: point[1] })]] : [];
  });
}

/**
 * Without the countries of which the map of Europe shows no more than an edge: Russia, Syria, those of North Africa.
 *
 * @param middleOf longitude and latitude of a country's middle
 */
function wholly(
  places: Picture['places'],
  near: GeoProjection,
  middleOf: (code: string) => [number, number] | undefined,
): Picture['places'] {
  return Object.fromEntries(
    Object.entries(places).filter(([code]) => {
      const middle = middleOf(code);
      const point = middle && near(middle);
      return point && isWithin(point, 16);
    }),
  );
}

function unproject(projection: GeoProjection, point: Point | undefined): [number, number] | undefined {
  return (point && projection.invert?.([point.x, point.y])) ?? undefined;
}

function isWithin([x, y]: readonly [number, number], margin: number): boolean {
  const { width, height } = EUROPE;
  return x > margin && x < width - margin && y > margin && y < height - margin;
}

/** What the map of Europe shows, as an outline on the map of the world. */
function frameOf(near: GeoProjection, globe: GeoProjection): string {
  const { width, height } = EUROPE;
  const sides = [
    ...range(width).map((x) => [x, 0] as const),
    ...range(height).map((y) => [width, y] as const),
    ...range(width).map((x) => [width - x, height] as const),
    ...range(height).map((y) => [0, height - y] as const),
  ];
  const ring = sides.flatMap(([x, y]) => {
    const place = near.invert?.([x, y]);
    const point = place && globe(place);
    return point ? [{ x: point[0], y: point[1] }] : [];
  });
  return pathData([ring], 0);
}

function range(end: number): number[] {
  return Array.from({ length: 12 }, (_, step) => (end * step) / 12);
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function inOrder<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
