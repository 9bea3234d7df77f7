import { isInUse } from '../../../domain/register.ts';
import type { ThirdParty } from '../../../domain/subjects/third-party.ts';
import type { ChoicesView, SelectView, TextView } from '../../../forms/field-view.ts';
import { nameIn } from '../../../language/telling.ts';
import type { Pair } from '../../../register/views/pairs.ts';
import { choices, selectField, textField, type Answer } from '../../answer.ts';
import type { Asking, StartForm } from './read-new-draft-page.ts';

type Options = SelectView['options'];

/** Third parties by name. */
export function thirdPartyOptions(
  { locals, ground }: Asking,
  fits: (state: ThirdParty, id: string) => boolean,
): Options {
  const { words } = locals;
  return [...ground.register.thirdParties]
    .filter(([id, state]) => fits(state, id))
    .map(([value, state]) => ({ value, label: words.text(nameIn(state))?.value ?? value }))
    .sort((one, other) => words.compare(one.label, other.label));
}

export function inUseOptions(asking: Asking): Options {
  return thirdPartyOptions(asking, isInUse);
}

export function withNone(text: string, options: Options): Options {
  return [{ value: '', label: text }, ...options];
}

/** The scopes of a third party, or all there are, to tick. */
export function scopeChoices(
  { locals, ground }: Asking,
  answer: Answer,
  legend: string,
  { of, known, hint }: { of?: string | undefined; known: 'all' | readonly string[]; hint?: string },
): ChoicesView {
  const { words } = locals;
  const own = of === undefined ? undefined : ground.register.thirdParties.get(of);
  const ids = own
    ? [...new Set(Object.values(own.processings ?? {}).map(({ scope }) => scope))]
    : [...ground.register.scopes.keys()];
  const options = ids.map((value) => {
    const scope = ground.register.scopes.get(value);
    return { value, label: words.plain(scope?.name) || value };
  });
  return choices(answer, 'scope', legend, 'checkbox', options, known === 'all' ? ids : known, {
    hint,
    required: of !== undefined,
  });
}

export function nameField({ locals }: Asking, answer: Answer, name = 'name', label?: string): TextView {
  return textField(answer, name, label ?? locals.words.t('new-draft.name'), { maxLength: 500 });
}

/** A form that begins something; the field `form` tells it from the others of its page. */
export function postForm(
  asking: Asking,
  form: Omit<StartForm, 'method' | 'button'> & { name: string; action: string; text: string },
): StartForm {
  const { name, action, text, kept, ...rest } = form;
  return {
    ...rest,
    method: 'post',
    kept: [...asking.kept, { name: 'form', value: name }, ...kept],
    button: { action, text, kind: 'main' },
  };
}

/** A form that only asks for what the next one needs to know. */
export function getForm(
  { query }: Asking,
  form: Omit<StartForm, 'method' | 'button' | 'kept'> & { text: string; keeps: readonly string[] },
): StartForm {
  const { text, keeps, ...rest } = form;
  const kept = keeps.flatMap((name): Pair[] => {
    const value = query[name];
    return value === undefined || value === '' ? [] : [{ name, value }];
  });
  return { ...rest, method: 'get', kept, button: { action: undefined, text, kind: 'plain' } };
}

/** The form that asks which third party it is about. */
export function whichForm(asking: Asking, options: Options): StartForm {
  const { words } = asking.locals;
  const field = selectField(asking.answer, 'third-party', words.t('new-draft.which'), {
    options: withNone(words.t('new-draft.choose'), options),
    required: true,
  });
  return getForm(asking, {
    title: undefined,
    lead: undefined,
    controls: [field],
    text: words.t('new-draft.next'),
    keeps: ['what', 'draft'],
  });
}
