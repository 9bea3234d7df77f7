import { createHash } from 'node:crypto';
import { compress, isWorthCompressing } from './compress.ts';
import type { Coding } from './content-codings.ts';
import type { FlatHeaders } from './security-headers.ts';

/** One form of an answer, ready to be sent: nothing is left to compute but whether the reader has it already. */
export interface Variant {
  readonly body: Buffer;
  /** The entity tag: a hash of the very bytes sent. What nobody may store has none, so what is no success has none. */
  readonly tag: string | undefined;
  readonly headers: string[];
  readonly notModified: string[];
}

/** What an entry is made of. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly cacheControl: string;
  readonly headers: FlatHeaders;
  /** When it last changed, in milliseconds since 1970, where that is known. */
  readonly modifiedAt?: number;
}

/** An answer with its forms: as it is, and packed, each made once, when first asked for. */
export class Entry {
  readonly status: number;
  readonly modifiedAt: number | undefined;
  readonly #answer: Answer;
  readonly #ready: { br?: Variant; gzip?: Variant; identity: Variant };
  readonly #inTheMaking = new Map<Coding, Promise<Variant>>();
  readonly #worthPacking: boolean;

  constructor(answer: Answer) {
    this.#answer = answer;
    this.status = answer.status;
    this.modifiedAt = answer.modifiedAt;
    this.#worthPacking = isWorthCompressing(answer.contentType, answer.body.length);
    this.#ready = { identity: variantOf(answer, 'identity', answer.body) };
  }

  /** The bytes as they are. */
  get identity(): Variant {
    return this.#ready.identity;
  }

  /** Which of the accepted codings is sent; undefined when none is accepted. */
  choose(codings: readonly Coding[]): Coding | undefined {
    return this.#worthPacking || !codings.includes('identity') ? codings[0] : 'identity';
  }

  /** The form in that coding, if it is made already. */
  ready(coding: Coding): Variant | undefined {
    return this.#ready[coding];
  }

  /** The form in that coding; made now if need be, once for all who wait for it. */
  async make(coding: Coding): Promise<Variant> {
    const ready = this.#ready[coding];
    if (ready || coding === 'identity') return ready ?? this.identity;
    return this.#inTheMaking.get(coding) ?? this.#begin(coding);
  }

  /** Bytes of all forms made so far. */
  get size(): number {
    const { br, gzip, identity } = this.#ready;
    return identity.body.length + (br?.body.length ?? 0) + (gzip?.body.length ?? 0);
  }

  #begin(coding: 'br' | 'gzip'): Promise<Variant> {
    const making = this.#pack(coding).finally(() => this.#inTheMaking.delete(coding));
    this.#inTheMaking.set(coding, making);
    return making;
  }

  async #pack(coding: 'br' | 'gzip'): Promise<Variant> {
    const variant = variantOf(this.#answer, coding, await compress(this.#answer.body, coding));
    this.#ready[coding] = variant;
    return variant;
  }
}

function variantOf(answer: Answer, coding: Coding, body: Buffer): Variant {
  const tag = answer.status === 200 && !answer.cacheControl.includes('no-store') ? tagOf(body) : undefined;
  const notModified = [
    ...answer.headers,
    'Cache-Control',
    answer.cacheControl,
    'Vary',
    'Accept-Encoding',
    ...(tag === undefined ? [] : ['ETag', tag]),
    ...(answer.modifiedAt === undefined ? [] : ['Last-Modified', new Date(answer.modifiedAt).toUTCString()]),
  ];
  const packed = coding === 'identity' ? [] : ['Content-Encoding', coding];
  const headers = ['Content-Type', answer.contentType, 'Content-Length', String(body.length), ...packed];
  return { body, tag, headers: [...headers, ...notModified], notModified };
}

function tagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
