import type { Dossier } from '../../dossier/dossier.ts';
import type { Day } from '../../domain/days.ts';
import type { Gap } from '../../domain/gaps.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { DraftedThirdParty } from '../../dossier/third-parties-in-drafts.ts';
import type { Phrase } from '../../register/views/phrase.ts';

/**
 * Where a third party stands today. `drafted`: no notice is about it yet; `listed`: named by the register, never in use;
 * `kept`: only its dossier is left.
 */
export const DESK_STATES = ['current', 'planned', 'drafted', 'ended', 'listed', 'kept'] as const;
export type DeskState = (typeof DESK_STATES)[number];

/** All that staff know of a third party, published or not. */
export interface DeskParty {
  readonly id: string;
  readonly name: Phrase;
  readonly state: DeskState;
  /** As it is, will be, or last was; of one that is only drafted, as the newest draft has it. */
  readonly facts: ThirdParty | undefined;
  /** The first day of one that is planned. */
  readonly from: Day | undefined;
  /** Drafts in the making that change it, the newest first. */
  readonly drafts: readonly DraftedThirdParty[];
  readonly dossier: Dossier;
  /** What the law asks for and is not stated; nothing is asked of what is not in use any more. */
  readonly gaps: readonly Gap[];
}

/** Whether it gets personal data, or is going to: what is kept of it is then to be kept up. */
export function isLive({ state }: Pick<DeskParty, 'state'>): boolean {
  return state === 'current' || state === 'planned' || state === 'drafted';
}
