import type { Text } from '../domain/text.ts';
import { xmlElement, type XmlElement } from './xml-element.ts';

/** One element a language; `und` where the text reads the same in every language. */
export function textElements(name: string, text: Text | undefined = {}): XmlElement[] {
  return Object.entries(text)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, words]) => xmlElement(name, { 'xml:lang': language }, words));
}
