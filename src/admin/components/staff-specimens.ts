import { memberOf, type Locals } from '../reader.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { ButtonKind, Column, Row, Step, SummaryFact } from '../page-parts.ts';

export const BUTTON_KINDS = ['main', 'plain', 'danger'] as const satisfies readonly ButtonKind[];
export const CALLOUT_KINDS = ['info', 'good', 'warn', 'bad'] as const;

/** What the components of staff are shown with: words that stand on other pages, and no form that does anything. */
export interface StaffSpecimens {
  readonly words: Readonly<Record<'save' | 'title' | 'text' | 'empty' | 'confirm', string>>;
  readonly tags: readonly Tag[];
  readonly facts: readonly SummaryFact[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly steps: readonly Step[];
}

export function staffSpecimens(locals: Locals): StaffSpecimens {
  const { t } = locals.words;
  const tags = tagsOf();
  const { name } = memberOf(locals);
  return {
    words: {
      save: t('look.save'),
      title: t('settings.second-factor'),
      text: t('settings.without.text'),
      empty: t('components.none'),
      confirm: t('look.logo.remove-light'),
    },
    tags,
    facts: [
      { label: t('account.who.name'), values: [{ text: name }] },
      {
        label: t('look.logo'),
        values: [{ text: t('components.none'), quiet: true }],
        tags: tags.slice(0, 2),
      },
    ],
    columns: [
      { label: t('account.who.name') },
      { label: t('components.number'), kind: 'number' },
      { label: t('components.action'), kind: 'action' },
    ],
    rows: [1, 20, 300].map((number) => rowOf(locals, number, tags)),
    steps: [
      {
        title: t('settings.title'),
        who: name,
        when: { text: locals.words.day(locals.today), datetime: locals.today },
      },
      { title: t('look.title'), who: name, note: t('settings.look.text'), tone: 'good' },
    ],
  };
}

function rowOf({ words }: Locals, number: number, tags: readonly Tag[]): Row {
  const { t } = words;
  return {
    cells: [
      { text: t('look.title'), small: t('settings.look.text'), tags: tags.slice(0, 1) },
      { text: words.number(number) },
      { links: [{ text: t('settings.title'), href: '#staff' }] },
    ],
  };
}

const TONES = ['good', 'bad', 'soon', 'strong', 'over'] as const;

/** Called as the code calls them. */
function tagsOf(): Tag[] {
  return [{ text: 'plain' }, ...TONES.map((tone) => ({ text: tone, tone }))];
}
