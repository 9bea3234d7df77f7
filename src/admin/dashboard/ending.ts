import { addDays, type Day } from '../../domain/days.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { isLive, type DeskParty } from '../third-parties/desk-party.ts';
import { dueTag } from '../third-parties/due.ts';
import type { AdminReader } from '../reader.ts';
import type { DueTask } from './tasks-due.ts';

/** What ends within so many days is shown before it does: time enough for a notice period. */
export const ENDING_DAYS = 60;

/** Certifications and safeguards that have ended or soon will, the earliest first. */
export function endingSoon(reader: AdminReader, parties: readonly DeskParty[]): DueTask[] {
  const { words, today, addresses } = reader;
  const last = addDays(today, ENDING_DAYS);
  return parties
    .filter(isLive)
    .flatMap(({ id, name, facts }) =>
      validities(reader, facts).map((validity) => ({ ...validity, id, name: name.text })),
    )
    .filter(({ until }) => until <= last)
    .sort((one, other) => (one.until < other.until ? -1 : 1))
    .map(({ id, name, what, until }) => ({
      name,
      about: what,
      href: adminAddresses(addresses).thirdParty(id),
      day: { text: words.dayShort(until), datetime: until },
      tag: dueTag(words, until, today),
    }));
}

function validities(
  { words }: AdminReader,
  facts: ThirdParty | undefined,
): { readonly what: string; readonly until: Day }[] {
  const certifications = (facts?.certifications ?? []).map(({ name, validUntil }) => ({
    what: name,
    until: validUntil,
  }));
  const safeguards = Object.values(facts?.processings ?? {}).flatMap(({ safeguards: some = [] }) =>
    some.map(({ ground, validUntil }) => ({ what: words.t(`safeguard.short.${ground}`), until: validUntil })),
  );
  const all = [...certifications, ...safeguards].flatMap(({ what, until }) =>
    until === undefined ? [] : [{ what, until }],
  );
  // One safeguard may stand under several processings of a third party.
  return [...new Map(all.map((one) => [`${one.what} ${one.until}`, one])).values()];
}
