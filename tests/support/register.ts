import { Temporal } from 'temporal-polyfill';
import { admit } from '../../src/domain/admit.ts';
import { canonical } from '../../src/domain/json.ts';
import { digest, FIRST_LINK, link, type LedgerRow } from '../../src/domain/chain.ts';
import { diff } from '../../src/domain/diff.ts';
import type { Day } from '../../src/domain/days.ts';
import type { NoticeDraft, Publication } from '../../src/domain/draft.ts';
import { normalise } from '../../src/domain/leaves.ts';
import {
  append,
  EMPTY_LEDGER,
  lastEdition,
  noticeOf,
  readRow,
  type Ledger,
  type PublishedNotice,
} from '../../src/domain/ledger.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { registerAtEve } from '../../src/domain/register-on.ts';
import { stateOf } from '../../src/domain/register.ts';
import type { SubjectChange } from '../../src/domain/classify.ts';
import type { Organisation } from '../../src/domain/subjects/organisation.ts';
import type { Processing } from '../../src/domain/subjects/processing.ts';
import type { Scope } from '../../src/domain/subjects/scope.ts';
import type { Subject, SubjectStates } from '../../src/domain/subjects/subject.ts';
import type { ThirdParty } from '../../src/domain/subjects/third-party.ts';

export const REGISTER_ID = '5e3d1b58-9d7e-4a35-8ac0-3f4f4f0d6d55';

export const ORGANISATION_STATE: Organisation = {
  name: 'Example B.V.',
  legalName: 'Example B.V.',
  country: 'NL',
  privacyContact: 'privacy@example.com',
  objectionMailbox: 'objections@example.com',
  timeZone: 'Europe/Amsterdam',
  defaultLanguage: 'en',
  noticePeriod: 'P30D',
  objectionPeriod: 'P30D',
};

export const APPLICATION: Scope = { name: { en: 'Application', nl: 'Applicatie' }, capacity: 'processor' };
export const WEBSITES: Scope = { name: { en: 'Websites', nl: 'Websites' }, capacity: 'controller' };

/** A whole processing by a subprocessor in the application, with what a test asks for changed in it. */
export function processing(changed: Partial<Processing> = {}): Processing {
  return {
    scope: 'application',
    role: 'subprocessor',
    purpose: { en: 'Hosting' },
    data: [{ term: 'email-address' }],
    retention: { form: 'period', period: 'P45D' },
    locations: [{ kind: 'storage', place: 'country', country: 'NL' }],
    ...changed,
  };
}

export function thirdParty(
  name: string,
  processings: Record<string, Processing>,
  changed: Partial<ThirdParty> = {},
): ThirdParty {
  const person = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return {
    kind: 'service',
    name: { und: name },
    entity: { person, name: `${name} B.V.`, country: 'NL' },
    processings,
    ...changed,
  };
}

export function subject(kind: Subject['kind'], id: string): Subject {
  return { kind, id } as Subject;
}

/** A ledger under a clock of its own, written to through the gate that everything goes through. */
export class TestRegister {
  ledger: Ledger = EMPTY_LEDGER;
  #instant: Temporal.Instant;

  constructor(at: Day | Temporal.Instant = '2026-01-10', zone = 'Europe/Amsterdam') {
    this.#instant =
      typeof at === 'string'
        ? Temporal.PlainDate.from(at).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
        : at;
  }

  /** Moves the clock to noon of a day, or to an instant. */
  goTo(at: Day | Temporal.Instant, zone = 'Europe/Amsterdam'): this {
    this.#instant =
      typeof at === 'string'
        ? Temporal.PlainDate.from(at).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
        : at;
    return this;
  }

  tryPublish(
    draft: NoticeDraft,
    changed: Partial<Publication> = {},
  ): PublishedNotice | { problems: readonly Problem[] } {
    const edition = lastEdition(this.ledger) + 1;
    const admission = admit(this.ledger, draft, {
      now: this.#instant,
      salt: String(edition).padStart(32, '0'),
      register: REGISTER_ID,
      labelsOf: (terms) => Object.fromEntries(terms.map((term) => [term, { en: term }])),
      gaps: 'accept',
      ...changed,
    });
    if ('problems' in admission) return admission;
    const payload = canonical(admission.notice);
    const hash = link(noticeOf(this.ledger, edition - 1)?.hash ?? FIRST_LINK, digest(payload));
    const notice = readRow({ edition, hash, payload });
    this.ledger = append(this.ledger, [notice]);
    return notice;
  }

  publish(draft: NoticeDraft): PublishedNotice {
    const published = this.tryPublish(draft);
    if ('problems' in published) throw new Error(`Refused: ${JSON.stringify(published.problems)}`);
    return published;
  }

  /** Codes of the reasons for which a draft is refused; empty when it is published. */
  refusals(draft: NoticeDraft): string[] {
    const published = this.tryPublish(draft);
    return 'problems' in published ? published.problems.map(({ code }) => code) : [];
  }

  /** The change that leads a subject, as it will be on the eve of the day, to a state. */
  to<Kind extends Subject['kind']>(
    kind: Kind,
    id: string,
    state: SubjectStates[Kind] | undefined,
    day: Day = '9999-12-31',
  ): SubjectChange {
    const about = subject(kind, id);
    const eve = stateOf(registerAtEve(this.ledger, day), about) as SubjectStates[Kind] | undefined;
    return { subject: about, fields: diff(kind, eve, state && normalise(kind, state)) };
  }

  rows(): LedgerRow[] {
    return this.ledger.notices.map(({ row }) => row);
  }
}

/** A register whose first edition has these third parties, an application (processor) and websites (controller). */
export function registerWith(
  thirdParties: Record<string, ThirdParty>,
  at?: Day,
  organisation: Partial<Organisation> = {},
): TestRegister {
  const register = new TestRegister(at);
  register.publish({
    changes: [
      register.to('organisation', 'organisation', { ...ORGANISATION_STATE, ...organisation }),
      register.to('scope', 'application', APPLICATION),
      register.to('scope', 'websites', WEBSITES),
      ...Object.entries(thirdParties).map(([id, state]) => register.to('third-party', id, state)),
    ],
  });
  return register;
}
