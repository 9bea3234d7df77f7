import { jsonToken } from './json-token.ts';

/** A path in a JSON file: names and positions. */
export type JsonPath = readonly (string | number)[];

/** Where in a text something is, both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A value of the text: where it begins, and what is in it by name or position. */
interface Placed {
  readonly offset: number;
  readonly members?: Map<string, Placed>;
  readonly isList?: boolean;
  /** The name that was read last and has no value yet. */
  name?: string | undefined;
}

/** A JSON text by places. It is read once, in a time that grows with its length alone, whatever stands in it. */
export class JsonPlaces {
  readonly #root: Placed | undefined;
  readonly #repeated: number[] = [];
  readonly #lineStarts: readonly number[];

  /** @param text that is JSON */
  constructor(text: string) {
    this.#lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    this.#root = this.#read(text);
  }

  /** The place of what stands at the path, or of the nearest thing around it that exists. */
  placeOf(path: JsonPath): TextPlace {
    let nearest = this.#root;
    for (const step of path) {
      const inner = nearest?.members?.get(String(step));
      if (!inner) break;
      nearest = inner;
    }
    return this.#place(nearest?.offset ?? 0);
  }

  /** Places of names that stand twice in one object: JSON readers keep only the last, so nobody would notice. */
  repeatedNames(): TextPlace[] {
    return this.#repeated.map((offset) => this.#place(offset));
  }

  #read(text: string): Placed | undefined {
    const open: Placed[] = [];
    let root: Placed | undefined;
    for (const { 0: token, 1: string, 3: sign, index } of text.matchAll(jsonToken())) {
      if (sign === ',' || sign === ':') continue;
      if (sign === '}' || sign === ']') {
        open.pop();
        continue;
      }
      const holder = open.at(-1);
      const offset = index + token.length - (string ?? token.trimStart()).length;
      if (holder?.isList === false && holder.name === undefined) this.#name(holder, offset, string ?? '""');
      else {
        const value = placed(offset, sign);
        root ??= value;
        if (holder) put(holder, value);
        if (sign !== undefined) open.push(value);
      }
    }
    return root;
  }

  #name(holder: Placed, offset: number, string: string): void {
    holder.name = JSON.parse(string) as string;
    if (holder.members?.has(holder.name)) this.#repeated.push(offset);
  }

  #place(offset: number): TextPlace {
    const line = lastUpTo(this.#lineStarts, offset);
    return { line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1 };
  }
}

/** The position of the last of the numbers, which rise from 0, that is no larger than the limit. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function placed(offset: number, sign: string | undefined): Placed {
  return sign === undefined ? { offset } : { offset, members: new Map(), isList: sign === '[' };
}

function put(holder: Placed, value: Placed): void {
  const { members = new Map<string, Placed>(), name = String(members.size) } = holder;
  if (!members.has(name)) members.set(name, value);
  holder.name = undefined;
}

/** The path as a JSON pointer (RFC 6901): `/thirdParties/3/name`. The whole file is the empty text. */
export function jsonPointer(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
