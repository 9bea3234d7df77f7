import type { LifecycleState } from '../../domain/lifecycle.ts';
import type { Words } from '../../language/words.ts';

/** A state, kind or mark in a word or two. */
export interface Tag {
  readonly text: string;
  /** `soon`: about to change; `strong`: stands out; `over`: past; to staff also `good` and `bad`. */
  readonly tone?: 'soon' | 'strong' | 'over' | 'good' | 'bad';
  readonly href?: string;
  /** What it means, in a sentence. */
  readonly hint?: string;
}

const TONES: Partial<Record<LifecycleState, NonNullable<Tag['tone']>>> = {
  'objection-open': 'soon',
  upcoming: 'strong',
  withdrawn: 'over',
};

/** Where a notice stands today. */
export function stateTag(words: Words, state: LifecycleState): Tag {
  const tone = TONES[state];
  return { text: words.t(`state.${state}`), ...(tone === undefined ? {} : { tone }) };
}
