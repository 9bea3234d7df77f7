import type { FactsInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import type { Fact } from './fact.ts';
import { inLanguage } from './phrase.ts';

/** Facts of a processing that begins or ends, or of who stands behind it. */
export interface FactGroup {
  readonly title: string;
  readonly ended: boolean;
  readonly facts: readonly Fact[];
}

/** The facts that a change tells: who it is, what begins, what ends. */
export function factGroups(words: Words, groups: readonly FactsInWords[]): FactGroup[] {
  return groups.map((group) => ({
    title: groupTitle(words, group),
    ended: group.kind === 'removed',
    facts: group.facts.map(({ label, values, stated, language, texts }) => ({
      label,
      values:
        texts?.map(inLanguage) ??
        values.map((text) => ({
          text,
          ...(stated ? {} : { quiet: true as const }),
          ...(language === undefined ? {} : { lang: language }),
        })),
    })),
  }));
}

function groupTitle(words: Words, { kind, scope }: FactsInWords): string {
  if (kind === 'entity') return words.t('third-party.who');
  const label = scope?.name ?? words.t('third-party.processing');
  return kind === 'added'
    ? label
    : words.t('third-party.labelled', { label, text: words.t('notice.removed') });
}
