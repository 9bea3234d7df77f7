import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AdminAnswers } from './admin/admin-answers.ts';
import { Answers } from './answers.ts';
import { codingsFor } from './content-codings.ts';
import type { Entry } from './entry.ts';
import { Generations } from './generation.ts';
import { hostFault } from './host.ts';
import { isOpen, methodsOf, placeAt, type HealthPath, type Place } from './place.ts';
import { PlainAnswers } from './plain-answers.ts';
import { answerAndHangUp, bodyFits, hasBody } from './request-body.ts';
import type { AdminPlace } from './resolve.ts';
import { ResponseCache } from './response-cache.ts';
import { securityHeaders } from './security-headers.ts';
import { send, sendIfReady } from './send.ts';
import type { Site } from './site.ts';
import { withoutValues } from './without-values.ts';

/** What stands in front of the pages: sends kept bytes, has others made, refuses what is no request for either. */
export class Front {
  readonly #site: Site;
  readonly #cache = new ResponseCache();
  readonly #generations: Generations;
  readonly #plain: PlainAnswers;
  readonly #answers: Answers;
  readonly #admin: AdminAnswers;
  readonly #tellsRequests: boolean;

  constructor(site: Site) {
    const headers = securityHeaders(site.publicUrl);
    this.#site = site;
    this.#generations = new Generations(site, () => {
      this.#cache.clear();
    });
    this.#tellsRequests = site.log.writes('debug');
    this.#plain = new PlainAnswers(headers);
    this.#answers = new Answers({
      site,
      headers,
      plain: this.#plain,
      cache: this.#cache,
      generations: this.#generations,
    });
    this.#admin = new AdminAnswers(site);
  }

  /** Bytes kept in the cache. */
  get cacheSize(): number {
    return this.#cache.size;
  }

  /** Answers a request; never throws and never rejects. What is kept ready goes out before anything else is asked. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (this.#tellsRequests) this.#tell(request, response);
    try {
      const entry = this.#keptFor(request);
      if (entry && sendIfReady(request, response, entry)) return;
    } catch (error) {
      this.#fail(request, response, error);
      return;
    }
    this.#answer(request, response).catch((error: unknown) => {
      this.#fail(request, response, error);
    });
  };

  /** What was asked and by whom is not for the log: a query may name a person, and an address is one's. */
  #tell({ method }: IncomingMessage, response: ServerResponse): void {
    const begun = performance.now();
    response.once('finish', () => {
      const milliseconds = Math.round((performance.now() - begun) * 10) / 10;
      this.#site.log.debug('request', { method, status: response.statusCode, milliseconds });
    });
  }

  /** What is kept for exactly this request. The generation comes first: a new one empties the cache. */
  #keptFor(request: IncomingMessage): Entry | undefined {
    this.#generations.current();
    if (!isPlain(request)) return undefined;
    const target = request.url ?? '';
    return this.#cache.get(target) ?? this.#site.files.get(target);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const place = placeAt(request.url ?? '', this.#site.files, this.#generations.current());
    if (place.kind === 'admin') await this.#answerStaff(request, response, place);
    else if (await bodyFits(request)) await this.#answerReader(request, response, place);
    else answerAndHangUp(request, response, this.#plain.bodyTooLarge());
  }

  /** Made for this request alone: nothing of it is kept. */
  async #answerStaff(request: IncomingMessage, response: ServerResponse, place: AdminPlace): Promise<void> {
    const refusal = this.#refusal(request, undefined);
    if (refusal) {
      send(request, response, refusal, refusal.identity);
      return;
    }
    const { entry, isUnread } = await this.#admin.answer(request, place, this.#generations.current());
    if (isUnread) answerAndHangUp(request, response, entry);
    else await this.#deliver(request, response, entry);
  }

  async #answerReader(
    request: IncomingMessage,
    response: ServerResponse,
    place: Exclude<Place, AdminPlace>,
  ): Promise<void> {
    const methods = methodsOf(place);
    if (methods?.includes('OPTIONS') && request.method === 'OPTIONS') {
      response.writeHead(204, this.#plain.options(methods, isOpen(place))).end();
      return;
    }
    const entry = this.#refusal(request, methods) ?? (await this.#entryAt(place));
    await this.#deliver(request, response, entry);
    if (place.kind === 'found') this.#cache.weigh(place.address, entry);
  }

  #refusal(request: IncomingMessage, methods: readonly string[] | undefined): Entry | undefined {
    const fault = hostFault(request);
    if (fault !== undefined) return this.#plain.text(400, fault);
    return methods && !methods.includes(request.method ?? '') ? this.#plain.notAllowed(methods) : undefined;
  }

  async #entryAt(place: Exclude<Place, AdminPlace>): Promise<Entry> {
    switch (place.kind) {
      case 'found':
        return this.#answers.found(place);
      case 'file':
        return place.entry;
      case 'moved':
        return this.#plain.moved(place.to);
      case 'refused':
        return this.#answers.refused(place);
      case 'health':
        return this.#health(place.path);
      case 'too-long':
        return this.#plain.text(414, 'The address is too long.');
      case 'server':
        return this.#plain.text(400, 'This is no address.');
    }
  }

  async #health(path: HealthPath): Promise<Entry> {
    if (path === '/healthz') return this.#plain.text(200, 'up');
    const isReady = await this.#site.isReady().catch(() => false);
    return isReady ? this.#plain.text(200, 'ready') : this.#plain.text(503, 'The database does not answer.');
  }

  /** Sends the entry in the best form that the reader accepts, made now if it is the first to ask for it. */
  async #deliver(request: IncomingMessage, response: ServerResponse, entry: Entry): Promise<void> {
    const coding = entry.choose(codingsFor(request.headers['accept-encoding']));
    if (coding !== undefined) send(request, response, entry, await entry.make(coding));
    else if (entry.status !== 200) send(request, response, entry, entry.identity);
    else this.#refuseCoding(request, response);
  }

  #refuseCoding(request: IncomingMessage, response: ServerResponse): void {
    const entry = this.#plain.text(406, 'This can be sent as br, as gzip or as it is (identity).');
    send(request, response, entry, entry.identity);
  }

  #fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const id = randomBytes(6).toString('hex');
    this.#site.log.error('request-failed', { id, error: withoutValues(error) });
    const entry = this.#plain.failed(id);
    if (response.headersSent) response.destroy();
    else send(request, response, entry, entry.identity);
  }
}

/** A request for bytes and nothing else; all others take the long way. */
function isPlain(request: IncomingMessage): boolean {
  const { method } = request;
  return (method === 'GET' || method === 'HEAD') && hostFault(request) === undefined && !hasBody(request);
}
