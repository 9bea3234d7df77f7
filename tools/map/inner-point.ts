import type { Point } from '../../src/map/point.ts';
import { onGrid } from './path-data.ts';
import { areaOf, type Ring } from './rings.ts';

const STEPS = 24;

/**
 * Where a sign for a shape stands best: the point of its largest ring that is farthest from the outline. The middle will
 * not do: that of Croatia lies in Bosnia, that of Norway in Sweden.
 */
export function innerPoint(rings: readonly Ring[]): Point | undefined {
  const [largest] = [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  if (!largest) return undefined;
  // Whole numbers are near enough, with a tenth of the points; the smallest islands would be nothing then.
  const coarse = onGrid(largest);
  const ring = coarse.length < 8 ? largest : coarse;
  const box = boxOf(ring);
  const sides = sidesOf(ring);
  let best = { point: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, depth: 0 };
  for (let column = 1; column < STEPS; column++)
    for (let row = 1; row < STEPS; row++) {
      const point = {
        x: box.left + ((box.right - box.left) * column) / STEPS,
        y: box.top + ((box.bottom - box.top) * row) / STEPS,
      };
      const depth = isInside(sides, point) ? distanceTo(sides, point) : 0;
      if (depth > best.depth) best = { point, depth };
    }
  return best.point;
}

function boxOf(ring: Ring) {
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

type Side = readonly [Point, Point];

function sidesOf(ring: Ring): Side[] {
  return ring.map((point, index) => [ring.at(index - 1) ?? point, point]);
}

/** Even-odd: a line to the side crosses the outline an odd number of times. */
function isInside(sides: readonly Side[], { x, y }: Point): boolean {
  let inside = false;
  for (const [a, b] of sides)
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  return inside;
}

function distanceTo(sides: readonly Side[], point: Point): number {
  return Math.min(...sides.map(([a, b]) => distanceToSide(a, b, point)));
}

function distanceToSide(a: Point, b: Point, { x, y }: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a.x - nearest * (b.x - a.x), y - a.y - nearest * (b.y - a.y));
}
