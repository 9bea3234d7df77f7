import type { Safeguard } from '../domain/subjects/processing.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './messages.ts';
import type { Places } from './places.ts';

/** Safeguards of a transfer in words. */
export interface Safeguards {
  /** `Standard contractual clauses (EU), module 3, covering the United States`; a fallback says that it is one. */
  readonly safeguard: (safeguard: Safeguard) => string;
  /** All of them in one line, primary ones first: `…; fallback: …`. "Not stated" when there is none. */
  readonly safeguards: (safeguards: readonly Safeguard[] | undefined) => string;
}

export function safeguardsIn(t: Translate, formats: Formats, places: Places): Safeguards {
  const safeguard = (one: Safeguard): string => {
    const text = [t(`safeguard.${one.ground}`, { regime: one.regime }), ...details(one)].join(', ');
    return one.rank === 'fallback' ? t('safeguard.fallback', { safeguard: text }) : text;
  };
  return {
    safeguard: (one) => sentenceCase(safeguard(one)),
    safeguards: (several = []) => {
      const lines = primaryFirst(several).map(safeguard);
      return lines.length === 0 ? t('general.not-stated') : sentenceCase(lines.join(t('general.separator')));
    },
  };

  function details({ ground, modules, destinations, reference, validFrom, validUntil }: Safeguard): string[] {
    const found: string[] = [];
    if (modules)
      found.push(t('safeguard.modules', { count: modules.length, modules: formats.list(modules) }));
    if (reference !== undefined) found.push(t('safeguard.reference', { ground, reference }));
    if (destinations)
      found.push(t('safeguard.covering', { places: formats.list(destinations.map(places.inSentence)) }));
    if (validFrom !== undefined) found.push(t('safeguard.valid-from', { day: formats.day(validFrom) }));
    if (validUntil !== undefined) found.push(t('safeguard.valid-until', { day: formats.day(validUntil) }));
    return found;
  }
}

/** The safeguards on which transfers rest, then those that take their place should they fall away. */
export function primaryFirst(safeguards: readonly Safeguard[]): readonly Safeguard[] {
  return [...safeguards].sort((a, b) => Number(a.rank === 'fallback') - Number(b.rank === 'fallback'));
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
