import type { ReceivedForm } from '../../forms/received-form.ts';
import { LONGEST_FIELD_NAME, MOST_FIELDS } from '../limits.ts';

/** A file that came with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A field as it was sent: its name and its text, or its file. */
export type SentField = readonly [name: string, value: string | SentFile];

/**
 * Makes a form of its fields.
 *
 * @returns undefined when it is none that a browser sends from a page of ours: too many fields, names too long, or text
 *   with half a character or a NUL in it
 */
export function formOf(sent: readonly SentField[]): ReceivedForm | undefined {
  if (sent.length > MOST_FIELDS) return undefined;
  const texts = new Map<string, string[]>();
  const files = new Map<string, SentFile>();
  for (const [name, value] of sent) {
    if (name.length > LONGEST_FIELD_NAME || !isText(name)) return undefined;
    if (typeof value !== 'string') {
      if (value.name !== '' && !files.has(name)) files.set(name, value);
    } else if (isText(value)) add(texts, name, withPlainLines(value));
    else return undefined;
  }
  return received(texts, files);
}

function received(
  texts: ReadonlyMap<string, readonly string[]>,
  files: ReadonlyMap<string, SentFile>,
): ReceivedForm {
  const [, action = '', argument = ''] = /^(\S*)\s*(.*)$/s.exec(texts.get('action')?.[0] ?? '') ?? [];
  return {
    action,
    argument,
    value: (name) => texts.get(name)?.[0] ?? '',
    values: (name) => texts.get(name) ?? [],
    names: () => [...texts.keys()],
    file: (name) => files.get(name),
  };
}

function add(texts: Map<string, string[]>, name: string, value: string): void {
  const there = texts.get(name);
  if (there) there.push(value);
  else texts.set(name, [value]);
}

function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Browsers send the ends of lines as CRLF (HTML, 4.10.21.4); the domain wants LF. */
function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
