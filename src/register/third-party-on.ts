import { apply } from '../domain/apply.ts';
import type { Day } from '../domain/days.ts';
import { timeline } from '../domain/ledger.ts';
import { isInUse } from '../domain/register.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { LiveChange } from '../domain/timeline.ts';
import type { Moment } from './moment.ts';

/** What a page shows of a third party. */
export interface Shown {
  readonly state: ThirdParty;
  /** `listed`: named by the register, never in use. */
  readonly when: 'in-use' | 'ended' | 'planned' | 'listed';
  /** The first day of one that is planned. */
  readonly from?: Day;
}

/**
 * The third party on the day. One that went out of use is shown as it last was, since what it did is what a reader looks
 * for; one that is planned as it will be. Undefined while nothing is known of it.
 */
export function thirdPartyOn({ known, day }: Pick<Moment, 'known' | 'day'>, id: string): Shown | undefined {
  const changes = timeline(known).bySubject.get(`third-party/${id}`) ?? [];
  const past = statesAfter(changes.filter(({ effectiveOn }) => effectiveOn <= day));
  const now = past.at(-1);
  if (now && isInUse(now)) return { state: now, when: 'in-use' };
  const used = past.findLast(isInUse);
  if (used) return { state: { ...used, ...withoutProcessings(now) }, when: 'ended' };
  return firstUse(changes, day) ?? (now && { state: now, when: 'listed' });
}

function statesAfter(changes: readonly LiveChange[]): (ThirdParty | undefined)[] {
  let state: ThirdParty | undefined;
  return changes.map(({ fields }) => (state = apply('third-party', state, fields)));
}

/** What was told since it went out of use, such as a new name, without what it then did no more. */
function withoutProcessings(now: ThirdParty | undefined): Partial<ThirdParty> {
  const { processings: _none, ...rest } = now ?? {};
  return rest;
}

function firstUse(changes: readonly LiveChange[], day: Day): Shown | undefined {
  const states = statesAfter(changes);
  const index = changes.findIndex(({ effectiveOn }, at) => effectiveOn > day && isInUse(states[at]));
  const [state, from] = [states[index], changes[index]?.effectiveOn];
  return state && from !== undefined ? { state, when: 'planned', from } : undefined;
}
