import { CAPACITIES } from '../../domain/subjects/scope.ts';
import type { FieldView } from '../../forms/field-view.ts';
import { choices, selectField, textField, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { countryOptions } from '../subject-form/countries.ts';

/** Controls that are asked for together. */
export interface FieldPart {
  readonly title: string;
  readonly fields: readonly FieldView[];
}

// The period of the standard wording of many agreements; staff change it here or later.
const USUAL_DAYS = '30';

/** The few facts without which no register can begin; everything else is in the draft's own forms. */
export function beginParts(locals: Locals, answer: Answer): FieldPart[] {
  const { t } = locals.words;
  return [
    { title: t('start.part.publisher'), fields: publisherFields(locals, answer) },
    { title: t('start.part.reach'), fields: reachFields(locals, answer) },
    { title: t('start.part.periods'), fields: periodFields(locals, answer) },
    { title: t('start.part.product'), fields: productFields(locals, answer) },
  ];
}

function publisherFields({ words, context }: Locals, answer: Answer): FieldView[] {
  const { t } = words;
  const languages = [...context.content.messages.values()];
  return [
    textField(answer, 'name', t('start.field.name'), { required: true, maxLength: 500 }),
    textField(answer, 'legalName', t('field.organisation.legalName'), { maxLength: 500 }),
    selectField(answer, 'country', t('field.organisation.country'), {
      options: [{ value: '', label: t('start.choose') }, ...countryOptions(words)],
    }),
    selectField(answer, 'defaultLanguage', t('field.organisation.defaultLanguage'), {
      value: words.language,
      options: languages.map((one) => ({ value: one.language, label: one.name })),
      hint: t('start.hint.defaultLanguage'),
    }),
  ];
}

function reachFields({ words: { t } }: Locals, answer: Answer): FieldView[] {
  const mailbox = (name: 'privacyContact' | 'objectionMailbox'): FieldView =>
    textField(answer, name, t(`field.organisation.${name}`), {
      type: 'email',
      hint: t(`start.hint.${name}`),
      maxLength: 500,
    });
  return [mailbox('privacyContact'), mailbox('objectionMailbox')];
}

function periodFields({ words: { t } }: Locals, answer: Answer): FieldView[] {
  const days = (name: 'noticePeriod' | 'objectionPeriod'): FieldView =>
    textField(answer, name, t(`start.field.${name}`), {
      type: 'number',
      value: USUAL_DAYS,
      min: '0',
      required: true,
      hint: t(`start.hint.${name}`),
    });
  return [
    days('noticePeriod'),
    days('objectionPeriod'),
    textField(answer, 'timeZone', t('field.organisation.timeZone'), {
      value: zoneOfServer(),
      suggestions: Intl.supportedValuesOf('timeZone'),
      required: true,
      hint: t('start.hint.timeZone'),
    }),
  ];
}

/** A server in a cellar of somebody else's is set to UTC, which is hardly anybody's zone: then it is asked for. */
function zoneOfServer(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' ? '' : timeZone;
}

function productFields({ words: { t } }: Locals, answer: Answer): FieldView[] {
  const options = CAPACITIES.map((value) => ({ value, label: t(`capacity.${value}`) }));
  return [
    textField(answer, 'product', t('start.field.product'), { required: true, hint: t('start.hint.product') }),
    choices(answer, 'capacity', t('field.scope.capacity'), 'radio', options, ['processor'], {
      required: true,
    }),
  ];
}
