import type { Point } from './point.ts';

/** A sign that wants to stand at a point, and the room it takes. */
export interface Wish {
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}

/** Where the middle of a sign has come to stand; undefined where there was no room for it. */
export type Stand<Sign extends Wish> = Sign & { readonly middle: Point | undefined };

/** A drawing and how its signs keep apart. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** By how much each sign may later be enlarged without touching another. */
  readonly growth: number;
}

/** Room between two signs. */
const GAP = 3;

/** How far a sign may move away from its point, and by how much at a time. */
const REACH = 96;
const STEP = 12;

/** Directions in which a sign looks for room, as parts of a full turn: to the sides before up and down. */
const TURNS = [0, 8, 1, 7, 15, 9, 2, 6, 14, 10, 4, 12, 3, 5, 13, 11].map((part) => (part * Math.PI) / 8);

/**
 * Gives each sign a place of its own on a drawing, as near to its point as it can be: the first at its point, each
 * further one where it covers none before it.
 */
export function placeSigns<Sign extends Wish>(signs: readonly Sign[], ground: Ground): Stand<Sign>[] {
  const placed: Stand<Sign>[] = [];
  for (const sign of signs) {
    const isFree = (middle: Point) => placed.every((other) => !covers(sign, middle, other, ground.growth));
    placed.push({ ...sign, middle: standsFor(sign, ground).find(isFree) });
  }
  return placed;
}

function standsFor(sign: Wish, ground: Ground): Point[] {
  const stands = [within(sign, sign.at, ground)];
  for (let away = STEP; away <= REACH; away += STEP)
    for (const turn of TURNS) {
      const x = sign.at.x + away * Math.cos(turn);
      const y = sign.at.y + away * Math.sin(turn);
      stands.push(within(sign, { x, y }, ground));
    }
  return stands;
}

function within({ width, height }: Wish, { x, y }: Point, ground: Ground): Point {
  return {
    x: Math.round(Math.min(ground.width - width / 2 - GAP, Math.max(width / 2 + GAP, x))),
    y: Math.round(Math.min(ground.height - height / 2 - GAP, Math.max(height / 2 + GAP, y))),
  };
}

function covers(sign: Wish, { x, y }: Point, other: Stand<Wish>, growth: number): boolean {
  if (!other.middle) return false;
  return (
    Math.abs(x - other.middle.x) < ((sign.width + other.width) / 2) * growth + GAP &&
    Math.abs(y - other.middle.y) < ((sign.height + other.height) / 2) * growth + GAP
  );
}
