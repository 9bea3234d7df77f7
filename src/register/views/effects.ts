import type { EffectInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import type { Tag } from './tag.ts';

/** What a change means in one scope. */
export interface EffectLine {
  readonly scope: string;
  readonly lang: string | undefined;
  readonly tags: readonly Tag[];
  /** More, less, or neither may happen to personal data. */
  readonly direction: string;
}

export function effectLines(words: Words, effects: readonly EffectInWords[]): EffectLine[] {
  return effects.map(({ scope, types, direction }) => ({
    scope: scope?.name ?? words.t('general.all-scopes'),
    lang: scope?.language,
    tags: types.map(({ label }) => ({ text: label })),
    direction: direction.hint ?? direction.label,
  }));
}
