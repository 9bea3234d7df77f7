import { jsonToken } from './json-token.ts';

/** What may come next: a value, a name, what stands between; `close` where an end may stand too. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing';

/**
 * Where a text that is no JSON (RFC 8259) ceases to be any: the offset of the first token that cannot stand there. The
 * platform's parser tells that only sometimes.
 */
export function jsonFaultAt(text: string): number {
  const token = jsonToken();
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let offset = 0; ;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    const start = offset + (/^[ \t\n\r]*/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0);
    const next: Expected | undefined = match ? after(expected, match, open) : undefined;
    if (!match || next === undefined) return start;
    expected = next;
    offset = token.lastIndex;
  }
}

/** What is expected after the token, or undefined when it cannot stand where `expected` was. */
function after(
  expected: Expected,
  [, string, literal, sign]: RegExpExecArray,
  open: ('{' | '[')[],
): Expected | undefined {
  if (expected === 'nothing') return undefined;
  if (sign === undefined) {
    if (expected.startsWith('value')) return rest(open);
    return string !== undefined && literal === undefined && expected.startsWith('name') ? ':' : undefined;
  }
  if (expected.startsWith('value') && (sign === '{' || sign === '[')) {
    open.push(sign);
    return sign === '{' ? 'name or }' : 'value or ]';
  }
  if (sign === ':') return expected === ':' ? 'value' : undefined;
  if (sign === ',' && expected === ', or end') return open.at(-1) === '{' ? 'name' : 'value';
  return closes(expected, sign, open.at(-1)) ? (open.pop(), rest(open)) : undefined;
}

function closes(expected: Expected, sign: string, opened: '{' | '[' | undefined): boolean {
  if (sign === '}') return opened === '{' && (expected === 'name or }' || expected === ', or end');
  return sign === ']' && opened === '[' && (expected === 'value or ]' || expected === ', or end');
}

function rest(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : ', or end';
}
