import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentFrom, LEAST_CONTRAST, movedOn } from '../../../src/look/accent.ts';
import { readColour } from '../../../src/look/accent-colour.ts';
import { coloursIn } from '../../../src/look/colours-in.ts';
import { GROUND_COLOURS } from '../../../src/look/grounds.ts';
import { GROUNDS, type Ground } from '../../../src/look/look.ts';
import { accentSheet } from '../../../src/look/sheet.ts';
import { colour, groundsOn } from './tokens.ts';

const oklch = converter('oklch');

const NASTY = [
  '#ffffff',
  '#000000',
  '#ffff00',
  '#00ff00',
  '#0000ff',
  '#ff00ff',
  '#00ffff',
  '#808080',
  '#777777',
  '#fffffe',
];
const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** The very colours that a browser is sent, by token. */
function sentFor(asked: string): (token: string, ground: Ground) => string {
  const sent = coloursIn(accentSheet(asked));
  return (token, ground) => sent.get(token)?.[ground] ?? '';
}

function least(colourOf: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => wcagContrast(colourOf, ground)));
}

describe('an accent, whatever colour an organisation asks for,', () => {
  const check = (asked: string): void => {
    const sent = sentFor(asked);
    for (const ground of GROUNDS) {
      const under = [...groundsOn(ground), sent('--accent-wash', ground)];
      for (const token of ['--accent', '--accent-strong']) {
        expect(least(sent(token, ground), under)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        expect(wcagContrast(sent('--on-accent', ground), sent(token, ground))).toBeGreaterThanOrEqual(
          LEAST_CONTRAST,
        );
      }
      // Other words stand on its wash, too.
      for (const ink of ['--ink', '--ink-soft', '--ink-quiet'])
        expect(wcagContrast(colour(ink, ground), sent('--accent-wash', ground))).toBeGreaterThanOrEqual(
          LEAST_CONTRAST,
        );
    }
  };

  it('can be read on every ground of tokens.css, in both schemes', () => {
    fc.assert(fc.property(anyColour, check), {
      numRuns: 300,
      examples: NASTY.map((asked): [string] => [asked]),
    });
  });

  it('keeps its hue', () => {
    const vivid = ['#e30613', '#ffd100', '#00a3e0', '#663399', '#ff69b4', '#2fa84f'];
    for (const asked of vivid)
      for (const ground of GROUNDS) {
        const [was, is] = [oklch(asked)?.h ?? 0, oklch(accentFrom(asked)[ground].accent)?.h ?? 0];
        expect(Math.abs(((is - was + 540) % 360) - 180)).toBeLessThan(8);
      }
  });

  it('stays exactly as asked where it can be read', () => {
    fc.assert(
      fc.property(anyColour, (asked) => {
        const accent = accentFrom(asked);
        for (const ground of GROUNDS) {
          const isReadable = least(asked, [...groundsOn(ground), accent[ground].wash]) >= LEAST_CONTRAST;
          if (isReadable) expect(accent[ground].accent).toBe(asked);
        }
      }),
    );
    expect(movedOn('#0a5bd3')).toEqual(['dark']);
    expect(movedOn('#ffd100')).toEqual(['light']);
    expect(movedOn('#808080')).toEqual(['light', 'dark']);
  });

  it('changes under the pointer so that it shows', () => {
    fc.assert(
      fc.property(anyColour, (asked) => {
        for (const { accent, strong } of Object.values(accentFrom(asked)))
          expect(wcagContrast(accent, strong)).toBeGreaterThan(1.1);
      }),
      { examples: NASTY.map((asked): [string] => [asked]) },
    );
  });

  it('is sent as one small sheet', () => {
    expect(accentSheet('#e30613').length).toBeLessThan(512);
    expect([...coloursIn(accentSheet('#e30613')).keys()]).toEqual([
      '--accent',
      '--accent-strong',
      '--accent-line',
      '--accent-wash',
      '--on-accent',
    ]);
  });
});

describe('the grounds that an accent is computed for', () => {
  it.each(GROUNDS)('are those of tokens.css, on %s ground', (ground) => {
    expect(new Set(GROUND_COLOURS[ground])).toEqual(new Set(groundsOn(ground)));
  });
});

describe('a colour as people write it', () => {
  it.each([
    ['#0A5BD3', '#0a5bd3'],
    ['0a5bd3', '#0a5bd3'],
    [' #05c ', '#0055cc'],
    ['rebeccapurple', undefined],
    ['#0a5bd3ff', undefined],
    ['#ggg', undefined],
    ['', undefined],
    ['url(https://elsewhere.example)', undefined],
  ])('%s is %s', (written, read) => {
    expect(readColour(written)).toBe(read);
  });
});
