import { geoCentroid, geoDistance } from 'd3-geo';
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Shapes as the atlas holds them. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The shape of a country or territory, by its code of ISO 3166-1; of land that has none, the code is absent. */
export interface CountryShape {
  readonly code: string | undefined;
  readonly shape: MultiPolygon;
}

/**
 * Places with a code of their own that the atlas draws as part of another country or not at all, by longitude and
 * latitude of their largest settlement or island.
 */
export const OVERSEAS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['BQ', [-68.27, 12.18]],
  ['BV', [3.35, -54.42]],
  ['CC', [96.84, -12.15]],
  ['CX', [105.63, -10.45]],
  ['GF', [-53.1, 3.95]],
  ['GI', [-5.35, 36.14]],
  ['GP', [-61.55, 16.25]],
  ['MQ', [-61.02, 14.65]],
  ['RE', [55.53, -21.12]],
  ['SJ', [16.5, 78.6]],
  ['TK', [-171.85, -9.17]],
  ['TV', [179.2, -8.52]],
  ['UM', [166.63, 19.28]],
  ['YT', [45.15, -12.83]],
]);

/** Antarctica would take a fifth of every map; it stands in tables only. */
export const NOT_DRAWN = 'AQ';

/** Islands of one territory lie within this angle of it, about 400 km. */
const NEAR = 0.065;

/** Every country of the atlas in its parts, each under the code it has by itself. */
export function countriesOf(atlas: Atlas): CountryShape[] {
  const parts = new Map<string | undefined, Position[][][]>();
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const own = codeOf(country);
    for (const polygon of polygonsOf(country)) {
      const code = overseasCode(own, polygon) ?? own;
      const known = parts.get(code);
      if (known) known.push(polygon);
      else parts.set(code, [polygon]);
    }
  }
  parts.delete(NOT_DRAWN);
  return [...parts].map(([code, coordinates]) => ({ code, shape: { type: 'MultiPolygon', coordinates } }));
}

/**
 * The atlas names countries by their number in ISO 3166-1. Unicode's locale data says which letters that number stands
 * for: the canonical form of `und-528` is `und-NL`. Kosovo has no number there, and is XK here.
 */
function codeOf({ id, properties }: Feature<Geometry, { name: string }>): string | undefined {
  if (properties.name === 'Kosovo') return 'XK';
  return id === undefined
    ? undefined
    : Intl.getCanonicalLocales(`und-${String(id)}`)[0]?.slice('und-'.length);
}

function polygonsOf({ geometry }: Feature): Position[][][] {
  // Countries have areas and nothing else.
  const { type, coordinates } = geometry as Polygon | MultiPolygon;
  return type === 'Polygon' ? [coordinates] : coordinates;
}

/** Only these four states are drawn together with places that have a code of their own. */
function overseasCode(own: string | undefined, coordinates: Position[][]): string | undefined {
  if (own === undefined || !['FR', 'NL', 'NO', 'AU'].includes(own)) return undefined;
  const middle = geoCentroid({ type: 'Polygon', coordinates });
  for (const [code, [longitude, latitude]] of OVERSEAS)
    if (geoDistance(middle, [longitude, latitude]) < NEAR) return code;
  return undefined;
}
