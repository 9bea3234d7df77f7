import type { IntlMessageFormat } from 'intl-messageformat';
import type { Message } from './catalogue.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The names of the arguments a message asks for, sorted and joined: `count, name`. */
export function argumentsOf(message: Message): string {
  if (typeof message === 'string') return '';
  return [...new Set(message.getAst().flatMap(namesIn))].sort().join(', ');
}

// Kinds of element in the syntax tree of an ICU message: 0 is plain text, 7 the number sign of a plural.
const PLAIN: readonly number[] = [0, 7];

function namesIn(element: Element): string[] {
  if (PLAIN.includes(element.type)) return [];
  const options = 'options' in element ? Object.values(element.options) : [];
  const nested = options.flatMap((option) => option.value.flatMap(namesIn));
  return 'value' in element ? [element.value, ...nested] : nested;
}
