import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

/** A path in a JSON file: names and positions. */
export type JsonPath = readonly (string | number)[];

/** Where in a text something is, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A JSON text by places. YAML 1.2 includes JSON, and its reader remembers where everything stood. */
export class JsonPlaces {
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, schema: 'json' });
  }

  /** The place of what stands at the path, or of the nearest thing around it that exists. */
  placeOf(path: JsonPath): TextPlace {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#place(node.range[0]);
    }
    return { line: 1, column: 1 };
  }

  /** Places of names that stand twice in one object: JSON readers keep only the last, so nobody would notice. */
  repeatedNames(): TextPlace[] {
    return this.#document.errors
      .filter(({ code }) => code === 'DUPLICATE_KEY')
      .map(({ pos }) => this.#place(pos[0]));
  }

  #place(offset: number): TextPlace {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }
}

const NAME_OR_STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** Whether some object in the JSON text has a name twice. Quick: the places are looked up only if it has. */
export function hasRepeatedNames(text: string, value: unknown): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(NAME_OR_STRING)) if (colon !== undefined) written++;
  return written !== namesIn(value);
}

function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members = Object.values(value).reduce<number>((sum, member) => sum + namesIn(member), 0);
  return members + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** The path as a JSON pointer (RFC 6901): `/thirdParties/3/name`. The whole file is the empty text. */
export function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
