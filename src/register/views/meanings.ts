import type { MeaningInWords } from '../../language/meanings/meanings-in-words.ts';
import type { IconName } from './icon.ts';

/** What a change means, with the sign of its kind. */
export interface MeaningLine {
  readonly icon: IconName;
  readonly kind: MeaningInWords['mark'];
  readonly sentence: string;
}

const ICON_OF = { added: 'add', removed: 'remove', changed: 'change' } as const satisfies Record<
  MeaningInWords['mark'],
  IconName
>;

export function meaningLines(meanings: readonly MeaningInWords[]): MeaningLine[] {
  return meanings.map(({ mark, sentence }) => ({ icon: ICON_OF[mark], kind: mark, sentence }));
}
