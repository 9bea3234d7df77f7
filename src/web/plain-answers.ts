import { Entry } from './entry.ts';
import { LARGEST_BODY } from './limits.ts';
import { OPEN_HEADERS, OWN_HEADERS, type FlatHeaders } from './security-headers.ts';

/** Short answers in plain text, for programs more than for people. */
export class PlainAnswers {
  readonly #headers: FlatHeaders;

  /** @param headers those that stand on every answer */
  constructor(headers: FlatHeaders) {
    this.#headers = headers;
  }

  /** A text that is kept nowhere. */
  text(status: number, text: string, headers: FlatHeaders = []): Entry {
    return this.#entry(status, text, 'no-store', headers);
  }

  /** Leads to the one address of a thing. Asked for again each time: the default language may change. */
  moved(to: string): Entry {
    return this.#entry(301, `This is at ${to}`, 'public, no-cache', ['Location', to]);
  }

  /** Leads on after a form, or to where one has to be first (RFC 9110, section 15.4.4). */
  seeOther(to: string): Entry {
    return this.#entry(303, `Go on at ${to}`, 'private, no-store', ['Location', to]);
  }

  notAllowed(methods: readonly string[]): Entry {
    return this.text(405, `This address answers ${methods.join(', ')} only.`, ['Allow', methods.join(', ')]);
  }

  bodyTooLarge(): Entry {
    const limit = `${String(LARGEST_BODY)} bytes`;
    return this.text(413, `The body of the request is larger than ${limit}.`, ['Connection', 'close']);
  }

  busy(): Entry {
    return this.text(503, 'More is asked for than can be made at once. Please ask again in a few seconds.', [
      'Retry-After',
      '5',
    ]);
  }

  /** Nothing of the fault itself: the log has it, under the id. */
  failed(id: string): Entry {
    return this.text(
      500,
      `Something went wrong here, and has been written down as ${id}. Please try again later.`,
    );
  }

  /** The headers that tell what may be asked of an address; with leave for other origins where it is open to them. */
  options(methods: readonly string[], open: boolean): string[] {
    const leave = ['Access-Control-Allow-Methods', 'GET, HEAD', 'Access-Control-Allow-Headers', '*'];
    const cors = open ? [...OPEN_HEADERS, ...leave, 'Access-Control-Max-Age', '86400'] : OWN_HEADERS;
    return [...this.#headers, ...cors, 'Allow', methods.join(', '), 'Cache-Control', 'no-store'];
  }

  #entry(status: number, text: string, cacheControl: string, headers: FlatHeaders): Entry {
    return new Entry({
      status,
      contentType: 'text/plain; charset=utf-8',
      body: Buffer.from(`${text}\n`),
      cacheControl,
      headers: [...this.#headers, ...OWN_HEADERS, ...headers],
    });
  }
}
