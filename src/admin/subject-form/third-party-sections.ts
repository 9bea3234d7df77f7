import { REGIMES } from '../../domain/subjects/processing.ts';
import { THIRD_PARTY_KINDS } from '../../domain/subjects/third-party.ts';
import { TRAINS } from '../../forms/fields.ts';
import { idOf } from '../../forms/field-view.ts';
import { countryOptions } from './countries.ts';
import { duration, folded, labelOf, line, optionsOf, present, select, texts } from './controls.ts';
import { isFilled, needsAttention, type Form } from './form.ts';
import type { FormPart, FormSection } from './form-part.ts';
import { nameParts } from './name-parts.ts';
import { processings } from './processing-parts.ts';
import { rows } from './rows.ts';

/** The form of a third party, in the order in which one thinks of it. */
export function thirdPartySections(form: Form): FormSection[] {
  const { words } = form;
  return [
    {
      id: 'who',
      title: words.t('form.section.who'),
      lead: words.t('form.section.who.lead'),
      parts: who(form),
    },
    {
      id: 'what',
      title: words.t('form.section.what'),
      lead: words.t('form.section.what.lead'),
      parts: [processings(form)],
    },
    {
      id: 'assurance',
      title: words.t('form.section.assurance'),
      lead: words.t('form.section.assurance.lead'),
      parts: assurance(form),
    },
    {
      id: 'succession',
      title: words.t('form.section.succession'),
      lead: words.t('form.section.succession.lead'),
      parts: [others(form, 'replaces'), others(form, 'continues')],
    },
  ];
}

function who(form: Form): FormPart[] {
  const { words } = form;
  return [
    ...nameParts(form),
    select(
      form,
      'kind',
      optionsOf(form, THIRD_PARTY_KINDS, (kind) => `kind.${kind}` as const),
      {
        required: true,
        hint: words.t('form.kind.hint'),
      },
    ),
    texts(form, 'service', { hint: words.t('form.service.hint'), rows: 1 }),
    {
      kind: 'columns',
      parts: [
        line(form, 'entity.name', { hint: words.t('form.entity.hint') }),
        select(form, 'entity.country', countryOptions(words)),
      ],
    },
    entityDetails(form),
    group(
      form,
      'form.more.group',
      ['affiliate', 'parent', 'engagedBy'],
      [
        affiliate(form),
        {
          kind: 'columns',
          parts: [line(form, 'parent.name'), select(form, 'parent.country', countryOptions(words))],
        },
        select(form, 'engagedBy', thirdPartyOptions(form), { hint: words.t('form.engaged-by.hint') }),
      ],
    ),
    group(
      form,
      'form.more.contact',
      ['contact'],
      [
        line(form, 'contact.position', { hint: words.t('form.contact.hint') }),
        line(form, 'contact.address', { hint: words.t('form.contact-address.hint') }),
      ],
    ),
    group(form, 'form.more.representatives', ['representatives'], [representatives(form)]),
    group(form, 'form.more.contracting', ['contractingEntities'], [contractingEntities(form)]),
  ];
}

function entityDetails(form: Form): FormPart {
  const { words } = form;
  return group(
    form,
    'form.more.entity',
    ['entity.address', 'entity.registration', 'entity.person'],
    [
      line(form, 'entity.address'),
      line(form, 'entity.registration'),
      line(form, 'entity.person', { hint: words.t('form.person.hint') }),
    ],
  );
}

type Summary = Parameters<Form['words']['t']>[0];

function group(form: Form, summary: Summary, names: readonly string[], parts: readonly FormPart[]): FormPart {
  return folded(form, form.words.t(summary), names, parts);
}

function affiliate(form: Form): FormPart {
  const { words } = form;
  return select(
    form,
    'affiliate',
    [
      { value: 'no', label: words.t('general.no') },
      { value: 'yes', label: words.t('general.yes') },
    ],
    { hint: words.t('form.affiliate.hint') },
  );
}

function thirdPartyOptions({ thirdParties }: Form) {
  return thirdParties.map(({ id, name }) => ({ value: id, label: name }));
}

