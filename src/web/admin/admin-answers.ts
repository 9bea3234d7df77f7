import type { IncomingMessage } from 'node:http';
import { RegistryError } from '../../errors.ts';
import type { Words } from '../../language/words.ts';
import type { Entry } from '../entry.ts';
import type { Generation } from '../generation.ts';
import { PlainAnswers } from '../plain-answers.ts';
import type { Asked } from '../render.ts';
import type { AdminPlace } from '../resolve.ts';
import { adminHeaders, type FlatHeaders } from '../security-headers.ts';
import type { Site } from '../site.ts';
import { withoutValues } from '../without-values.ts';
import { adminEntryOf } from './admin-entry.ts';
import type { AdminLocals } from './admin-locals.ts';
import { problemOf, type AdminFault, type AdminProblem } from './admin-problem.ts';
import type { AdminRoute } from './admin-routes.ts';
import { AdminGate, type Decision } from './gate.ts';

/** The page that says why there is no other. It has no line in the table: nobody can ask for it. */
export const PROBLEM_PAGE = '/admin/problem';

/** An answer of the admin form. */
export interface AdminAnswer {
  readonly entry: Entry;
  /** The sender is still sending what nobody reads: the line is cut after the answer. */
  readonly isUnread: boolean;
}

/** Makes the answers of the admin form, each for one request alone. */
export class AdminAnswers {
  readonly #site: Site;
  readonly #gate: AdminGate;
  readonly #headers: FlatHeaders;
  readonly #plain: PlainAnswers;

  constructor(site: Site) {
    this.#site = site;
    this.#gate = new AdminGate(site);
    this.#headers = adminHeaders(site.publicUrl);
    this.#plain = new PlainAnswers(this.#headers);
  }

  /** @throws whatever was not foreseen */
  async answer(request: IncomingMessage, place: AdminPlace, generation: Generation): Promise<AdminAnswer> {
    const decision = await this.#gate.decide(request, place);
    const isUnread = decision.kind === 'problem' && decision.isUnread === true;
    return { entry: await this.#entryFor(decision, place.language, generation), isUnread };
  }

  async #entryFor(decision: Decision, language: string, generation: Generation): Promise<Entry> {
    switch (decision.kind) {
      case 'page':
        return this.#page(decision.route, askedFor(decision.admin, language, generation));
      case 'problem':
        return this.#problem(askedFor(decision.admin, language, generation));
      case 'elsewhere':
        return this.#plain.seeOther(decision.to);
      case 'no-method':
        return this.#plain.notAllowed(decision.methods);
    }
  }

  async #page(route: AdminRoute, asked: AskedOfStaff): Promise<Entry> {
    const { publicUrl, render, words } = this.#site;
    try {
      return await adminEntryOf(await render(asked), { route, publicUrl, headers: this.#headers });
    } catch (error) {
      const problem = foreseen(error, words(asked.language));
      return this.#problem(askedFor({ ...asked.admin, problem }, asked.language, asked));
    }
  }

  /** Whatever is wrong with the page that says it, the reader is told what is wrong with the request. */
  async #problem(asked: AskedOfStaff): Promise<Entry> {
    const site = this.#site;
    const { status, fault } = asked.admin.problem ?? problemOf('not-found');
    // Most often nobody attacks: people use another address than the operator set.
    if (fault === 'foreign-form') site.log.warn('form-from-elsewhere', { publicUrl: site.publicUrl });
    try {
      const response = await site.render({ ...asked, page: PROBLEM_PAGE });
      return await adminEntryOf(response, { status, publicUrl: site.publicUrl, headers: this.#headers });
    } catch (error) {
      site.log.error('problem-page-failed', { status, error: withoutValues(error) });
      return this.#plain.text(
        status,
        site.words(asked.language).t(`gate.${fault}.text`, { address: site.publicUrl }),
      );
    }
  }
}

interface AskedOfStaff extends Asked {
  readonly admin: AdminLocals;
}

function askedFor(
  admin: AdminLocals,
  language: string,
  generation: Pick<Generation, 'defaultLanguage'> & (Pick<Generation, 'day'> | Pick<Asked, 'today'>),
): AskedOfStaff {
  const today = 'today' in generation ? generation.today : generation.day;
  return { page: admin.page, language, defaultLanguage: generation.defaultLanguage, query: {}, today, admin };
}

const FAULTS: Readonly<Record<RegistryError['code'], AdminFault | undefined>> = {
  'not-found': 'not-found',
  conflict: 'conflict',
  refused: 'refused',
  invalid: 'refused',
  damaged: undefined,
};

/**
 * What a page that failed says, for a failure that was foreseen.
 *
 * @throws the error itself, when it was not
 */
function foreseen(error: unknown, words: Words): AdminProblem {
  const fault = error instanceof RegistryError ? FAULTS[error.code] : undefined;
  if (!(error instanceof RegistryError) || fault === undefined) throw error;
  return problemOf(
    fault,
    error.problems.map((problem) => words.problem(problem)),
  );
}
