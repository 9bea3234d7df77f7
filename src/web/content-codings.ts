import Negotiator from 'negotiator';

/** How bytes may be packed on the way: RFC 9110, section 8.4.1. */
export const CODINGS = ['br', 'gzip', 'identity'] as const;
export type Coding = (typeof CODINGS)[number];

function isCoding(name: string): name is Coding {
  return (CODINGS as readonly string[]).includes(name);
}

const REMEMBERED = 256;
const LONGEST_REMEMBERED = 128;
const IDENTITY_ONLY: readonly Coding[] = ['identity'];
const remembered = new Map<string, readonly Coding[]>();

/**
 * The codings a request accepts, best first; none when it refuses them all. Where it has no preference: the smallest.
 *
 * Browsers send the same few headers: what they mean is remembered, within bounds.
 */
export function codingsFor(acceptEncoding: string | undefined): readonly Coding[] {
  if (acceptEncoding === undefined) return IDENTITY_ONLY;
  return remembered.get(acceptEncoding) ?? remember(acceptEncoding, negotiate(acceptEncoding));
}

// Its types are of a version behind: the second argument came with 1.0.
interface Preferring {
  encodings(available: readonly string[], options: { preferred: readonly string[] }): string[];
}

function negotiate(acceptEncoding: string): readonly Coding[] {
  const request = { headers: { 'accept-encoding': acceptEncoding } };
  const negotiator: Preferring = new Negotiator(request);
  const accepted = negotiator.encodings(CODINGS, { preferred: CODINGS });
  return accepted.filter(isCoding);
}

function remember(acceptEncoding: string, codings: readonly Coding[]): readonly Coding[] {
  if (acceptEncoding.length > LONGEST_REMEMBERED) return codings;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(acceptEncoding, codings);
  return codings;
}
