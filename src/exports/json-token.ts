/**
 * The next token of a JSON text (RFC 8259), after the white space before it: a string, another literal, or a sign. Where
 * it is to be looked for is in `lastIndex`.
 */
export function jsonToken(): RegExp {
  return /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/gy;
}
