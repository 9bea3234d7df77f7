import { Temporal } from 'temporal-polyfill';
import { digest, FIRST_LINK, link, type LedgerRow } from '../../src/domain/chain.ts';
import { canonical } from '../../src/domain/json.ts';
import { lastEdition, timeline, type PublishedNotice } from '../../src/domain/ledger.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { registerWith, type TestRegister } from '../support/register.ts';
import { changed, exampleThirdParty } from './third-parties.ts';

export interface History {
  readonly notices: number;
  readonly thirdParties: number;
  /** The day on which the last notice is announced. */
  readonly until: Temporal.PlainDate;
}

/** Ten years for ten thousand notices: a longer history is longer in years, not busier. */
const DAYS_BETWEEN_NOTICES = 0.365;
/** Every so many notices, the one before is postponed or withdrawn, if it can be. */
const BETWEEN_REVISIONS = 25;

/**
 * A valid ledger of any length, the same one each time. Every notice passes the gate that all notices pass, against the
 * history of its own third party: notices on different third parties have nothing to do with each other, and so the
 * whole takes seconds instead of an hour.
 */
export function* generateLedger(history: History): Generator<LedgerRow> {
  const ids = Array.from({ length: history.thirdParties }, (_, n) => idOf(n));
  const begins = dayOf(history, 1);
  const states = ids.map((id, n) => [id, exampleThirdParty(n)] as const);
  const baseline = registerWith(Object.fromEntries(states), begins.toString());
  const own = states.map(
    ([id, state]) => new OwnHistory(id, registerWith({ [id]: state }, begins.toString())),
  );
  let hash = FIRST_LINK;
  let revisable: OwnHistory | undefined;
  for (let edition = 1; edition <= history.notices; edition += 1) {
    const day = dayOf(history, edition).toString();
    const about = firstFree(own, edition * 7919, day);
    const revises = edition % BETWEEN_REVISIONS === 0 ? revisable : undefined;
    const notice =
      edition === 1
        ? payloadOf(baseline.ledger.notices[0])
        : (revises?.revise(day, edition) ?? about.change(day, edition));
    if (!notice) throw new Error(`No notice for edition ${String(edition)}.`);
    if (!revises) revisable = about;
    const payload = canonical({ ...notice, edition, salt: String(edition).padStart(32, '0') });
    hash = link(hash, digest(payload));
    yield { edition, hash, payload };
  }
}

export function idOf(n: number): string {
  return `third-party-${String(n + 1)}`;
}

function dayOf({ until, notices }: History, edition: number): Temporal.PlainDate {
  return until.subtract({ days: Math.round((notices - edition) * DAYS_BETWEEN_NOTICES) });
}

/** Plans do not overlap here: the next third party, from that one on, with nothing planned on the day. */
function firstFree(own: readonly OwnHistory[], from: number, day: string): OwnHistory {
  for (let step = 0; step < own.length; step += 1) {
    const history = own[(from + step) % own.length];
    if (history && !history.plansAfter(day)) return history;
  }
  throw new RangeError('There are more plans at once than third parties: take more third parties.');
}

/** The history of one third party: its own small ledger, and which edition of the whole each of its notices is. */
class OwnHistory {
  readonly #id: string;
  readonly #register: TestRegister;
  readonly #editions: number[] = [1];

  constructor(id: string, register: TestRegister) {
    this.#id = id;
    this.#register = register;
  }

  plansAfter(day: string): boolean {
    const { standings } = timeline(this.#register.ledger);
    return [...standings.values()].some(({ effectiveOn }) => effectiveOn > day);
  }

  change(day: string, edition: number): Notice | undefined {
    this.#register.goTo(day);
    const next = changed(this.#register, this.#id, edition);
    const notice = this.#register.publish({ changes: [this.#register.to('third-party', this.#id, next)] });
    return this.#told(notice, edition);
  }

  /** Postpones its last notice or withdraws it; undefined when that is in effect already. */
  revise(day: string, edition: number): Notice | undefined {
    const last = this.#register.ledger.notices.at(-1);
    if (!last || last.effectiveOn <= day || last.revises) return undefined;
    this.#register.goTo(day);
    const target = lastEdition(this.#register.ledger);
    const later = Temporal.PlainDate.from(last.effectiveOn).add({ days: 14 }).toString();
    const revises =
      edition % 2 === 0
        ? ({ action: 'postpone', edition: target, to: later } as const)
        : ({ action: 'withdraw', edition: target } as const);
    return this.#told(this.#register.publish({ changes: [], revises }), edition);
  }

  #told(notice: PublishedNotice, edition: number): Notice | undefined {
    this.#editions.push(edition);
    const payload = payloadOf(notice);
    const { revises } = notice;
    if (!payload || !revises || revises.action === 'redact') return payload;
    return { ...payload, revises: { ...revises, edition: this.#editions[revises.edition - 1] ?? 0 } };
  }
}

/** A notice without what it got from its place in its own ledger. */
function payloadOf(notice: PublishedNotice | undefined): Notice | undefined {
  return notice && (JSON.parse(notice.row.payload) as Notice);
}
