import { DURATION_UNITS, type DurationUnit } from '../../forms/duration-control.ts';
import { idOf, type SelectView, type TextView } from '../../forms/field-view.ts';
import { firstOf } from '../../forms/form-values.ts';
import type { MessageKey } from '../../language/words.ts';
import { gapHint, hints, isFilled, needsAttention, stepsBelow, type Form } from './form.ts';
import type { FormPart } from './form-part.ts';

export type Option = SelectView['options'][number];

interface Extra {
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

/** The label of a field, by the name of its control: `processings.p1.purpose`. */
export function labelOf({ words, kind }: Form, name: string): string {
  return words.fieldName(kind, name.replaceAll('.', '/'));
}

function common(form: Form, name: string, { label, hint, required }: Extra) {
  return {
    id: idOf(name),
    name,
    label: label ?? labelOf(form, name),
    hint: hints(gapHint(form, name), hint),
    error: form.errors.get(name),
    ...(required ? { required } : {}),
  };
}

/** A text on one line. */
export function line(
  form: Form,
  name: string,
  extra: Extra & Partial<Pick<TextView, 'type' | 'suggestions'>> = {},
): FormPart {
  const { type = 'line', suggestions } = extra;
  return {
    kind: 'control',
    control: {
      ...common(form, name, extra),
      type,
      value: firstOf(form.values, name),
      ...(suggestions ? { suggestions } : {}),
    },
  };
}

/** A choice from a list, the first of which is "not stated" unless something has to be chosen. */
export function select(form: Form, name: string, options: readonly Option[], extra: Extra = {}): FormPart {
  const value = firstOf(form.values, name);
  // What is not in the list is shown all the same: nothing may be lost by opening and saving a form.
  const unknown = value !== '' && !options.some((option) => option.value === value);
  return {
    kind: 'control',
    control: {
      ...common(form, name, extra),
      value,
      options: [
        ...(extra.required && value !== ''
          ? []
          : [{ value: '', label: form.words.t(extra.required ? 'form.choose' : 'general.not-stated') }]),
        ...(unknown ? [{ value, label: value }] : []),
        ...options,
      ],
    },
  };
}

/** Options of a fixed set, each by its message. */
export function optionsOf<Id extends string>(
  { words }: Form,
  ids: readonly Id[],
  key: (id: Id) => MessageKey,
): Option[] {
  return ids.map((id) => ({ value: id, label: words.t(key(id)) }));
}

/** Text in several languages: a box for each, side by side. */
export function texts(form: Form, name: string, extra: Extra & { readonly rows?: number } = {}): FormPart {
  const { words, errors } = form;
  const label = extra.label ?? labelOf(form, name);
  const parts = languagesOf(form, name).flatMap((language): FormPart[] => {
    const own = `${name}.${language}`;
    const first = language === form.languages[0];
    return [
      {
        kind: 'control',
        control: {
          id: idOf(own),
          name: own,
          label: inLanguage(form, label, language),
          hint: hints(first ? gapHint(form, name) : undefined, first ? extra.hint : undefined),
          error: errors.get(own) ?? (first ? errors.get(name) : undefined),
          lang: language === 'und' || language === words.language ? undefined : language,
          type: 'prose',
          rows: extra.rows ?? 2,
          value: firstOf(form.values, own),
        },
      },
      ...outdatedMark(form, own, label),
    ];
  });
  return { kind: 'columns', parts: columnsOf(parts) };
}

/** A control and the mark that belongs to it stay together. */
function columnsOf(parts: readonly FormPart[]): FormPart[] {
  const columns: FormPart[][] = [];
  for (const part of parts) {
    if (part.kind === 'control' && 'type' in part.control) columns.push([part]);
    else columns.at(-1)?.push(part);
  }
  return columns.map((column) =>
    column.length === 1 && column[0] ? column[0] : { kind: 'stack', parts: column },
  );
}

/** The languages that are asked for, and any other that the text has. */
export function languagesOf(form: Form, name: string): string[] {
  const there = stepsBelow(form, name).filter((step) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(step));
  return [...new Set([...form.languages, ...there.filter((step) => isFilled(form, `${name}.${step}`))])];
}

export function inLanguage({ words }: Form, label: string, language: string): string {
  if (language === 'und') return words.t('form.all-languages', { text: label });
  return words.t('general.in-language', { text: label, language: words.languageName(language) });
}

/** A text that another language has overtaken: whoever finds it still right says so. */
export function outdatedMark(form: Form, name: string, label: string): FormPart[] {
  const path = name.replaceAll('.', '/');
  if (!(form.values.get('outdated') ?? []).includes(path)) return [];
  return [
    {
      kind: 'control',
      control: {
        id: idOf(`confirmed.${name}`),
        name: 'confirmed',
        value: path,
        checked: (form.values.get('confirmed') ?? []).includes(path),
        label: form.words.t('form.still-right'),
        hint: form.words.t('form.outdated', { text: label }),
      },
    },
  ];
}

/** A number with its unit; another duration is written as ISO 8601 has it. */
export function duration(
  form: Form,
  name: string,
  extra: Extra & { readonly units?: readonly DurationUnit[] } = {},
): FormPart[] {
  const { words } = form;
  const label = extra.label ?? labelOf(form, name);
  const units = extra.units ?? (Object.keys(DURATION_UNITS) as DurationUnit[]);
  const unit = firstOf(form.values, `${name}.unit`);
  const iso = `${name}.iso`;
  return [
    {
      kind: 'columns',
      parts: [
        line(form, `${name}.number`, { ...extra, label, type: 'number' }),
        {
          kind: 'control',
          control: {
            id: idOf(`${name}.unit`),
            name: `${name}.unit`,
            label: words.t('form.unit'),
            error: form.errors.get(`${name}.unit`),
            value: unit === '' ? 'days' : unit,
            options: units.map((one) => ({ value: one, label: words.t(`form.unit.${one}`) })),
          },
        },
      ],
    },
    ...(extra.units
      ? [hidden(form, iso)]
      : [
          folded(
            form,
            words.t('form.iso'),
            [iso],
            [line(form, iso, { label: words.t('form.iso'), hint: words.t('form.iso.hint') })],
          ),
        ]),
  ];
}

function hidden({ values }: Form, name: string): FormPart {
  return { kind: 'hidden', pairs: [{ name, value: firstOf(values, name) }] };
}

/** What is seldom needed, open when something at one of the names is filled in or wrong. */
export function folded(
  form: Form,
  summary: string,
  names: readonly string[],
  parts: readonly FormPart[],
): FormPart {
  return {
    kind: 'details',
    summary,
    open: isFilled(form, ...names) || needsAttention(form, ...names),
    parts,
  };
}

/** Says that the rows of a field are in the form, also when there are none. */
export function present(...names: readonly string[]): FormPart {
  return { kind: 'hidden', pairs: names.map((name) => ({ name, value: '' })) };
}
