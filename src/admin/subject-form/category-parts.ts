import { CERTAINTIES } from '../../forms/category-control.ts';
import { idOf } from '../../forms/field-view.ts';
import type { Vocabulary } from '../../language/words.ts';
import { gapHint, hints, isFilled, needsAttention, type Form } from './form.ts';
import type { FormPart } from './form-part.ts';
import { labelOf, optionsOf, present, texts } from './controls.ts';
import { rows } from './rows.ts';

/** Categories of data or of people: terms to tick, free text beside them, and how sure each is. */
export function categories(form: Form, name: string, vocabulary: Vocabulary, hint: string): FormPart {
  const { words } = form;
  const legend = labelOf(form, name);
  return {
    kind: 'group',
    id: idOf(name),
    legend,
    hint: hints(gapHint(form, name), hint),
    error: form.errors.get(name),
    parts: [
      present(name),
      terms(form, name, vocabulary),
      ...certainties(form, name, vocabulary),
      {
        kind: 'details',
        summary: words.t('form.free-text'),
        open: isFilled(form, `${name}.text`) || needsAttention(form, `${name}.text`),
        parts: [freeTexts(form, `${name}.text`)],
      },
    ],
  };
}

function terms(form: Form, name: string, vocabulary: Vocabulary): FormPart {
  const { words, values, content, errors } = form;
  const own = `${name}.term`;
  const ticked = new Set(values.get(own));
  const known = content.vocabularies[vocabulary];
  const groups = vocabulary === 'data' ? content.dataGroups : [];
  const groupOf = new Map(
    groups.flatMap(({ label, terms: some }) => some.map((term) => [term, words.plain(label)])),
  );
  const all = [...known.keys(), ...[...ticked].filter((term) => term !== '' && !known.has(term))];
  return {
    kind: 'control',
    control: {
      id: idOf(own),
      name: own,
      type: 'checkbox',
      legend: words.t('form.terms'),
      error: errors.get(own),
      options: all.map((term) => ({
        value: term,
        label: words.term(vocabulary, term),
        checked: ticked.has(term),
        group: groupOf.get(term),
      })),
    },
  };
}

/** Asked only of what is ticked: of most it is certain. */
function certainties(form: Form, name: string, vocabulary: Vocabulary): FormPart[] {
  const { words, values } = form;
  const ticked = (values.get(`${name}.term`) ?? []).filter((term) => term !== '');
  if (ticked.length === 0) return [];
  const own = (term: string): string => `${name}.certainty.${term}`;
  return [
    {
      kind: 'details',
      summary: words.t('form.certainty'),
      open: isFilled(form, ...ticked.map(own)) || needsAttention(form, `${name}.certainty`),
      parts: [
        { kind: 'quiet', text: words.t('form.certainty.hint') },
        {
          kind: 'columns',
          parts: ticked.flatMap((term) =>
            (values.get(own(term)) ?? ['']).map((value, index) =>
              certainty(form, own(term), words.term(vocabulary, term), value, index),
            ),
          ),
        },
      ],
    },
  ];
}

function certainty(form: Form, name: string, label: string, value: string, index = 0): FormPart {
  return {
    kind: 'control',
    control: {
      id: idOf(index === 0 ? name : `${name}.${String(index)}`),
      name,
      label,
      error: form.errors.get(name),
      value,
      options: [
        { value: '', label: form.words.t('form.certainty.certain') },
        ...optionsOf(form, CERTAINTIES, (one) => `form.certainty.${one}` as const),
      ],
    },
  };
}

function freeTexts(form: Form, name: string): FormPart {
  const { words, values } = form;
  return rows(form, name, {
    legend: words.t('form.free-text'),
    hint: words.t('form.free-text.hint'),
    called: (number) => words.t('form.row.text', { number }),
    add: words.t('form.add.text'),
    row: (own) => [
      texts(form, own, { label: words.t('form.free-text.one') }),
      certainty(
        form,
        `${own}.certainty`,
        words.t('form.certainty'),
        values.get(`${own}.certainty`)?.[0] ?? '',
      ),
    ],
  });
}
