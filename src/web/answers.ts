import type { Entry } from './entry.ts';
import { statusOf } from '../error-status.ts';
import type { Generation, Generations } from './generation.ts';
import type { Asked, PageProblem, Trouble } from './render.ts';
import { entryOf } from './response-entry.ts';
import type { Found, Refused } from './resolve.ts';
import type { ResponseCache } from './response-cache.ts';
import type { Site } from './site.ts';
import type { FlatHeaders } from './security-headers.ts';
import type { PlainAnswers } from './plain-answers.ts';
import { RenderTurns, TooManyWaiting } from './render-turns.ts';

/** A generation may end while a page is made; twice in a row is a busy hour, more is a page that takes too long. */
const ATTEMPTS = 3;

interface Parts {
  readonly site: Site;
  readonly generations: Generations;
  readonly cache: ResponseCache;
  readonly plain: PlainAnswers;
  /** Those that stand on every answer. */
  readonly headers: FlatHeaders;
}

/** Makes answers, each once for all who wait for it, and keeps those that are good for every reader. */
export class Answers {
  readonly #parts: Parts;
  readonly #turns = new RenderTurns();
  readonly #inTheMaking = new Map<string, Promise<Entry>>();
  #notFound = new Map<string, Entry>();
  #notFoundOf: Generation | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The answer to an address that exists. */
  async found(found: Found): Promise<Entry> {
    const kept = this.#parts.cache.get(found.address);
    if (kept) return kept;
    // A notice may change which language stands at the root, while the page that stood there is in the making.
    const key = `${found.language} ${found.address}`;
    return this.#inTheMaking.get(key) ?? this.#begin(key, found);
  }

  #begin(key: string, found: Found): Promise<Entry> {
    const making = this.#makeAndKeep(found).finally(() => this.#inTheMaking.delete(key));
    this.#inTheMaking.set(key, making);
    return making;
  }

  /** The answer to an address that does not: a page that helps, or a line of text where a file was asked for. */
  async refused({ status, language, query, missing }: Refused): Promise<Entry> {
    const generation = this.#parts.generations.current();
    const { editions } = generation.known;
    const trouble: Trouble = { status, editions, ...(query && { query }), ...(missing && { missing }) };
    if (language === undefined) return this.#refusedFile(trouble, generation);
    const isAnywhere = status === 404 && !missing;
    return isAnywhere
      ? this.#notFoundPage(trouble, language, generation)
      : this.#problemPage(trouble, language, generation);
  }

  #refusedFile(trouble: Trouble, { defaultLanguage }: Generation): Entry {
    return this.#parts.plain.text(trouble.status, this.#parts.site.explain(trouble, defaultLanguage));
  }

  /** A page that finds in the end that there is nothing to show says so by an error; others are faults. */
  async #foreseen(error: unknown, { route, language }: Found): Promise<Entry> {
    if (error instanceof TooManyWaiting) return this.#parts.plain.busy();
    const status = statusOf(error);
    if (status !== 400 && status !== 404) throw error;
    return this.refused({ kind: 'refused', status, language: route.kind === 'page' ? language : undefined });
  }

  async #makeAndKeep(found: Found): Promise<Entry> {
    const { defaultLanguage } = this.#parts.generations.current();
    for (let attempt = 1; ; attempt += 1) {
      const generation = this.#parts.generations.current();
      const entry = await this.#make(found, generation).catch((error: unknown) =>
        this.#foreseen(error, found),
      );
      const isCurrent = this.#parts.generations.current() === generation;
      const standsThere = isCurrent && generation.defaultLanguage === defaultLanguage;
      if (standsThere && entry.status === 200) this.#parts.cache.keep(found.address, entry);
      // A page made while a notice was published may tell half of each edition: it is made anew.
      if (isCurrent || attempt === ATTEMPTS) return entry;
    }
  }

  async #make(found: Found, generation: Generation): Promise<Entry> {
    const { route, address, page, language, query } = found;
    const asked: Asked = { page, language, query, ...asOf(generation) };
    const response = await this.#render(asked, !address.includes('?'));
    const modifiedAt = route.dated ? generation.newestNotice : undefined;
    return entryOf(response, {
      cacheControl: 'public, no-cache',
      headers: this.#parts.headers,
      open: route.open ?? false,
      ...(modifiedAt !== undefined && { modifiedAt }),
    });
  }

  /** One page a language says that there is nothing: kept, so that trying addresses costs us little. */
  async #notFoundPage(trouble: Trouble, language: string, generation: Generation): Promise<Entry> {
    if (this.#notFoundOf !== generation) {
      this.#notFound = new Map();
      this.#notFoundOf = generation;
    }
    const pages = this.#notFound;
    const page = pages.get(language) ?? (await this.#problemPage(trouble, language, generation));
    pages.set(language, page);
    return page;
  }

  /** Whatever is wrong with the page that helps, the reader is told what is wrong with the request. */
  async #problemPage(trouble: Trouble, language: string, generation: Generation): Promise<Entry> {
    const { status, query } = trouble;
    const message = this.#parts.site.explain(trouble, language);
    const problem: PageProblem = { status, message, ...(query && { parameter: query.parameter }) };
    try {
      return await this.#renderProblem(problem, language, generation);
    } catch (error) {
      if (!(error instanceof TooManyWaiting))
        this.#parts.site.log.error('problem-page-failed', { status, error });
      return this.#parts.plain.text(status, message);
    }
  }

  async #renderProblem(problem: PageProblem, language: string, generation: Generation): Promise<Entry> {
    const { status } = problem;
    const asked: Asked = { page: `/${String(status)}`, language, query: {}, problem, ...asOf(generation) };
    const { headers } = this.#parts;
    const response = await this.#render(asked, false);
    return entryOf(response, { status, cacheControl: 'no-store', headers, open: false });
  }

  /** @param isFirst before pages that somebody asks for by a query, of which there is no end */
  #render(asked: Asked, isFirst: boolean): Promise<Response> {
    return this.#turns.run(isFirst, () => this.#parts.site.render(asked));
  }
}

function asOf(generation: Generation): Pick<Asked, 'defaultLanguage' | 'today'> {
  return { defaultLanguage: generation.defaultLanguage, today: generation.day };
}
