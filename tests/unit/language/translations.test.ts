import { describe, expect, it, test } from 'vitest';
import dutch from '../../../content/messages/nl.json' with { type: 'json' };
import english from '../../../content/messages/en.json' with { type: 'json' };
import { loadContent } from '../../../src/content.ts';
import { elementsOf, isText, type Branching } from '../../support/pseudo-languages/message-elements.ts';

const languages = { en: english, nl: dutch } as const satisfies Record<string, Record<string, string>>;
const pairs = (Object.keys(english) as (keyof typeof english)[]).map(
  (key) => [key, english[key], dutch[key]] as const,
);

/** What stands between the arguments and branches of a message. */
function wordsOf(message: string): string {
  return elementsOf(message)
    .flatMap((element) => (isText(element) && 'value' in element ? [element.value] : []))
    .join(' ');
}

function branchingsIn(message: string): Branching[] {
  return elementsOf(message).filter((element) => 'options' in element);
}

/** Whether the number itself is told, by its sign, in the branch for all other numbers. */
function tellsNumber({ options }: Branching): boolean {
  return options['other']?.value.some((element) => !('value' in element)) === true;
}

/** Words that Dutch and English share, and names that are not translated. */
const SHARED = new Set([
  ...['Actor', 'Browser', 'Contact', 'Dossier', 'Filters', 'Hash', 'Id', 'id', 'Logo', 'Menu', 'Open'],
  ...['Register', 'Status', 'Website', 'module', 'modules', 'Moment (UTC)'],
  ...['CSV', 'JSON', 'JSON Schema', 'Data Privacy Framework', 'privacy@example.com', 'ltr'],
]);

test('no message is left in English', () => {
  const untranslated = pairs.filter(([, en, nl]) => {
    const words = wordsOf(nl).trim();
    return en === nl && /\p{L}/u.test(words) && !words.split(/\s{2,}/).every((word) => SHARED.has(word));
  });
  expect(untranslated.map(([key]) => key)).toEqual([]);
});

test('no Dutch message has an English word in it', () => {
  const foreign =
    /\b(the|and|for|with|this|that|from|your|you|are|not|which|has|have|changes|notice|party|safeguard)\b/i;
  const found = pairs.filter(([key, , nl]) => !key.startsWith('llms.') && foreign.test(wordsOf(nl)));
  expect(found.map(([key]) => key)).toEqual([]);
});

test('every message chooses between the same cases in both languages', () => {
  const casesOf = (message: string): string[] =>
    branchingsIn(message)
      .filter((element) => !('pluralType' in element))
      .map(({ value, options }) => `${value}: ${Object.keys(options).sort().join(' ')}`)
      .sort();
  // Dutch and English give articles to other countries.
  for (const [key, en, nl] of pairs)
    if (key !== 'place.in-country') expect(casesOf(nl), key).toEqual(casesOf(en));
});

describe.each(Object.entries(languages))('the messages in %s', (language, messages) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const all = Object.entries<string>(messages);

  it('count with every plural of the language wherever they tell the number', () => {
    for (const [key, message] of all)
      for (const branching of branchingsIn(message))
        if ('pluralType' in branching && tellsNumber(branching))
          expect(Object.keys(branching.options), key).toEqual(expect.arrayContaining(categories));
  });

  it('have the quotation marks and apostrophes of print, and no space too many', () => {
    for (const [key, message] of all) {
      expect(message, key).not.toMatch(/["']| {2}|\.{3}|\n/);
      if (key !== 'general.separator') expect(message, key).toBe(message.trim());
    }
  });
});

test('a sentence in one language is a sentence in the other', () => {
  const endOf = (message: string): string => /[.:?!…]$/.exec(message)?.[0] ?? '';
  for (const [key, en, nl] of pairs) expect(endOf(nl), key).toBe(endOf(en));
});

test('every label of the reference data is told in both languages, and none in the words of the other', () => {
  const { vocabularies, dataGroups, legal, vendors } = loadContent();
  const labels = [
    ...vocabularies.data.values(),
    ...vocabularies.subjects.values(),
    ...dataGroups.map(({ label }) => label),
    ...[...legal.values()].flatMap(({ label, citation, instrument }) => [label, citation, instrument]),
    ...[...vendors.values()].flatMap(({ category }) => [category.label, category.purpose]),
  ];
  for (const label of labels) {
    expect(Object.keys(label).sort()).toEqual(['en', 'nl']);
    expect(label['nl']).not.toMatch(/["']|\b(the|and|with|of the|data subject|personal data)\b/i);
  }
});
