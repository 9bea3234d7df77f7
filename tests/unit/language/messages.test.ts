import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import dutch from '../../../content/messages/nl.json' with { type: 'json' };
import english from '../../../content/messages/en.json' with { type: 'json' };

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro)$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Keys that the program puts together: what stands before and after each value. */
const families = [...source.matchAll(/`([a-z-]+\.[^`\s]*\$\{[^`]+)`/g)].map(([, template = '']) => {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\S+')}$`);
});

test('no message is kept that nothing says any more', () => {
  const unsaid = Object.keys(english).filter(
    (key) => !source.includes(`'${key}'`) && !families.some((family) => family.test(key)),
  );
  expect(unsaid).toEqual([]);
});

test('every message is there in both languages', () => {
  expect(Object.keys(dutch)).toEqual(Object.keys(english));
});

test('the Dutch messages have one word for each concept', () => {
  const others: readonly (readonly [RegExp, string])[] = [
    [/\bcontract(en)?\b/i, 'overeenkomst'],
    [/aankondigingstermijn/i, 'kennisgevingstermijn'],
    [/\bgepland/i, 'voorgenomen'],
    [/\bverteld\b/i, 'meegedeeld'],
    [/koppeling/i, 'link'],
    [/\bpostbus|\bmailbox/i, 'e-mailadres'],
    [/(?<![/:])\bsubprocessor|sub-verwerker/i, 'subverwerker'],
    [/retentie/i, 'bewaartermijn'],
    [/\b(je|jij|jouw|jullie)\b|u heeft/i, 'u hebt, uw'],
    [/[“”"]/, '‘ and ’'],
  ];
  const found = Object.entries(dutch).flatMap(([key, message]) => {
    const text = message.replace(/\{\w+\}/g, '');
    return others.filter(([word]) => word.test(text)).map(([, right]) => `${key}: ${right}`);
  });
  expect(found).toEqual([]);
});

test('no message names an article: those stand in legal.yaml', () => {
  for (const messages of [english, dutch])
    for (const [key, message] of Object.entries(messages))
      expect(message, key).not.toMatch(/\b(art\.|artikel|article|clause|clausule|lid) ?\d/i);
});
