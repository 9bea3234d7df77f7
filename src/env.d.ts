/// <reference types="astro/client" />

declare namespace App {
  /** What every page and file is handed; made once a request by the front. */
  interface Locals {
    readonly context: import('./context.ts').Context;
    /** Language tag the answer is in. */
    readonly language: string;
    readonly words: import('./language/words.ts').Words;
    readonly addresses: import('./language/addresses.ts').Addresses;
    /** The organisation's day. */
    readonly today: import('./domain/days.ts').Day;
    /** Parsed and known to be valid; each route's type stands beside the table of routes. */
    readonly query: Readonly<Record<string, unknown>>;
    /** On the pages that help with a request that has no answer. */
    readonly problem?: import('./web/render.ts').PageProblem;
    /** On pages of the admin form. */
    readonly admin?: import('./web/admin/admin-locals.ts').AdminLocals;
  }
}
