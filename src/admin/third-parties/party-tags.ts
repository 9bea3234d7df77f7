import type { ContractState } from '../../dossier/dossier.ts';
import type { Words } from '../../language/words.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { DeskParty } from './desk-party.ts';

const TONES = {
  current: 'good',
  planned: 'soon',
  drafted: 'strong',
  ended: 'over',
  listed: 'over',
  kept: 'over',
} as const satisfies Record<DeskParty['state'], Tag['tone']>;

/** Where a third party stands; of one that is to come, from when. */
export function stateTag(words: Words, { state, from }: Pick<DeskParty, 'state' | 'from'>): Tag {
  const text =
    state === 'planned' && from !== undefined
      ? words.t('register.added-from', { day: words.dayShort(from) })
      : words.t(`admin-third-party.state.${state}`);
  return { text, tone: TONES[state], hint: words.t(`admin-third-party.state.${state}.hint`) };
}

const CONTRACT_TONES: Partial<Record<ContractState, Tag['tone']>> = {
  signed: 'good',
  'incorporated-by-reference': 'good',
  'to-be-signed': 'soon',
  none: 'bad',
};

export function contractTag(words: Words, contract: ContractState): Tag {
  const tone = CONTRACT_TONES[contract];
  return { text: words.t(`dossier.contract.${contract}`), ...(tone === undefined ? {} : { tone }) };
}