function representatives(form: Form): FormPart {
  const { words } = form;
  return rows(form, 'representatives', {
    hint: words.t('form.representatives.hint'),
    called: (number) => words.t('form.row.representative', { number }),
    add: words.t('form.add.representative'),
    row: (own) => [
      {
        kind: 'columns',
        parts: [
          line(form, `${own}.name`, { label: words.t('form.name') }),
          select(
            form,
            `${own}.regime`,
            optionsOf(form, REGIMES, (one) => `regime.${one}` as const),
            {
              label: words.t('form.regime'),
              required: true,
            },
          ),
        ],
      },
      line(form, `${own}.address`, { label: words.t('form.address') }),
    ],
  });
}

function contractingEntities(form: Form): FormPart {
  const { words } = form;
  return rows(form, 'contractingEntities', {
    hint: words.t('form.contracting.hint'),
    called: (number) => words.t('form.row.contracting', { number }),
    add: words.t('form.add.contracting'),
    row: (own) => [
      {
        kind: 'columns',
        parts: [
          line(form, `${own}.customers`, {
            label: words.t('form.customers'),
            hint: words.t('form.customers.hint'),
          }),
          line(form, `${own}.name`, { label: words.t('form.legal-entity') }),
          select(form, `${own}.country`, countryOptions(words), { label: words.t('form.country') }),
        ],
      },
    ],
  });
}

const LINKS = ['website', 'privacy', 'agreement', 'subprocessors'] as const;
const MORE_LINKS = ['security', 'status', 'terms', 'subprocessorsFeed'] as const;

function assurance(form: Form): FormPart[] {
  const { words } = form;
  const link = (name: string): FormPart => line(form, `links.${name}`, { type: 'url' });
  return [
    { kind: 'columns', parts: LINKS.map(link) },
    group(
      form,
      'form.more.links',
      MORE_LINKS.map((name) => `links.${name}`),
      [{ kind: 'columns', parts: MORE_LINKS.map(link) }],
    ),
    group(form, 'form.more.certifications', ['certifications'], [certifications(form)]),
    group(
      form,
      'form.more.security',
      ['securityMeasures'],
      [texts(form, 'securityMeasures', { rows: 4, hint: words.t('form.security.hint') })],
    ),
    group(
      form,
      'form.more.ai',
      ['ai'],
      [
        line(form, 'ai.modelProvider', { hint: words.t('form.ai.hint') }),
        select(
          form,
          'ai.trainsOnData',
          optionsOf(form, TRAINS, (one) => `trains.${one}` as const),
        ),
        ...duration(form, 'ai.retention'),
        texts(form, 'ai.optOut'),
      ],
    ),
  ];
}

function certifications(form: Form): FormPart {
  const { words } = form;
  return rows(form, 'certifications', {
    hint: words.t('form.certifications.hint'),
    called: (number) => words.t('form.row.certification', { number }),
    add: words.t('form.add.certification'),
    row: (own) => [
      {
        kind: 'columns',
        parts: [
          line(form, `${own}.name`, { label: words.t('form.certification') }),
          line(form, `${own}.scope`, { label: words.t('form.certification-scope') }),
          line(form, `${own}.validUntil`, { label: words.t('form.valid-until'), type: 'date' }),
          line(form, `${own}.source`, { label: words.t('form.source'), type: 'url' }),
        ],
      },
    ],
  });
}

/** Third parties that this one comes after: a list for each, and one more that is empty. */
function others(form: Form, name: 'replaces' | 'continues'): FormPart {
  const { words, values, errors } = form;
  const chosen = (values.get(name) ?? []).filter((id) => id !== '');
  const id = idOf(name);
  const label = labelOf(form, name);
  const parts = [...chosen, ''].map((value, index): FormPart => {
    const one = select({ ...form, values: new Map([[name, [value]]]) }, name, thirdPartyOptions(form), {
      label: words.t('form.row.third-party', { number: index + 1 }),
    });
    return one.kind === 'control'
      ? {
          kind: 'control',
          control: {
            ...one.control,
            id: `${id}-${String(index)}`,
            error: undefined,
            hint: undefined,
          } as typeof one.control,
        }
      : one;
  });
  const part: FormPart = {
    kind: 'group',
    id,
    legend: label,
    hint: words.t(`form.${name}.hint`),
    error: errors.get(name),
    parts: [present(name), { kind: 'columns', parts }],
    buttons: [
      { action: `add ${name}`, text: words.t('form.add.third-party'), about: label, repeat: id, to: id },
    ],
  };
  if (isFilled(form, name) || needsAttention(form, name)) return part;
  return { kind: 'details', summary: label, open: false, parts: [part] };
}
