import type { FieldView, SelectView } from '../../../forms/field-view.ts';
import { answerTo, selectField, type Answer } from '../../answer.ts';
import { searchForm, vendorField } from './adding-forms.ts';
import {
  getForm,
  inUseOptions,
  nameField,
  postForm,
  scopeChoices,
  thirdPartyOptions,
  whichForm,
  withNone,
} from './controls.ts';
import { inUse } from './ground.ts';
import { nameOf, scopeAsked } from './picking-forms.ts';
import type { Asking, StartForm } from './read-new-draft-page.ts';
import { PARTS } from './restructuring-starts.ts';
import type { ShownForms } from './start-forms.ts';

/** Replacing: first which one goes, then who takes its place, and with which purposes. */
export function replacingForms(asking: Asking): ShownForms {
  const { locals, ground, answer, query } = asking;
  const { words } = locals;
  const old = answer.form?.value('third-party') ?? query['third-party'] ?? '';
  if (!inUse(ground, old)) return { notes: [], forms: [whichForm(asking, inUseOptions(asking))] };
  return {
    notes: [words.t('new-draft.catalog-note')],
    forms: [successorForm(asking, old), searchForm(asking, ['what', 'third-party', 'draft', 'scope'])],
  };
}

function successorForm(asking: Asking, old: string): StartForm {
  const { answer, locals } = asking;
  const { words } = locals;
  const name = nameOf(asking, old);
  const others = thirdPartyOptions(asking, (_state, id) => id !== old);
  return postForm(asking, {
    name: 'replace',
    title: words.t('new-draft.replace.by', { old: name }),
    lead: words.t('new-draft.replace.one-of-three'),
    kept: [{ name: 'third-party', value: old }],
    controls: [
      vendorField(asking, answer, words.t('new-draft.replace.not-listed')),
      selectField(answer, 'other', words.t('new-draft.replace.other'), {
        options: withNone(words.t('new-draft.replace.not-there'), others),
      }),
      nameField(asking, answer, 'name', words.t('new-draft.replace.name')),
      scopeChoices(asking, answer, words.t('new-draft.replace.scopes', { name }), {
        of: old,
        known: scopeAsked(asking),
      }),
      takesOver(answer, words),
    ],
    action: 'replace',
    text: words.t('new-draft.replace.button'),
  });
}

function takesOver(answer: Answer, words: Asking['locals']['words']): FieldView {
  return {
    id: 'takes-over',
    name: 'takes-over',
    label: words.t('new-draft.replace.takes-over'),
    hint: words.t('new-draft.replace.takes-over.hint'),
    value: 'yes',
    checked: answer.form ? answer.form.value('takes-over') !== '' : true,
  };
}

/** Continuing: several go on as one, or one as several. */
export function continuingForms(asking: Asking): ShownForms {
  return {
    notes: [asking.locals.words.t('new-draft.continue.note')],
    forms: [mergingForm(asking), ...splittingForms(asking)],
  };
}

function mergingForm(asking: Asking): StartForm {
  const { words } = asking.locals;
  const answer = answerTo(asking.answer, 'merge');
  const options = inUseOptions(asking);
  const first = asking.query['third-party'] ?? '';
  const parts = PARTS.map((part, index): SelectView =>
    selectField(answer, `from.${part}`, words.t('new-draft.continue.from', { number: Number(part) }), {
      value: index === 0 ? first : '',
      options: withNone(words.t(index < 1 ? 'new-draft.choose' : 'new-draft.continue.none'), options),
    }),
  );
  return postForm(asking, {
    name: 'merge',
    title: words.t('new-draft.continue.merge'),
    lead: words.t('new-draft.continue.merge.lead'),
    kept: [{ name: 'how', value: 'merge' }],
    controls: [
      ...parts,
      selectField(answer, 'into', words.t('new-draft.continue.into'), {
        options: withNone(words.t('new-draft.continue.into.new'), options),
      }),
      nameField(asking, answer, 'name', words.t('new-draft.continue.name')),
    ],
    action: 'continue',
    text: words.t('new-draft.continue.merge.button'),
  });
}

function splittingForms(asking: Asking): StartForm[] {
  const { words } = asking.locals;
  const answer = answerTo(asking.answer, 'split');
  const old = answer.form?.value('third-party') ?? asking.query['third-party'] ?? '';
  const title = words.t('new-draft.continue.split');
  if (!inUse(asking.ground, old)) {
    const ask = whichForm(asking, inUseOptions(asking));
    return [{ ...ask, title, lead: words.t('new-draft.continue.split.which') }];
  }
  const form = postForm(asking, {
    name: 'split',
    title: words.t('new-draft.continue.split.of', { name: nameOf(asking, old) }),
    lead: words.t('new-draft.continue.split.lead'),
    kept: [
      { name: 'how', value: 'split' },
      { name: 'third-party', value: old },
    ],
    controls: [
      ...PARTS.map((part) =>
        nameField(
          asking,
          answer,
          `part.${part}`,
          words.t('new-draft.continue.part', { number: Number(part) }),
        ),
      ),
      ...rowFields(asking, answer, old),
    ],
    action: 'continue',
    text: words.t('new-draft.continue.split.button'),
  });
  return [form, anotherOne(asking)];
}

/** Where each processing goes: with one of the parts, or nowhere. */
function rowFields({ locals, ground }: Asking, answer: Answer, old: string): FieldView[] {
  const { words } = locals;
  const rows = Object.entries(ground.register.thirdParties.get(old)?.processings ?? {});
  const options = PARTS.map((part) => ({
    value: part,
    label: words.t('new-draft.continue.to-part', { number: Number(part) }),
  }));
  return rows.map(([id, { scope, purpose }], index) => {
    const label = words.plain(ground.register.scopes.get(scope)?.name) || scope;
    const text = words.plain(purpose);
    const named = text === '' ? label : words.t('third-party.labelled', { label, text });
    // Two processings may have one purpose.
    const legend = rows.length > 1 ? `${words.number(index + 1)}. ${named}` : named;
    return selectField(answer, `to.${id}`, legend, {
      options: withNone(words.t('new-draft.continue.stays'), options),
    });
  });
}

function anotherOne(asking: Asking): StartForm {
  const { words } = asking.locals;
  return getForm(asking, {
    title: undefined,
    lead: undefined,
    controls: [],
    text: words.t('new-draft.continue.another'),
    keeps: ['what', 'draft'],
  });
}
