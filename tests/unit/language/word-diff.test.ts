import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactionMark } from '../../../src/domain/text.ts';
import { wordDiff, type WordRun } from '../../../src/language/word-diff.ts';

/** The runs as they are read: `[-struck-]`, `{+added+}`. */
function read(runs: readonly WordRun[] | undefined): string | undefined {
  return runs
    ?.map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('');
}

function without(runs: readonly WordRun[], kind: WordRun['kind']): string {
  return runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
}

describe('words struck and added inside a text', () => {
  it('are marked where they stand', () => {
    expect(read(wordDiff('Sending messages to customers', 'Sending e-mail to customers', 'en'))).toBe(
      'Sending [-messages-]{+e-mail+} to customers',
    );
  });

  it('are one run where they follow one another', () => {
    const before = 'Storing the uploaded files of all users for as long as they want';
    const after = 'Storing some downloaded pictures of all users for as long as they want';
    expect(read(wordDiff(before, after, 'en'))).toBe(
      'Storing [-the uploaded files-]{+some downloaded pictures+} of all users for as long as they want',
    );
  });

  it('are told apart in languages without spaces', () => {
    expect(read(wordDiff('我们向客户发送消息', '我们向客户发送邮件', 'zh'))).toBe(
      '我们向客户发送[-消息-]{+邮件+}',
    );
  });

  it('do not matter where most of the text is another', () => {
    expect(wordDiff('Sending newsletters', 'Hosting of the database and its backups', 'en')).toBeUndefined();
  });

  it('are not looked for in a text from which something was taken out', () => {
    const mark = redactionMark('2026-05-01');
    expect(wordDiff(`Hosting; ask ${mark}`, 'Hosting; ask the office', 'en')).toBeUndefined();
  });

  it('need no language that the platform knows', () => {
    expect(read(wordDiff('one two three', 'one two four', 'en-aa-bb-cc'))).toBe('one two [-three-]{+four+}');
  });

  it('give the text before without what was added, and the text after without what was struck', () => {
    const words = fc.array(
      fc.constantFrom('data', 'of', 'the', 'customers', ',', '.', ' ', '\n', 'é', '<b>'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const runs = wordDiff(before, after, 'en');
        if (!runs) return;
        expect(without(runs, 'added')).toBe(before);
        expect(without(runs, 'removed')).toBe(after);
      }),
    );
  });

  it('are found at once in a long text, or given up', () => {
    const text = (seed: number): string =>
      Array.from({ length: 3500 }, (_, n) => `word${String((n * seed) % 997)}`)
        .join(' ')
        .slice(0, 20_000);
    const began = performance.now();
    wordDiff(text(7), text(11), 'en');
    wordDiff(text(7), `${text(7)} more`, 'en');
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
