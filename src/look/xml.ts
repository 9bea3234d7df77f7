import { LogoError } from './logo-error.ts';

/** An element as it begins, with the names of its attributes as they are written. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What is told of a document, in the order in which it stands there. */
export interface XmlReader {
  begins(element: Element): void;
  /** Text, with its references resolved, inside of the element of that name. */
  says(text: string, within: string): void;
}

const SPACE = String.raw`[ \t\r\n]`;
const NAME = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const EQUALS = String.raw`${SPACE}*=${SPACE}*`;
// Of another encoding browsers would read other words than stand here.
const DECLARATION = new RegExp(
  String.raw`<\?xml${SPACE}+version${EQUALS}["']1\.0["'](?:${SPACE}+encoding${EQUALS}["']utf-8["'])?(?:${SPACE}+standalone${EQUALS}["'](?:yes|no)["'])?${SPACE}*\?>`,
  'yi',
);
const COMMENT = /<!--(?:[^-]|-(?!-))*-->/y;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const TEXT = /[^<]+/y;
const END = new RegExp(String.raw`</(${NAME})${SPACE}*>`, 'y');
const BEGIN = new RegExp(
  String.raw`<(${NAME})((?:${SPACE}+${NAME}${EQUALS}(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
  'y',
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})${EQUALS}(?:"([^"]*)"|'([^']*)')`, 'g');

/**
 * Reads a document and tells what is in it. Stricter than XML: no document type, so no entities of one's own, and no
 * instructions but the declaration at the start. For files of some kilobytes.
 *
 * @throws LogoError `svg-broken` for what is not well-formed, `svg-forbidden` for what is not read here
 */
export function readXml(text: string, reader: XmlReader): void {
  const open: string[] = [];
  let at = matchAt(DECLARATION, text, 0)?.[0].length ?? 0;
  let roots = 0;
  while (at < text.length) {
    const comment = matchAt(COMMENT, text, at);
    const found = comment ?? matchAt(CDATA, text, at) ?? matchAt(TEXT, text, at);
    if (found && !comment) say(found, open.at(-1), reader);
    const tag = found ?? matchAt(END, text, at) ?? matchAt(BEGIN, text, at);
    if (!tag) throw failing(text, at);
    if (!found) roots += pass(tag, open, reader);
    at += tag[0].length;
  }
  if (open.length > 0 || roots !== 1) throw new LogoError('svg-broken', open.at(-1));
}

/** Goes past a tag; returns how many documents began with it. */
function pass(tag: RegExpExecArray, open: string[], reader: XmlReader): number {
  const [whole, name = '', attributes = '', isEmpty] = tag;
  if (whole.startsWith('</')) {
    if (open.pop() !== name) throw new LogoError('svg-broken', whole);
    return 0;
  }
  reader.begins({ name, attributes: attributesIn(attributes) });
  const isRoot = open.length === 0;
  if (isEmpty === '') open.push(name);
  return isRoot ? 1 : 0;
}

function say([whole, inside]: RegExpExecArray, within: string | undefined, reader: XmlReader): void {
  if (within !== undefined) reader.says(inside ?? resolved(whole), within);
  else if (whole.trim() !== '') throw new LogoError('svg-broken', whole.trim());
}

function attributesIn(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [whole, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new LogoError('svg-broken', whole);
    attributes.set(name, resolved(double ?? single ?? ''));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+)?(;?)/g, (whole, name: string | undefined, end) => {
    const character = name === undefined || end === '' ? undefined : (ENTITIES[name] ?? numbered(name));
    if (character === undefined) throw new LogoError('svg-broken', whole);
    return character;
  });
}

function numbered(name: string): string | undefined {
  const code = name.startsWith('#x') ? Number(`0${name.slice(1)}`) : Number(name.slice(1));
  const isCharacter = name.startsWith('#') && code > 0 && code <= 0x10ffff;
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

function failing(text: string, at: number): LogoError {
  const rest = text.slice(at, at + 60);
  return new LogoError(/^<[!?]/.test(rest) ? 'svg-forbidden' : 'svg-broken', rest.split(/[\n>]/, 1)[0]);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
