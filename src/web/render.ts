import type { AdminLocals } from './admin/admin-locals.ts';
import type { Day } from '../domain/days.ts';
import type { Missing } from './public-routes.ts';
import type { QueryProblem } from './read-query.ts';

/** What a page that helps is told about a request that has no answer. */
export interface PageProblem {
  readonly status: 400 | 404;
  /** What is wrong, in a sentence in the language of the page. It may repeat what the request said. */
  readonly message: string;
  /** The name of the parameter that is at fault, if one is. */
  readonly parameter?: string;
}

/** A request that has no answer, before it is put into words. */
export interface Trouble {
  readonly status: 400 | 404;
  /** What is wrong with the query; absent when the address itself is at fault. */
  readonly query?: QueryProblem;
  /** The thing that was asked for by its id, and is not there. */
  readonly missing?: Missing;
  /** The number of the last edition. */
  readonly editions: number;
}

/** One page or file to be made. */
export interface Asked {
  /** Path and query, without the language: pages stand once. */
  readonly page: string;
  readonly language: string;
  readonly defaultLanguage: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** The organisation's day. */
  readonly today: Day;
  readonly problem?: PageProblem;
  /** On pages of the admin form; a form that was posted is in it. */
  readonly admin?: AdminLocals;
}

/** Makes a page or a file. Rejects when it cannot; what it resolves with is sent as it is. */
export type Render = (asked: Asked) => Promise<Response>;
