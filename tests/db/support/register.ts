import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import type { Actor } from '../../../src/actor.ts';
import { diff } from '../../../src/domain/diff.ts';
import type { SubjectChange } from '../../../src/domain/classify.ts';
import { normalise } from '../../../src/domain/leaves.ts';
import type { Ledger, PublishedNotice } from '../../../src/domain/ledger.ts';
import { registerAtEve } from '../../../src/domain/register-on.ts';
import { stateOf } from '../../../src/domain/register.ts';
import type { Subject, SubjectStates } from '../../../src/domain/subjects/subject.ts';
import { openLedger, type LedgerKeeper } from '../../../src/ledger-keeper.ts';
import { publishNotice } from '../../../src/register/publish-notice.ts';
import type { WritingContext } from '../../../src/register/writing-context.ts';
import { APPLICATION, ORGANISATION_STATE, processing, subject, thirdParty } from '../../support/register.ts';
import { MIGRATIONS } from './migrations.ts';

export const STAFF: Actor = { kind: 'staff', id: '019c1880-0000-7000-8000-00000000a001' };

/** A clock that stands still until it is moved. */
export class StandingClock {
  #now: Temporal.Instant;

  constructor(now = '2026-01-10T11:00:00Z') {
    this.#now = Temporal.Instant.from(now);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  moveTo(now: string): void {
    this.#now = Temporal.Instant.from(now);
  }
}

/** What was logged, to be looked at by the test. */
export class RememberedLog {
  readonly events: string[] = [];
  readonly error = (event: string): void => void this.events.push(event);
  readonly info = (event: string): void => void this.events.push(event);
}

const labels = (...terms: string[]) =>
  new Map(terms.map((term) => [term, { en: term.replaceAll('-', ' ') }]));

export const CONTENT: WritingContext['content'] = {
  vocabularies: { data: labels('email-address', 'ip-address', 'name'), subjects: labels('customers') },
  eea: new Set(['NL', 'DE', 'IE']),
};

export interface TestContext extends WritingContext {
  readonly clock: StandingClock;
  readonly log: RememberedLog;
  close(): Promise<void>;
}

/** A context on the database, as a process makes it at its start. The ledger is looked at only when a test asks. */
export async function startContext(url: string, clock = new StandingClock()): Promise<TestContext> {
  const database = await openDatabase({ url });
  const log = new RememberedLog();
  const opened = migrateDatabase(database, MIGRATIONS).then(() =>
    openLedger({ database, log, lookEvery: 1_000_000 }),
  );
  const ledger: LedgerKeeper = await opened.catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return {
    clock,
    log,
    database,
    ledger,
    content: CONTENT,
    close: async () => {
      await ledger.close();
      await database.close();
    },
  };
}

/** The change that leads a subject from what it will be on the eve of the day to a state. */
export function to<Kind extends Subject['kind']>(
  ledger: Ledger,
  kind: Kind,
  id: string,
  state: SubjectStates[Kind],
  day = '9999-12-31',
): SubjectChange {
  const about = subject(kind, id);
  const eve = stateOf(registerAtEve(ledger, day), about) as SubjectStates[Kind] | undefined;
  return { subject: about, fields: diff(kind, eve, normalise(kind, state)) };
}

/** Publishes the first edition: an organisation, an application, one third party. */
export function publishBaseline(context: WritingContext): Promise<PublishedNotice> {
  const ledger = context.ledger.current();
  return publishNotice(context, {
    actor: STAFF,
    gaps: 'accept',
    draft: {
      changes: [
        to(ledger, 'organisation', 'organisation', ORGANISATION_STATE),
        to(ledger, 'scope', 'application', APPLICATION),
        to(ledger, 'third-party', 'first-host', thirdParty('First Host', { p1: processing() })),
      ],
    },
  });
}

/** Publishes one more third party. */
export function publishAnother(context: WritingContext, id: string): Promise<PublishedNotice> {
  const change = to({ notices: [] }, 'third-party', id, thirdParty(id, { p1: processing() }));
  return publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } });
}
