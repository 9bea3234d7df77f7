import type { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

// Unicode Standard Annex #9. What stands between a first strong isolate and its end has a direction of its own; and a
// right-to-left mark gives its direction to a message that has no letter outside of them.
const BEGIN = '\u2068';
const END = '\u2069';
const RIGHT_TO_LEFT = '\u200F';

/**
 * A message of a language from right to left whose arguments keep to themselves: a name in Latin letters in an Arabic
 * sentence does not draw the words and full stops around it to its side.
 */
export function isolated(elements: readonly Element[]): Element[] {
  return [text(RIGHT_TO_LEFT), ...argumentsIsolated(elements)];
}

function argumentsIsolated(elements: readonly Element[]): Element[] {
  return elements.flatMap((element): Element[] => {
    if ('options' in element) return [withOptionsIsolated(element)];
    const kind: number = element.type;
    return kind === ARGUMENT ? [text(BEGIN), element, text(END)] : [element];
  });
}

// Kinds of element in the syntax tree of an ICU message.
const TEXT = 0;
const ARGUMENT = 1;

function text(value: string): Element {
  return { type: TEXT, value };
}

function withOptionsIsolated<Choice extends Extract<Element, { options: unknown }>>(element: Choice): Choice {
  const options = Object.entries(element.options).map(([name, { value, ...rest }]) => [
    name,
    { ...rest, value: argumentsIsolated(value) },
  ]);
  return { ...element, options: Object.fromEntries(options) as Choice['options'] };
}
