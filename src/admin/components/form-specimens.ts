import {
  idOf,
  type CheckView,
  type ChoicesView,
  type ControlView,
  type SelectView,
  type TextView,
} from '../../forms/field-view.ts';
import { GROUNDS, type Ground } from '../../look/look.ts';
import type { Locals } from '../reader.ts';

/** Fields with their states, in forms that are never sent. */
export interface FormSpecimens {
  readonly texts: readonly TextView[];
  readonly select: SelectView;
  readonly checks: readonly CheckView[];
  readonly choices: readonly ChoicesView[];
  readonly group: { readonly id: string; readonly legend: string; readonly hint: string };
  readonly section: { readonly id: string; readonly title: string; readonly lead: string };
}

/** Each ground has fields of its own: no id stands twice on a page. */
export function formSpecimens(locals: Locals): Readonly<Record<Ground, FormSpecimens>> {
  const [light, dark] = GROUNDS.map((ground) => specimens(locals, ground)) as [FormSpecimens, FormSpecimens];
  return { light, dark };
}

function specimens({ words: { t } }: Locals, ground: Ground): FormSpecimens {
  const named = (name: string): Pick<ControlView, 'id' | 'name'> => ({
    id: idOf(`${ground}.${name}`),
    name: `${ground}.${name}`,
  });
  const text = (name: string, rest: Partial<TextView> = {}): TextView => ({
    ...named(name),
    type: 'line',
    label: t('look.accent.field'),
    value: '#0a5bd3',
    ...rest,
  });
  const choice = (name: string, type: ChoicesView['type'], rest: Partial<ChoicesView> = {}): ChoicesView => ({
    ...named(name),
    type,
    legend: t('settings.second-factor'),
    options: (['optional', 'required'] as const).map((value, index) => ({
      value,
      label: t(`settings.rule.${value}`),
      hint: t(`settings.rule.${value}-hint`),
      checked: index === 0,
    })),
    ...rest,
  });
  const check = (name: string, rest: Partial<CheckView> = {}): CheckView => ({
    ...named(name),
    label: t('look.logo.says-name'),
    value: 'yes',
    checked: true,
    ...rest,
  });
  return {
    texts: [
      text('line', { hint: t('look.accent.hint'), required: true }),
      text('wrong', { value: '#0a5', error: t('look.accent.wrong') }),
      text('read-only', { readOnly: true }),
      text('prose', { type: 'prose', label: t('look.logo.alternative'), value: t('look.lead'), rows: 3 }),
      text('date', { type: 'date', label: t('components.day'), value: '' }),
      text('file', { type: 'file', label: t('look.logo'), value: '' }),
    ],
    select: {
      ...named('select'),
      label: t('settings.second-factor'),
      value: 'optional',
      options: (['optional', 'required'] as const).map((value) => ({
        value,
        label: t(`settings.rule.${value}`),
      })),
    },
    checks: [
      check('ticked', { hint: t('look.logo.says-name-hint') }),
      check('not-ticked', { checked: false }),
    ],
    choices: [choice('radio', 'radio'), choice('checkbox', 'checkbox', { error: t('settings.wrong') })],
    group: { id: `${ground}-group`, legend: t('look.logo'), hint: t('look.logo.lead') },
    section: { id: `${ground}-section`, title: t(`look.sample.${ground}`), lead: t('look.accent.lead') },
  };
}
