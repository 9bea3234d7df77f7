import { GROUNDS, PLACE_GROUPS, REGIMES, type Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { transferOf } from '../../domain/transfers.ts';
import { SCC_MODULES } from '../../forms/fields.ts';
import { idOf } from '../../forms/field-view.ts';
import { firstOf } from '../../forms/form-values.ts';
import { countryOptions } from './countries.ts';
import { folded, line, optionsOf, select, texts } from './controls.ts';
import { isFilled, needsAttention, type Form } from './form.ts';
import type { FormPart } from './form-part.ts';
import { rows } from './rows.ts';

/** The grounds of a transfer. Where nothing leaves the EEA they are folded away: none is needed. */
export function safeguards(
  form: Form,
  name: string,
  owner: { readonly state: ThirdParty; readonly processing: Processing } | undefined,
): FormPart {
  const { words, content } = form;
  const transfer = owner && transferOf(owner.state, owner.processing, content.eea);
  const places = [...(transfer?.destinations ?? [])];
  const part = rows(form, name, {
    hint: words.t('form.safeguards.hint'),
    called: (number) => words.t('form.row.safeguard', { number }),
    add: words.t('form.add.safeguard'),
    inviting: transfer !== undefined,
    row: (own) => safeguard(form, own, places),
  });
  if (transfer || isFilled(form, name) || needsAttention(form, name)) return part;
  return { kind: 'details', summary: words.t('form.safeguards.not-needed'), open: false, parts: [part] };
}

function safeguard(form: Form, name: string, places: readonly string[]): FormPart[] {
  const { words } = form;
  const more = ['modules', 'reference', 'validFrom', 'validUntil'].map((fact) => `${name}.${fact}`);
  return [
    {
      kind: 'columns',
      parts: [
        select(
          form,
          `${name}.ground`,
          optionsOf(form, GROUNDS, (one) => `safeguard.short.${one}` as const),
          {
            label: words.t('form.ground'),
          },
        ),
        preset(
          form,
          `${name}.regime`,
          'eu',
          words.t('form.regime'),
          REGIMES,
          (one) => `regime.${one}` as const,
        ),
        preset(
          form,
          `${name}.rank`,
          'primary',
          words.t('form.rank'),
          ['primary', 'fallback'],
          (one) => `safeguard.rank.${one}` as const,
        ),
      ],
    },
    destinations(form, `${name}.destinations`, places),
    {
      kind: 'columns',
      parts: [
        line(form, `${name}.copyLink`, {
          label: words.t('form.copy-link'),
          type: 'url',
          hint: words.t('form.copy.hint'),
        }),
      ],
    },
    texts(form, `${name}.copy`, { label: words.t('form.copy') }),
    folded(form, words.t('form.safeguard.more'), more, [
      modules(form, `${name}.modules`),
      line(form, `${name}.reference`, {
        label: words.t('form.reference'),
        hint: words.t('form.reference.hint'),
      }),
      {
        kind: 'columns',
        parts: [
          line(form, `${name}.validFrom`, { label: words.t('form.valid-from'), type: 'date' }),
          line(form, `${name}.validUntil`, { label: words.t('form.valid-until'), type: 'date' }),
        ],
      },
    ]),
  ];
}

function preset<Id extends string>(
  form: Form,
  name: string,
  value: Id,
  label: string,
  ids: readonly Id[],
  key: Parameters<typeof optionsOf<Id>>[2],
): FormPart {
  const chosen = firstOf(form.values, name) || value;
  return select({ ...form, values: new Map([[name, [chosen]]]) }, name, optionsOf(form, ids, key), {
    label,
    required: true,
  });
}

/** The places that data goes to are there to be ticked; any other can be added, one at a time. */
function destinations(form: Form, name: string, places: readonly string[]): FormPart {
  const { words, values, errors } = form;
  const chosen = (values.get(name) ?? []).filter((place) => place !== '');
  const offered = [...new Set([...places, ...chosen])].filter((place) => place !== '');
  const others = [
    ...PLACE_GROUPS.map((value) => ({ value, label: words.placeName(value) })),
    ...countryOptions(words),
  ];
  return {
    kind: 'stack',
    parts: [
      {
        kind: 'control',
        control: {
          id: idOf(name),
          name,
          type: 'checkbox',
          legend: words.t('form.destinations'),
          hint: words.t('form.destinations.hint'),
          error: errors.get(name),
          options: offered.map((value) => ({
            value,
            label: words.placeName(value),
            checked: chosen.includes(value),
          })),
        },
      },
      {
        kind: 'control',
        control: {
          id: idOf(`${name}.more`),
          name,
          label: words.t('form.destinations.more'),
          value: '',
          options: [
            { value: '', label: words.t('form.none') },
            ...others.filter(({ value }) => !offered.includes(value)),
          ],
        },
      },
    ],
  };
}

function modules({ words, values, errors }: Form, name: string): FormPart {
  const chosen = values.get(name) ?? [];
  return {
    kind: 'control',
    control: {
      id: idOf(name),
      name,
      type: 'checkbox',
      legend: words.t('form.modules'),
      hint: words.t('form.modules.hint'),
      error: errors.get(name),
      options: SCC_MODULES.map((module) => ({
        value: module,
        label: words.t(`form.module.${module}`),
        checked: chosen.includes(module),
      })),
    },
  };
}
