/** What a request asks for, cut in two: a path that is safe to look up, and what stands after the question mark. */
export interface Target {
  /** The path as it was sent. */
  readonly raw: string;
  /** The path with its percent-encoding undone: plain segments between single slashes. */
  readonly path: string;
  readonly query: string;
}

/** A request target that is not looked up at all: 400 when it is malformed, 404 when nothing can be there. */
export interface BadTarget {
  readonly status: 400 | 404;
}

// A proxy may name the host too; PUBLIC_URL decides what the host is, not the request.
const ABSOLUTE = /^https?:\/\/[^/?#]+/i;
const PRINTABLE = /^[\x21-\x7e]+$/;
// Whole segments of harmless characters between single slashes: no `//` that a browser takes for another host.
const PLAIN = /^\/(?:[\w.~!$&'()*+,;=:@-]+(?:\/[\w.~!$&'()*+,;=:@-]+)*\/?)?$/;
const CLIMBING = /\/\.{1,2}(?:\/|$)/;
// Once decoded, a slash inside a segment could no longer be told from one between segments.
const ENCODED_SLASH = /%2f/i;

/**
 * Cuts a request target (RFC 9112, section 3.2). Percent-encoding is undone once in the path; what then has other
 * characters than addresses here are made of exists nowhere.
 */
export function readTarget(target: string): Target | BadTarget {
  if (!PRINTABLE.test(target) || /[#\\]/.test(target)) return { status: 400 };
  const local = withoutOrigin(target);
  const mark = local.indexOf('?');
  const raw = mark < 0 ? local : local.slice(0, mark);
  const path = decoded(raw);
  if (path === undefined) return { status: 400 };
  if (ENCODED_SLASH.test(raw) || !PLAIN.test(path) || CLIMBING.test(path)) return { status: 404 };
  return { raw, path, query: mark < 0 ? '' : local.slice(mark + 1) };
}

/** The target as it stands on this host: with the path it has, or that of the whole host where it names no more. */
export function withoutOrigin(target: string): string {
  const local = target.replace(ABSOLUTE, '');
  return local === target || local.startsWith('/') ? local : `/${local}`;
}

/** The path with its percent-encoding undone; undefined when it is no path, or what it encodes is no text. */
function decoded(raw: string): string | undefined {
  if (!raw.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(raw);
    return /\p{Cc}/u.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
