import type { Ground } from '../../look/look.ts';
import { accentFrom, contrastOn, LEAST_CONTRAST, type Shades } from '../../look/accent.ts';
import type { Locals } from '../reader.ts';

/** How a colour is shown on one ground, drawn. */
export interface AccentSample {
  readonly ground: Ground;
  readonly title: string;
  readonly shades: Shades;
  readonly link: string;
  readonly button: string;
  readonly label: string;
  /** Whether it is shown as it was asked for, and if not, as what. */
  readonly text: string;
  readonly contrast: string;
}

/** @param asked `#0a5bd3` */
export function accentSamples(locals: Locals, asked: string): AccentSample[] {
  const accent = accentFrom(asked);
  return [sampleOn(locals, 'light', asked, accent.light), sampleOn(locals, 'dark', asked, accent.dark)];
}

function sampleOn({ words }: Locals, ground: Ground, asked: string, shades: Shades): AccentSample {
  const { t } = words;
  const shown = shades.accent;
  // Rounded down: a promise of contrast is never more than is kept.
  const ratio = Math.floor(contrastOn(ground, shown, shades.wash) * 10) / 10;
  return {
    ground,
    shades,
    title: t(`look.sample.${ground}`),
    link: t('look.sample.link'),
    button: t('look.sample.button'),
    label: t('look.sample.label'),
    text:
      shown === asked
        ? t('look.sample.as-asked', { asked })
        : t(`look.sample.moved-${ground}`, { asked, shown }),
    contrast: t('look.sample.contrast', { ratio: words.number(ratio), least: words.number(LEAST_CONTRAST) }),
  };
}
