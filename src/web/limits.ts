/** No form and no file that anybody needs to send is larger, in bytes. */
export const LARGEST_BODY = 1024 * 1024;

/** No address here comes near it, in characters. */
export const LONGEST_TARGET = 16 * 1024;

/**
 * All headers of a request with its first line, in bytes. Larger than the longest address, so that an address that is
 * too long can still be told from headers that are.
 */
export const LARGEST_HEAD = 48 * 1024;

/** In milliseconds. */
export const TIMES = {
  /** For the headers of a request to arrive. */
  headers: 15_000,
  /** For a whole request to arrive. */
  request: 30_000,
  /** For the next request on an idle connection: longer than proxies usually keep theirs, who would else meet a closed one. */
  keepAlive: 65_000,
  /** Between two looks at the above. */
  look: 5_000,
  /** For what a refused reader is still sending. */
  lingering: 2_000,
  /** For open requests when the server stops. */
  farewell: 10_000,
} as const;

/** Connections at once. Requests on one of them are not counted: each is bounded by itself. */
export const MOST_CONNECTIONS = 10_000;
