import { clampChroma, converter, formatHex, wcagContrast, type Oklch } from 'culori';
import { GROUND_COLOURS } from './grounds.ts';
import { GROUNDS, type Ground } from './look.ts';

/** The five colours that follow from an accent on one ground, each as `#0a5bd3`. They are tokens of tokens.css. */
export interface Shades {
  /** Of links, of the main button, of the focus. */
  readonly accent: string;
  /** The same under the pointer, and of words on the wash. */
  readonly strong: string;
  readonly line: string;
  readonly wash: string;
  /** Of words on the accent. */
  readonly on: string;
}
export type Accent = Readonly<Record<Ground, Shades>>;

/** Of text to its ground (WCAG 2.2, success criterion 1.4.3). What it asks of controls and of the focus is less. */
export const LEAST_CONTRAST = 4.5;

/** What a colour is moved to that has to be moved. One with little hue looks switched off unless it stands out more. */
const AIM = { colourful: 4.6, colourless: 7 } as const;
const LITTLE_CHROMA = 0.03;
/** Of the registry's own accent; a duller colour has washes and lines that are duller by as much. */
const OWN_CHROMA = 0.14;

/** Where lines and washes lie, and what stands on the accent: lightness and most chroma. */
const TINTS = {
  light: { line: [0.84, 0.055], wash: [0.966, 0.018], on: [1, 0] },
  dark: { line: [0.42, 0.08], wash: [0.26, 0.045], on: [0.18, 0.03] },
} as const satisfies Record<Ground, Record<'line' | 'wash' | 'on', readonly [number, number]>>;

/** Away from the ground: darker on light, lighter on dark. */
const AWAY = { light: -1, dark: 1 } as const satisfies Record<Ground, number>;
const STEP = 0.004;
/** How much lightness tells what is under the pointer; where there is no more, as much the other way that it shows. */
const HOVER = { further: 0.08, back: 0.24 } as const;

const oklch = converter('oklch');

/**
 * The colours that follow from an accent. On each ground it stays exactly as asked where all text in it can be read; or
 * else it moves away from the ground, no further than needed, with its hue and as much chroma as screens can show.
 *
 * @param asked `#0a5bd3`
 */
export function accentFrom(asked: string): Accent {
  const colour = oklch(asked);
  if (!colour) throw new Error('An accent is a colour in hexadecimal digits.');
  return { light: shadesOn('light', colour, asked), dark: shadesOn('dark', colour, asked) };
}

/** The grounds on which the accent is not shown as it was asked for. */
export function movedOn(asked: string): Ground[] {
  const shades = accentFrom(asked);
  return GROUNDS.filter((ground) => shades[ground].accent !== asked);
}

/** The least contrast of a colour to the grounds of a scheme. */
export function contrastOn(ground: Ground, colour: string, wash: string): number {
  return contrastWithAll(colour, [...GROUND_COLOURS[ground], wash]);
}

/** The least contrast of a colour to others (WCAG 2.2, contrast ratio). */
export function contrastWithAll(colour: string, others: readonly string[]): number {
  return Math.min(...others.map((other) => wcagContrast(colour, other)));
}

function shadesOn(ground: Ground, asked: Oklch, hex: string): Shades {
  const { line, wash, on } = TINTS[ground];
  const washHex = tint(asked, wash);
  const isReadable = contrastOn(ground, hex, washHex) >= LEAST_CONTRAST;
  const accent = isReadable ? asked : movedAway(ground, asked, washHex);
  return {
    accent: isReadable ? hex : shown(accent),
    strong: shown(stronger(ground, accent)),
    line: tint(asked, line),
    wash: washHex,
    on: tint(asked, on),
  };
}

function movedAway(ground: Ground, asked: Oklch, wash: string): Oklch {
  const aim = asked.c < LITTLE_CHROMA ? AIM.colourless : AIM.colourful;
  let moved = asked;
  while (contrastOn(ground, shown(moved), wash) < aim) moved = { ...moved, l: moved.l + AWAY[ground] * STEP };
  return moved;
}

/** Further from the ground; a colour that is at the end of the scale already comes back a little. */
function stronger(ground: Ground, accent: Oklch): Oklch {
  const further = accent.l + AWAY[ground] * HOVER.further;
  const isOver = further < 0.12 || further > 0.98;
  return { ...accent, l: isOver ? accent.l - AWAY[ground] * HOVER.back : further };
}

function tint({ c, h }: Oklch, [l, most]: readonly [number, number]): string {
  const chroma = most * Math.min(1, c / OWN_CHROMA);
  return shown({ mode: 'oklch', l, c: chroma, ...(h !== undefined && { h }) });
}

/** As a screen shows it: what is outside of its colours loses chroma, and keeps hue and lightness. */
function shown(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}
