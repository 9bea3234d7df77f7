import { IntlMessageFormat } from 'intl-messageformat';
import { isText, type Branching, type Element } from './message-elements.ts';

type Option = Branching['options'][string];

/** What a pseudo-language does to words of English, and the locale whose plurals it has. */
export interface Pseudo {
  readonly locale: string;
  readonly words: (text: string) => string;
}

/**
 * An English message (ICU MessageFormat) with other words and the same arguments and branches; its plurals get a branch
 * for every category of the locale.
 */
export function pseudoMessage(message: string, pseudo: Pseudo): string {
  const elements = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  return printed(elements, pseudo, false);
}

function printed(elements: readonly Element[], pseudo: Pseudo, inPlural: boolean): string {
  return elements.map((element) => printedOne(element, pseudo, inPlural)).join('');
}

function printedOne(element: Element, pseudo: Pseudo, inPlural: boolean): string {
  if ('pluralType' in element)
    return `{${element.value}, plural, ${branches(allCategories(element.options, pseudo.locale), pseudo, true)}}`;
  if ('options' in element)
    return `{${element.value}, select, ${branches(element.options, pseudo, inPlural)}}`;
  // What has neither branches nor a value is the number sign of a plural.
  if (!('value' in element)) return '#';
  if (isText(element)) return quoted(pseudo.words(element.value), inPlural);
  return 'style' in element ? `{${element.value}, number}` : `{${element.value}}`;
}

function branches(options: Readonly<Record<string, Option>>, pseudo: Pseudo, inPlural: boolean): string {
  return Object.entries(options)
    .map(([name, { value }]) => `${name} {${printed(value, pseudo, inPlural)}}`)
    .join(' ');
}

function allCategories(options: Readonly<Record<string, Option>>, locale: string): Record<string, Option> {
  const other = options['other'];
  if (!other) throw new RangeError('A plural has a branch for all other numbers.');
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return { ...Object.fromEntries(categories.map((category) => [category, other])), ...options };
}

/** Braces, and in a plural the number sign, are written in apostrophes where they are meant as such. */
function quoted(text: string, inPlural: boolean): string {
  return text
    .replaceAll("'", "''")
    .replaceAll(/[{}]/g, "'$&'")
    .replaceAll('#', inPlural ? "'#'" : '#');
}
