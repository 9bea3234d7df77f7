import type { ContractState } from '../../dossier/dossier.ts';
import type { Words } from '../../language/words.ts';
import type { StateTag } from '../page-parts.ts';
import type { DeskParty } from './desk-party.ts';

const TONES = {
  current: 'good',
  planned: 'soon',
  drafted: 'strong',
  ended: 'over',
  listed: 'over',
  kept: 'over',
} as const satisfies Record<DeskParty['state'], StateTag['tone']>;

/** Where a third party stands; of one that is to come, from when. */
export function stateTag(words: Words, { state, from }: Pick<DeskParty, 'state' | 'from'>): StateTag {
  const text =
    state === 'planned' && from !== undefined
      ? words.t('register.added-from', { day: words.dayShort(from) })
      : words.t(`admin-third-party.state.${state}`);
  return { text, tone: TONES[state], hint: words.t(`admin-third-party.state.${state}.hint`) };
}

const CONTRACT_TONES: Partial<Record<ContractState, StateTag['tone']>> = {
  signed: 'good',
  'incorporated-by-reference': 'good',
  'to-be-signed': 'soon',
  none: 'bad',
};

export function contractTag(words: Words, contract: ContractState): StateTag {
  const tone = CONTRACT_TONES[contract];
  return { text: words.t(`dossier.contract.${contract}`), ...(tone === undefined ? {} : { tone }) };
}
