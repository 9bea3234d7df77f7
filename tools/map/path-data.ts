import type { Point } from '../../src/map/point.ts';
import { areaOf, type Ring } from './rings.ts';

/**
 * The rings as the `d` of an SVG path: whole numbers, each point told by its way from the one before, and no point that
 * the line would pass through anyway. That is a third of what absolute numbers with one decimal take.
 *
 * @param least rings that enclose less than this, in square units, are specks and left out
 */
export function pathData(rings: readonly Ring[], least: number): string {
  return rings.map((ring) => ringData(onGrid(ring), least)).join('');
}

/** The ring in whole numbers, without points on which it does not turn. */
export function onGrid(ring: Ring): Ring {
  return withoutIdle(ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
}

function withoutIdle(ring: Ring): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    while (isIdle(kept.at(-2), kept.at(-1), point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isIdle(before: Point | undefined, point: Point | undefined, after: Point): boolean {
  if (!point) return false;
  if (point.x === after.x && point.y === after.y) return true;
  if (!before) return false;
  return (point.x - before.x) * (after.y - point.y) === (point.y - before.y) * (after.x - point.x);
}

function ringData(ring: Ring, least: number): string {
  const [first, ...rest] = ring;
  if (!first || rest.length < 2 || Math.abs(areaOf(ring)) < least) return '';
  let last = first;
  const steps = rest.map((point) => {
    const step = numbers(point.x - last.x, point.y - last.y);
    last = point;
    return step;
  });
  return `M${numbers(first.x, first.y)}l${joined(steps)}z`;
}

/** A minus sign parts two numbers as well as a space does. */
function numbers(x: number, y: number): string {
  return joined([String(x), String(y)]);
}

function joined(parts: readonly string[]): string {
  return parts.reduce((text, part) => (part.startsWith('-') ? text + part : `${text} ${part}`));
}
