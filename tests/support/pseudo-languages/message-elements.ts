import { IntlMessageFormat } from 'intl-messageformat';

/** A part of an ICU message. */
export type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** A part that chooses between branches. */
export type Branching = Extract<Element, { options: unknown }>;

/** Words between arguments: of the kinds of parts of a message it is number 0. */
export function isText(element: Element): boolean {
  const kind: number = element.type;
  return kind === 0;
}

/** All parts of a message, those within branches too. */
export function elementsOf(message: string): Element[] {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst().flatMap(withBranches);
}

function withBranches(element: Element): Element[] {
  if (!('options' in element)) return [element];
  return [element, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(withBranches))];
}
