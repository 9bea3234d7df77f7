import { describe, expect, it } from 'vitest';
import { isCountry } from '../../../src/domain/countries.ts';
import { placeSigns } from '../../../src/map/place-signs.ts';
import { SHAPES } from '../../../src/map/shapes.ts';
import { NOT_DRAWN } from '../../../tools/map/countries.ts';
import { drawShapes } from '../../../tools/map/draw-shapes.ts';
import { pathData } from '../../../tools/map/path-data.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const COUNTRIES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry);

describe('the shapes of countries', () => {
  it('are those that the map library draws', () => {
    expect(drawShapes()).toEqual(SHAPES);
  });

  it('give every country of ISO 3166-1 a place on the map, apart from Antarctica', () => {
    const placed = SHAPES.world.places;
    expect(COUNTRIES.filter((code) => !placed[code])).toEqual([NOT_DRAWN]);
    expect(Object.keys(placed).filter((code) => !isCountry(code))).toEqual([]);
    expect(Object.keys(SHAPES.world.countries).filter((code) => !isCountry(code))).toEqual([]);
  });

  it('leave land without a code to nobody', () => {
    expect(SHAPES.world.rest).not.toBe('');
    expect(SHAPES.europe.rest).not.toBe('');
  });

  it('draw places with a code of their own apart from the state they belong to', () => {
    const { FR = '', GF = '' } = SHAPES.world.countries;
    expect(GF).not.toBe('');
    expect(FR).not.toContain(GF);
  });

  it('place on the map of Europe only what it shows whole', () => {
    const { places } = SHAPES.europe;
    for (const code of ['IS', 'NL', 'MT', 'CY', 'LU', 'GI', 'XK']) expect(places).toHaveProperty(code);
    for (const code of ['RU', 'DZ', 'SY', 'US']) expect(places).not.toHaveProperty(code);
  });
});

describe('the data of a path', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 5.2, y: 0.1 },
    { x: 10, y: 0 },
    { x: 10, y: 9.8 },
    { x: 0, y: 10 },
  ];

  it('tells each point by its way from the one before, without those on which the line does not turn', () => {
    expect(pathData([square], 0)).toBe('M0 0l10 0 0 10-10 0z');
  });

  it('leaves out specks', () => {
    expect(pathData([square], 101)).toBe('');
  });
});

describe('signs on a map', () => {
  const ground = { width: 400, height: 200, growth: 1 };
  const sign = { width: 40, height: 20 };

  it('stand at their points where there is room', () => {
    const at = { x: 100, y: 100 };
    expect(placeSigns([{ ...sign, at }], ground)).toEqual([{ ...sign, at, middle: at }]);
  });

  it('stay on the map', () => {
    const [placed] = placeSigns([{ ...sign, at: { x: -30, y: 199 } }], ground);
    expect(placed?.middle).toEqual({ x: 23, y: 187 });
  });

  it('make way for those before them, and are not drawn where all is full', () => {
    const at = { x: 200, y: 100 };
    const placed = placeSigns(
      Array.from({ length: 200 }, () => ({ ...sign, at })),
      ground,
    );
    const middles = placed.flatMap(({ middle }) => (middle ? [middle] : []));
    expect(middles.length).toBeGreaterThan(8);
    expect(middles.length).toBeLessThan(200);
    for (const one of middles)
      for (const other of middles)
        if (one !== other)
          expect(Math.abs(one.x - other.x) >= sign.width || Math.abs(one.y - other.y) >= sign.height).toBe(
            true,
          );
  });
});
