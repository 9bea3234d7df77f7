import canonicalize from 'canonicalize';

/** A JSON value, read only: what a ledger payload is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical JSON text of a value (RFC 8785, JSON Canonicalization Scheme): keys sorted, no white space.
 * Two values are the same to the registry exactly when their canonical texts are.
 *
 * @throws TypeError when the value is not JSON (undefined, NaN, a function, a lone surrogate).
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical text.');
  return text;
}

/** Whether the value has a canonical text at all. */
export function isCanonical(value: unknown): boolean {
  try {
    canonical(value);
    return true;
  } catch {
    return false;
  }
}

/** Whether lists and objects stand in one another deeper than that many times. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}

export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}
