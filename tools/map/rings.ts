import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Point } from '../../src/map/point.ts';

/** A closed outline; its last point is joined to its first. */
export type Ring = readonly Point[];

/** The outlines of a shape as a projection draws them, holes and islands included. */
export function ringsOf(projection: GeoProjection, shape: GeoPermissibleObjects): Ring[] {
  const rings: Point[][] = [];
  const pen: GeoContext = {
    beginPath: () => undefined,
    moveTo: (x, y) => void rings.push([{ x, y }]),
    lineTo: (x, y) => void rings.at(-1)?.push({ x, y }),
    arc: () => undefined,
    closePath: () => undefined,
  };
  geoPath(projection, pen)(shape);
  return rings.filter((ring) => ring.length > 2);
}

/** What a ring encloses; of a hole it is negative, of an island positive, or the other way round. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) twice += before.x * point.y - point.x * before.y;
    before = point;
  }
  return twice / 2;
}
