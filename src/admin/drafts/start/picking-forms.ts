import { CAPACITIES } from '../../../domain/subjects/scope.ts';
import { choices, selectField, textField } from '../../answer.ts';
import {
  inUseOptions,
  nameField,
  postForm,
  scopeChoices,
  thirdPartyOptions,
  whichForm,
  withNone,
} from './controls.ts';
import { inUse } from './ground.ts';
import type { Asking } from './read-new-draft-page.ts';
import type { ShownForms } from './start-forms.ts';

/** Changing: any third party the register knows, also one that is out of use and may come back. */
export function changingForms(asking: Asking): ShownForms {
  const { locals, answer, query } = asking;
  const { words } = locals;
  const field = selectField(answer, 'third-party', words.t('new-draft.which'), {
    value: query['third-party'] ?? '',
    options: withNone(
      words.t('new-draft.choose'),
      thirdPartyOptions(asking, () => true),
    ),
    required: true,
  });
  const form = postForm(asking, {
    name: 'change',
    title: undefined,
    lead: undefined,
    kept: [],
    controls: [field],
    action: 'change',
    text: words.t('new-draft.change.button'),
  });
  return { notes: [], forms: [form] };
}

/** Removing: first which one, then from which scopes and when. */
export function removingForms(asking: Asking): ShownForms {
  const { locals, ground, answer, query } = asking;
  const { words } = locals;
  const id = answer.form?.value('third-party') ?? query['third-party'] ?? '';
  if (!inUse(ground, id)) return { notes: [], forms: [whichForm(asking, inUseOptions(asking))] };
  const day = textField(answer, 'day', words.t('new-draft.remove.day'), {
    type: 'date',
    hint: words.t('new-draft.remove.day.hint'),
  });
  const form = postForm(asking, {
    name: 'remove',
    title: nameOf(asking, id),
    lead: undefined,
    kept: [{ name: 'third-party', value: id }],
    controls: [
      scopeChoices(asking, answer, words.t('new-draft.remove.scopes'), { of: id, known: scopeAsked(asking) }),
      day,
    ],
    action: 'remove',
    text: words.t('new-draft.remove.button'),
  });
  return { notes: [words.t('new-draft.remove.note')], forms: [form] };
}

export function nameOf({ ground, locals }: Asking, id: string): string {
  return locals.words.plain(ground.register.thirdParties.get(id)?.name) || id;
}

/** The one scope that the address names, or all. */
export function scopeAsked({ query }: Asking): 'all' | readonly string[] {
  const scope = query['scope'];
  return scope === undefined || scope === '' ? 'all' : [scope];
}

/** Scopes: one that is there, or a new one. */
export function scopeForms(asking: Asking): ShownForms {
  const { locals, ground, answer, query } = asking;
  const { words } = locals;
  const scopes = [...ground.register.scopes].map(([value, { name }]) => ({
    value,
    label: words.plain(name),
  }));
  const existing = postForm(asking, {
    name: 'scope',
    title: words.t('new-draft.scope.existing'),
    lead: undefined,
    kept: [],
    controls: [
      selectField(answer, 'scope', words.t('new-draft.scope.which'), {
        value: query['scope'] ?? '',
        options: withNone(words.t('new-draft.choose'), scopes),
        required: true,
      }),
    ],
    action: 'scope',
    text: words.t('new-draft.scope.change'),
  });
  const fresh = postForm(asking, {
    name: 'new-scope',
    title: words.t('new-draft.scope.new'),
    lead: undefined,
    kept: [],
    controls: [
      nameField(asking, answer, 'name', words.t('new-draft.scope.name')),
      choices(
        answer,
        'capacity',
        words.t('new-draft.scope.capacity'),
        'radio',
        CAPACITIES.map((value) => ({ value, label: words.t(`capacity.${value}`) })),
        [],
        { required: true },
      ),
    ],
    action: 'scope',
    text: words.t('new-draft.scope.add'),
  });
  return { notes: [], forms: scopes.length > 0 ? [existing, fresh] : [fresh] };
}

export function organisationForms(asking: Asking): ShownForms {
  const form = postForm(asking, {
    name: 'organisation',
    title: undefined,
    lead: undefined,
    kept: [],
    controls: [],
    action: 'organisation',
    text: asking.locals.words.t('new-draft.organisation.button'),
  });
  return { notes: [], forms: [form] };
}
