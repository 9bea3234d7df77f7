import { diffArrays } from 'diff';
import { isRedacted } from '../domain/text.ts';

/** A stretch of text that stayed, was struck or was added. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

// Beyond this many words struck and added a comparison word by word is slow to make and tells a reader nothing.
const MOST_EDITS = 400;
const LEAST_KEPT = 0.4;

/**
 * What was struck and added inside a text: without the added runs it is the text before, without the removed ones the text
 * after. Undefined where that would not read well: most of the text is another, or something was redacted in it.
 *
 * @param language of the text (BCP 47): it decides where words begin and end
 */
export function wordDiff(before: string, after: string, language: string): readonly WordRun[] | undefined {
  if (isRedacted(before) || isRedacted(after)) return undefined;
  const [old, now] = [wordsOf(before, language), wordsOf(after, language)];
  const longest = Math.max(before.length, after.length);
  const isOther = (kept: number): boolean => kept < longest * LEAST_KEPT;
  if (isOther(mostKept(old, now))) return undefined;
  const changes = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  if (!changes) return undefined;
  const runs = runsOf(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  );
  const kept = runs.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return isOther(kept) ? undefined : runs;
}

/** As many characters as could be kept, were order no matter: tells at once that a text is another. */
function mostKept(old: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of old) left.set(word, (left.get(word) ?? 0) + 1);
  let kept = 0;
  for (const word of now) {
    const there = left.get(word) ?? 0;
    if (there === 0) continue;
    left.set(word, there - 1);
    kept += word.length;
  }
  return kept;
}

interface Block {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

/** Runs as they are read: words struck one after the other are one run, though a space that stayed stands between them. */
function runsOf(runs: readonly WordRun[]): WordRun[] {
  return joined(blocksOf(runs)).flatMap(({ same, removed, added }): WordRun[] => [
    ...run('same', same),
    ...run('removed', removed),
    ...run('added', added),
  ]);
}

function run(kind: WordRun['kind'], text: string): WordRun[] {
  return text === '' ? [] : [{ kind, text }];
}

/** Each block is what stayed, and what was struck and added right after it. */
function blocksOf(runs: readonly WordRun[]): Block[] {
  const blocks: Block[] = [];
  for (const { kind, text } of runs) {
    const last = blocks.at(-1);
    if (kind === 'same' || !last) blocks.push({ same: '', removed: '', added: '', [kind]: text });
    else blocks[blocks.length - 1] = { ...last, [kind]: last[kind] + text };
  }
  return blocks;
}

function joined(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last && isBetweenWords(last, block)) found[found.length - 1] = together(last, block);
    else found.push(block);
  }
  return found;
}

/** Whether nothing but white space stands between two exchanges of words. */
function isBetweenWords(last: Block, { same, removed, added }: Block): boolean {
  const [struck, put] = [last.removed + removed, last.added + added];
  const changes = last.removed + last.added !== '' && removed + added !== '';
  return changes && same.trim() === '' && struck.trim() !== '' && put.trim() !== '';
}

function together(last: Block, { same, removed, added }: Block): Block {
  return { same: last.same, removed: last.removed + same + removed, added: last.added + same + added };
}

const segmenters = new Map<string, Intl.Segmenter>();

function wordsOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = segmenterFor(language)));
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A tag may be well formed and still none that the platform takes: words are then told apart as anywhere. */
function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
