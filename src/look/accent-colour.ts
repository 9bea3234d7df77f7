/**
 * A colour as people write it: `#0A5BD3`, `0a5bd3`, `#05c`.
 *
 * @returns `#0a5bd3`; undefined for what is no colour in hexadecimal digits
 */
export function readColour(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replaceAll(/./g, '$&$&')}`;
}
