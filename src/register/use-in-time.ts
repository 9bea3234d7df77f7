import { apply } from '../domain/apply.ts';
import { daysOf } from '../domain/conflicts.ts';
import { addDays, type Day } from '../domain/days.ts';
import { timeline, type Ledger } from '../domain/ledger.ts';
import type { Processing } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { LiveChange } from '../domain/timeline.ts';
import { snapshotOn } from './snapshot.ts';

/** What a third party does in one scope: now, from a day to come, or until a day that has passed. */
export interface ProcessingInTime {
  readonly thirdPartyId: string;
  /** The third party as it was, is or will be while this processing is there. */
  readonly thirdParty: ThirdParty;
  readonly id: string;
  readonly processing: Processing;
  readonly state: 'current' | 'planned' | 'ended';
  /** The first day of a planned one. */
  readonly from?: Day;
  /** The last day of one that has ended. */
  readonly until?: Day;
}

/** Every processing in effect on the day. */
export function currentProcessings(ledger: Ledger, day: Day): ProcessingInTime[] {
  return [...snapshotOn(ledger, day).thirdParties].flatMap(([thirdPartyId, thirdParty]) =>
    Object.entries(thirdParty.processings ?? {}).map(([id, processing]): ProcessingInTime => ({
      thirdPartyId,
      thirdParty,
      id,
      processing,
      state: 'current',
    })),
  );
}

/** Processings that begin after the day, and those that ended by it, as the ledger knows them. */
export function otherProcessings(ledger: Ledger, day: Day): ProcessingInTime[] {
  return [...timeline(ledger).bySubject].flatMap(([key, changes]) =>
    key.startsWith('third-party/') ? notOn(key.slice('third-party/'.length), changes, day) : [],
  );
}

function notOn(thirdPartyId: string, changes: readonly LiveChange[], day: Day): ProcessingInTime[] {
  const ended = new Map<string, ProcessingInTime>();
  const planned = new Map<string, ProcessingInTime>();
  let state: ThirdParty | undefined;
  let current: ThirdParty | undefined;
  for (const group of daysOf(changes)) {
    const from = group[0]?.effectiveOn ?? day;
    const before = state;
    for (const change of group) state = apply('third-party', state, change.fields);
    if (from <= day) current = state;
    const step = { thirdPartyId, from, before, after: state };
    if (from <= day) keepEnded(ended, step);
    else keepPlanned(planned, step, current);
  }
  return [...planned.values(), ...ended.values()];
}

interface Step {
  readonly thirdPartyId: string;
  readonly from: Day;
  readonly before: ThirdParty | undefined;
  readonly after: ThirdParty | undefined;
}

function keepEnded(ended: Map<string, ProcessingInTime>, { thirdPartyId, from, before, after }: Step): void {
  for (const id of Object.keys(after?.processings ?? {})) ended.delete(id);
  if (!before) return;
  for (const [id, processing] of Object.entries(before.processings ?? {}))
    if (!has(after, id))
      ended.set(id, {
        thirdPartyId,
        thirdParty: before,
        id,
        processing,
        state: 'ended',
        until: addDays(from, -1),
      });
}

/** Only the first time it comes: what it is then changed to is told by the notices. */
function keepPlanned(
  planned: Map<string, ProcessingInTime>,
  { thirdPartyId, from, after }: Step,
  current: ThirdParty | undefined,
): void {
  if (!after) return;
  for (const [id, processing] of Object.entries(after.processings ?? {}))
    if (!has(current, id) && !planned.has(id))
      planned.set(id, { thirdPartyId, thirdParty: after, id, processing, state: 'planned', from });
}

function has(thirdParty: ThirdParty | undefined, id: string): boolean {
  return Object.hasOwn(thirdParty?.processings ?? {}, id);
}
