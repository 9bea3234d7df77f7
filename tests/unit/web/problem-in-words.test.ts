import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import { wordsFor } from '../../../src/language/words.ts';
import type { QueryFault } from '../../../src/web/parameters.ts';
import { troubleInWords } from '../../../src/web/problem-in-words.ts';
import type { Trouble } from '../../../src/web/render.ts';

const content = loadContent();

function told(trouble: Omit<Trouble, 'editions'>, language = 'en', editions = 6): string {
  return troubleInWords({ ...trouble, editions }, wordsFor(content, language));
}

describe('a request without an answer', () => {
  it.each<[QueryFault, RegExp]>([
    ['day', /“on” .*YYYY-MM-DD/],
    ['edition', /“on” .*1 to 6/],
    ['repeated', /“on” .*once/],
    ['unknown', /“on” .*a, b/],
    ['too-long', /“on” .*long/],
    ['text', /“on”/],
    ['month', /“on” .*YYYY-MM, such as 2026-01/],
    ['page', /“on” .*page/],
  ])('is told what is wrong with its query: %s', (fault, sentence) => {
    expect(told({ status: 400, query: { parameter: 'on', fault, values: ['a', 'b'] } })).toMatch(sentence);
  });

  it('is told up to which edition it may ask, where that is not the last', () => {
    const query = { parameter: 'since', fault: 'edition', values: [], last: 2 } as const;
    expect(told({ status: 400, query })).toMatch(/“since” .*1 to 2/);
  });

  it('is told so in the language of the page', () => {
    const query = { parameter: 'on', fault: 'day', values: [] } as const;
    expect(told({ status: 400, query }, 'nl')).toMatch(/YYYY-MM-DD|JJJJ-MM-DD/);
    for (const status of [400, 404] as const) expect(told({ status }, 'nl')).not.toBe(told({ status }));
  });

  it('is not told of editions where there are none', () => {
    const query = { parameter: 'edition', fault: 'edition', values: [] } as const;
    expect(told({ status: 400, query }, 'en', 0)).toMatch(/“edition” (?!.*\d)/);
  });

  it('is not told of a last edition before the first', () => {
    const missing = { missing: 'edition', id: '1' } as const;
    expect(told({ status: 404, missing }, 'en', 0)).toBe(told({ status: 404 }));
  });

  it('gets no more values than anybody reads', () => {
    const values = Array.from({ length: 1000 }, (_, n) => `v${String(n)}`);
    const query = { parameter: 'data', fault: 'unknown', values } as const;
    expect(told({ status: 400, query })).toMatch(/v38, v39, …\.$/);
  });

  it('is told which thing is missing, unless what it asked for can be no id', () => {
    expect(told({ status: 404, missing: { missing: 'third-party', id: 'sentrie' } })).toContain('“sentrie”');
    expect(told({ status: 404, missing: { missing: 'edition', id: '7' } })).toMatch(/7.*6/);
    for (const id of ['seven', '01', '-1', '9999999999'])
      expect(told({ status: 404, missing: { missing: 'edition', id } })).toBe(told({ status: 404 }));
    expect(told({ status: 404, missing: { missing: 'third-party', id: 'x'.repeat(5000) } })).toBe(
      told({ status: 404 }),
    );
  });
});
