/** The initials that stand for a third party beside its name, and the ground they stand on: never without the name. */
export interface PartyMark {
  readonly text: string;
  readonly hue: Hue;
}

/** Grounds of marks, as the style sheet numbers them. */
export const HUES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Hue = (typeof HUES)[number];

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * @param id the ground comes from it, so that it stays when the name changes
 * @param name as the page shows it: `Amazon S3` has the initials `AS`, `四川 Cloud` has `四C`
 */
export function partyMark(id: string, name: string): PartyMark {
  return { text: initialsOf(name), hue: hueOf(id) };
}

/** What the first two words begin with; signs at the beginning of a word are passed over, words of signs alone too. */
function initialsOf(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => firstGrapheme(word.replace(/^[^\p{L}\p{N}]+/u, '').toUpperCase()))
    .filter((initial) => initial !== '')
    .slice(0, 2)
    .join('');
}

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}

/** FNV-1a over the id: the same on every machine, in every edition. */
function hueOf(id: string): Hue {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return HUES[hash % HUES.length] ?? 1;
}
