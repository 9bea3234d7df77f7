import type { Day } from '../domain/days.ts';
import { lifecycleOf } from '../domain/lifecycle.ts';
import { lastEdition, noticeOf, timeline, type Ledger } from '../domain/ledger.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { transferOf } from '../domain/transfers.ts';
import type { Addresses } from '../language/addresses.ts';
import { factsOf, useOf } from './facts.ts';
import { inOrder } from './in-order.ts';
import { labelsOf, termsUsed } from './labels.ts';
import { fieldEntry, noticeEntry, standingEntry, subjectEntry } from './notice-entry.ts';
import { readingOf, type Asked, type Reading } from '../domain/reading.ts';
import {
  SCHEMA_VERSION,
  type NoticeEntry,
  type ProcessingEntry,
  type RegisterFile,
  type ScopeEntry,
  type ThirdPartyEntry,
} from './register-schema.ts';
import { changedSince } from '../domain/changed-since.ts';

export interface JsonQuery extends Asked {
  /** Beside the register: what changed since this edition. */
  readonly since?: number | undefined;
}

export interface JsonOptions {
  readonly ledger: Ledger;
  /** The organisation's day. */
  readonly today: Day;
  readonly query?: JsonQuery;
  /** Those of the pages that the file names, in the language asked for. */
  readonly addresses: Addresses;
  /** The countries of the European Economic Area, by which transfers are told. */
  readonly eea: ReadonlySet<string>;
}

/** `/subprocessors.json`: the public register on one day, as `registerFileSchema` describes it. */
export function renderJson(options: JsonOptions): string {
  return `${JSON.stringify(registerFile(options), null, 2)}\n`;
}

/** The same before it is written. */
export function registerFile({ ledger, today, query = {}, addresses, eea }: JsonOptions): RegisterFile {
  const reading = readingOf(ledger, today, query);
  const { known, day } = reading;
  const last = noticeOf(known, lastEdition(known));
  const thirdParties = thirdPartyEntries(reading, addresses, eea);
  const planned = plannedNotices(reading, addresses);
  const since = query.since === undefined ? undefined : sinceEntry(reading, query.since, addresses);
  const organisation = factsOf(reading, { kind: 'organisation', id: 'organisation' })?.state;
  return {
    $schema: addresses.absolute(addresses.schema()),
    schemaVersion: SCHEMA_VERSION,
    register: last?.register,
    edition: last?.edition ?? 0,
    hash: last?.hash,
    publishedAt: last?.publishedAt,
    on: day,
    sample: noticeOf(ledger, 1)?.sample !== undefined,
    organisation: organisation && inOrder('organisation', organisation),
    scopes: scopeEntries(reading),
    thirdParties,
    planned,
    since,
    labels: labelsOf(known, termsUsed(thirdParties, [...planned, ...(since?.notices ?? [])])),
  };
}

function idsOf({ known }: Reading, kind: 'scope' | 'third-party'): string[] {
  const prefix = `${kind}/`;
  const keys = [...timeline(known).bySubject.keys()].filter((key) => key.startsWith(prefix));
  return keys.map((key) => key.slice(prefix.length)).sort();
}

function scopeEntries(reading: Reading): ScopeEntry[] {
  return idsOf(reading, 'scope').flatMap((id) => {
    const facts = factsOf(reading, { kind: 'scope', id });
    return facts ? [{ id, factsOn: facts.on, ...inOrder('scope', facts.state) }] : [];
  });
}

function thirdPartyEntries(
  reading: Reading,
  addresses: Addresses,
  eea: ReadonlySet<string>,
): ThirdPartyEntry[] {
  return idsOf(reading, 'third-party').flatMap((id) => {
    const facts = factsOf(reading, { kind: 'third-party', id });
    if (!facts) return [];
    const { state, periods } = useOf(reading, id);
    const { processings, ...own } = inOrder('third-party', facts.state);
    return [
      {
        id,
        url: addresses.absolute(addresses.thirdParty(id)),
        state,
        factsOn: facts.on,
        periodsOfUse: [...periods],
        ...own,
        processings: processingEntries(own, processings, eea),
      },
    ];
  });
}

function processingEntries(
  own: Pick<ThirdParty, 'entity'>,
  processings: ThirdParty['processings'] = {},
  eea: ReadonlySet<string>,
): ProcessingEntry[] {
  return Object.entries(processings)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, processing]) => {
      const transfer = transferOf(own, processing, eea);
      return {
        id,
        ...processing,
        ...(transfer ? { transfer: { destinations: [...transfer.destinations] } } : {}),
      };
    });
}

/** Announced by the day, not withdrawn, and not in effect yet. */
function plannedNotices({ announced, day }: Reading, addresses: Addresses): NoticeEntry[] {
  if (day === undefined) return [];
  return announced.notices
    .filter(({ edition }) => isPlanned(lifecycleOf(announced, edition, day)?.state))
    .map((notice) => standingEntry(announced, notice, addresses));
}

function isPlanned(state: string | undefined): boolean {
  return state === 'upcoming' || state === 'objection-open';
}

function sinceEntry(reading: Reading, edition: number, addresses: Addresses): RegisterFile['since'] {
  const { known } = reading;
  return {
    edition,
    notices: known.notices.slice(edition).map((notice) => noticeEntry(known, notice, addresses)),
    changed: changedSince(reading, edition).map(({ subject, editions, fields }) => ({
      subject: subjectEntry(subject),
      editions: [...editions],
      fields: fields.map(fieldEntry),
    })),
  };
}
