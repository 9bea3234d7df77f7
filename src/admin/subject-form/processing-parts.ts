import { processingIn } from '../../language/field-in-words.ts';
import { ROLES, USES } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { LEGAL_BASES } from '../../forms/fields.ts';
import { idOf } from '../../forms/field-view.ts';
import { firstOf } from '../../forms/form-values.ts';
import { categories } from './category-parts.ts';
import { duration, folded, line, optionsOf, present, select, texts } from './controls.ts';
import { gapHint, isFilled, needsAttention, stepsBelow, type Form } from './form.ts';
import type { FormPart } from './form-part.ts';
import { locations, transferNote } from './place-parts.ts';
import { removeButton } from './rows.ts';
import { safeguards } from './safeguard-parts.ts';

/** Beyond that many processings each is folded up, unless something in it is to be done. */
const OPEN = 2;

/** The processings that the form shows. */
function processingIds(form: Form): string[] {
  return stepsBelow(form, 'processings').filter((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
}

/** What the third party does, scope by scope, each with a button that takes it away. */
export function processings(form: Form): FormPart {
  const { words } = form;
  const ids = processingIds(form);
  return {
    kind: 'group',
    id: 'processings',
    legend: words.t('form.processings'),
    hint: ids.length === 0 ? words.t('form.processings.none') : undefined,
    error: form.errors.get('processings'),
    parts: [present('processings'), ...ids.map((id, index) => processing(form, id, index + 1, ids.length))],
    buttons: [
      {
        action: 'add processings',
        text: words.t('form.add.processing'),
        repeat: 'processings',
        to: 'processings',
      },
    ],
  };
}

function processing(form: Form, id: string, number: number, of: number): FormPart {
  const name = `processings.${id}`;
  const legend = titleOf(form, name, number);
  const group: FormPart = {
    kind: 'group',
    id: idOf(name),
    legend,
    row: true,
    error: form.errors.get(name),
    parts: [present(name), ...partsOf(form, id, name)],
    buttons: [removeButton(form, name, 'processings', legend)],
  };
  if (of <= OPEN) return group;
  const isBegun = isFilled(form, `${name}.purpose`);
  return { kind: 'details', summary: legend, open: !isBegun || needsAttention(form, name), parts: [group] };
}

/** `Processing 1: App – sends mail`. */
function titleOf({ words, values, scopes }: Form, name: string, number: number): string {
  const scope = firstOf(values, `${name}.scope`);
  const known = scopes.find(({ id }) => id === scope)?.name ?? scope;
  return known === ''
    ? words.t('form.row.processing', { number })
    : words.t('form.row.processing-in', { number, scope: known });
}

function partsOf(form: Form, id: string, name: string): FormPart[] {
  const { words, state } = form;
  const at = (field: string): string => `${name}.${field}`;
  const row = processingIn(state, id);
  const owner = row && { state: state as ThirdParty, processing: row };
  return [
    ...what(form, at),
    categories(form, at('data'), 'data', words.t('form.data.hint')),
    categories(form, at('subjects'), 'subjects', words.t('form.subjects.hint')),
    aboutData(form, at),
    ...when(form, at),
    retention(form, at),
    locations(form, at('locations')),
    ...(owner ? [transferNote(form, owner.state, owner.processing)] : []),
    safeguards(form, at('safeguards'), owner),
    folded(
      form,
      words.t('form.more.measures'),
      [at('supplementaryMeasures')],
      [texts(form, at('supplementaryMeasures'))],
    ),
  ];
}

type At = (field: string) => string;

function what(form: Form, at: At): FormPart[] {
  const { words, scopes } = form;
  const more = ['subjectMatter', 'nature', 'delimitation', 'legalBasis'];
  return [
    {
      kind: 'columns',
      parts: [
        select(
          form,
          at('scope'),
          scopes.map(({ id, name }) => ({ value: id, label: name })),
          {
            required: true,
            hint: words.t('form.scope.hint'),
          },
        ),
        select(
          form,
          at('role'),
          optionsOf(form, ROLES, (role) => `role.${role}` as const),
          {
            required: true,
            hint: roleHint(form, at('role')),
          },
        ),
      ],
    },
    texts(form, at('purpose'), { hint: words.t('form.purpose.hint') }),
    folded(form, words.t('form.more.purpose'), more.map(at), [
      texts(form, at('subjectMatter')),
      texts(form, at('nature')),
      texts(form, at('delimitation'), { hint: words.t('form.delimitation.hint') }),
      legalBasis(form, at('legalBasis')),
    ]),
  ];
}

/** What the role that is chosen means; of one that is not chosen yet, what decides. */
function roleHint({ words, values }: Form, name: string): string {
  const role = ROLES.find((one) => one === firstOf(values, name));
  return role ? words.t(`role.${role}.hint`) : words.t('form.role.hint');
}

function legalBasis({ words, values, errors }: Form, name: string): FormPart {
  const chosen = values.get(name) ?? [];
  return {
    kind: 'stack',
    parts: [
      present(name),
      {
        kind: 'control',
        control: {
          id: idOf(name),
          name,
          type: 'checkbox',
          legend: words.fieldName('third-party', 'processings/*/legalBasis'),
          hint: words.t('form.legal-basis.hint'),
          error: errors.get(name),
          options: LEGAL_BASES.map((basis) => {
            const { label, citation } = words.legal(`basis-${basis}`);
            return { value: basis, label, hint: citation, checked: chosen.includes(basis) };
          }),
        },
      },
    ],
  };
}

function aboutData(form: Form, at: At): FormPart {
  const { words } = form;
  const names = ['dataNote', 'specialCategories', 'specialCategoriesNote', 'customerRegions'].map(at);
  return folded(form, words.t('form.more.data'), names, [
    select(
      form,
      at('specialCategories'),
      [
        { value: 'no', label: words.t('general.no') },
        { value: 'yes', label: words.t('general.yes') },
      ],
      { hint: words.t('form.special.hint', { law: words.legal('special-categories').citation }) },
    ),
    texts(form, at('specialCategoriesNote')),
    texts(form, at('dataNote'), { hint: words.t('form.data-note.hint') }),
    linesOf(form, at('customerRegions'), words.t('form.customer-regions.hint')),
  ]);
}

/** Several values in one box, each on a line of its own. */
export function linesOf(form: Form, name: string, hint: string): FormPart {
  const part = line(form, name, { hint });
  if (part.kind !== 'control' || !('type' in part.control)) return part;
  return { kind: 'control', control: { ...part.control, type: 'prose', rows: 3 } as typeof part.control };
}

function when(form: Form, at: At): FormPart[] {
  const { words } = form;
  return [
    select(
      form,
      at('use'),
      optionsOf(form, USES, (use) => `use.${use}` as const),
      { hint: words.t('form.use.hint') },
    ),
    folded(
      form,
      words.t('form.more.condition'),
      [at('condition')],
      [texts(form, at('condition'), { hint: words.t('form.condition.hint') })],
    ),
  ];
}

const RETENTION_FORMS = ['period', 'after-event', 'criterion', 'legal-duty'] as const;

function retention(form: Form, at: At): FormPart {
  const { words } = form;
  const name = at('retention');
  const more = [at('retentionAfterContract'), at('retentionInBackups')];
  return {
    kind: 'group',
    id: idOf(name),
    legend: words.fieldName('third-party', 'processings/*/retention'),
    hint: gapHint(form, name),
    error: form.errors.get(name),
    parts: [
      retentionForm(form, `${name}.form`),
      ...duration(form, name, { label: words.t('form.number') }),
      texts(form, at('retentionTerms'), { hint: words.t('form.retention-terms.hint') }),
      folded(
        form,
        words.t('form.more.retention'),
        more,
        more.flatMap((one) => duration(form, one)),
      ),
    ],
  };
}

/** A period is what is mostly stated: it is there until something else is chosen. */
function retentionForm(form: Form, name: string): FormPart {
  const isOpen = !isFilled(form, name.slice(0, -'.form'.length));
  const shown = isOpen ? { ...form, values: new Map([[name, ['period']]]) } : form;
  const options = optionsOf(form, RETENTION_FORMS, (one) => `form.retention.${one}` as const);
  return select(shown, name, options, {
    label: form.words.t('form.retention-form'),
    hint: form.words.t('form.retention-form.hint'),
  });
}
