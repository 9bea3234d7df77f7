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
export interface Times {
  /** For the headers of a request to arrive. */
  readonly headers: number;
  /** For a whole request to arrive. */
  readonly request: number;
  /** For the next request on an idle connection. */
  readonly keepAlive: number;
  /** For an answer to be taken, when nothing of it is. */
  readonly idle: number;
  /** Between two looks at the above. */
  readonly look: number;
}

export const TIMES: Times = {
  headers: 15_000,
  request: 30_000,
  // Longer than proxies usually keep theirs, or they would meet a connection that was just closed.
  keepAlive: 65_000,
  idle: 120_000,
  look: 5_000,
};

/** For what a refused reader is still sending, in milliseconds. */
export const LINGERING = 2_000;
/** For open requests when the server stops, in milliseconds. */
export const FAREWELL = 10_000;

/** Connections at once. Requests on one of them are not counted: each is bounded by itself. */
export const MOST_CONNECTIONS = 10_000;

/** A form with files, in bytes: an export of a register of a thousand third parties is smaller. */
export const LARGEST_BODY_WITH_FILES = 8 * 1024 * 1024;
/** In one form: a third party with all its rows filled has some hundreds. */
export const MOST_FIELDS = 20_000;
/** In characters: names of fields are paths in what is edited. */
export const LONGEST_FIELD_NAME = 300;
