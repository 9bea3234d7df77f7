import { vendorsMatching } from '../../../catalog/vendors-matching.ts';
import type { Vendor } from '../../../content/vendors.ts';
import { THIRD_PARTY_KINDS } from '../../../domain/subjects/third-party.ts';
import type { ChoicesView, FieldView, SelectView } from '../../../forms/field-view.ts';
import { answerTo, choices, selectField, textField, type Answer } from '../../answer.ts';
import { namesake } from './ground.ts';
import { getForm, nameField, postForm, scopeChoices, withNone } from './controls.ts';
import type { Asking, StartForm } from './read-new-draft-page.ts';
import type { ShownForms } from './start-forms.ts';

// More would be a list to read, not to choose from: a further word narrows it.
const MOST_RESULTS = 12;

/** Adding: from the catalog, which fills in what is known, or by name. */
export function addingForms(asking: Asking): ShownForms {
  const { words } = asking.locals;
  return {
    notes: [words.t('new-draft.catalog-note')],
    forms: [fromCatalogForm(asking), searchForm(asking, ['what', 'draft', 'scope']), byNameForm(asking)],
  };
}

/** For whoever does not find it in the list of all of them. */
export function searchForm(asking: Asking, keeps: readonly string[]): StartForm {
  const { words } = asking.locals;
  const none: Answer = { form: undefined, problems: [] };
  return getForm(asking, {
    title: undefined,
    lead: undefined,
    controls: [
      textField(none, 'q', words.t('new-draft.search'), {
        type: 'search',
        value: asking.query['q'] ?? '',
        hint: words.t('new-draft.search.hint'),
      }),
    ],
    text: words.t('new-draft.search.button'),
    keeps,
  });
}

function fromCatalogForm(asking: Asking): StartForm {
  const { words } = asking.locals;
  const answer = answerTo(asking.answer, 'catalog');
  return postForm(asking, {
    name: 'catalog',
    title: words.t('new-draft.add.catalog'),
    lead: undefined,
    kept: [],
    controls: [vendorField(asking, answer), ...scopesOfNewcomer(asking, answer, 'catalog')],
    action: 'add',
    text: words.t('new-draft.add.from-catalog'),
  });
}

/** The vendors that were looked for, to choose one; without a question all of them, in a list that opens. */
export function vendorField(
  { locals, query, ground }: Asking,
  answer: Answer,
  none?: string,
): ChoicesView | SelectView {
  const { words, context } = locals;
  const question = query['q'] ?? '';
  const asked = query['vendor'] ?? '';
  const found = vendorsMatching(context.content, question);
  const label = words.t(none === undefined ? 'new-draft.vendor' : 'new-draft.vendor.successor');
  if (question !== '' && found.length > 0 && found.length <= MOST_RESULTS)
    return choices(
      answer,
      'vendor',
      label,
      'radio',
      [
        ...found.map((vendor) => ({
          value: vendor.id,
          label: vendor.name,
          hint: hintOf(words, vendor, namesake(ground, vendor.name) !== undefined),
        })),
        ...(none === undefined ? [] : [{ value: '', label: none }]),
      ],
      // Who looked for one and found it means it, unless there are other ways to say whom.
      [asked === '' && none === undefined && found.length === 1 ? (found[0]?.id ?? '') : asked],
    );
  const listed = found.length > 0 ? found : vendorsMatching(context.content, '');
  return selectField(answer, 'vendor', label, {
    value: asked,
    hint: question !== '' && found.length === 0 ? words.t('new-draft.search.none', { question }) : undefined,
    options: withNone(
      none ?? words.t('new-draft.choose'),
      listed.map(({ id, name }) => ({ value: id, label: name })),
    ),
  });
}

function hintOf(
  words: Asking['locals']['words'],
  { entity, category, pleaseCheck }: Vendor,
  isKnown: boolean,
): string {
  const country = entity?.country === undefined ? undefined : words.country(entity.country);
  return [
    words.plain(category.label),
    [entity?.name, country].filter((part) => part !== undefined).join(', '),
    pleaseCheck ? words.t('new-draft.please-check') : '',
    isKnown ? words.t('new-draft.in-register') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function byNameForm(asking: Asking): StartForm {
  const { words } = asking.locals;
  const answer = answerTo(asking.answer, 'name');
  return postForm(asking, {
    name: 'name',
    title: words.t('new-draft.add.by-name'),
    lead: words.t('new-draft.add.by-name.lead'),
    kept: [],
    controls: [
      nameField(asking, answer),
      kindField(asking, answer),
      ...scopesOfNewcomer(asking, answer, 'name'),
    ],
    action: 'add',
    text: words.t('new-draft.add.button'),
  });
}

function kindField({ locals: { words } }: Asking, answer: Answer): ChoicesView {
  const options = THIRD_PARTY_KINDS.map((value) => ({
    value,
    label: words.t(`kind.${value}`),
    hint: words.t(`new-draft.kind.${value}`),
  }));
  return choices(answer, 'kind', words.t('new-draft.kind'), 'radio', options, ['service']);
}

/** The scopes in which it comes into use: each begins a processing. */
function scopesOfNewcomer(asking: Asking, answer: Answer, form: string): FieldView[] {
  const { ground, query, locals } = asking;
  const ids = [...ground.register.scopes.keys()];
  const asked = query['scope'];
  const known = asked !== undefined && ids.includes(asked) ? [asked] : ids.length === 1 ? ids : [];
  const field = scopeChoices(asking, answer, locals.words.t('new-draft.scopes'), {
    known,
    hint: locals.words.t('new-draft.scopes.hint'),
  });
  // Two forms of one page ask the same: each control needs an id of its own.
  return ids.length === 0 ? [] : [{ ...field, id: `scope-${form}` }];
}
