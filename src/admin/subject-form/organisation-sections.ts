import { PERIOD_UNITS } from '../../forms/duration-control.ts';
import { countryOptions } from './countries.ts';
import { duration, line, select, texts, type Option } from './controls.ts';
import type { Form } from './form.ts';
import type { FormSection } from './form-part.ts';

/** The form of the organisation's public facts. */
export function organisationSections(form: Form): FormSection[] {
  const { words } = form;
  return [
    {
      id: 'publisher',
      title: words.t('form.section.publisher'),
      lead: words.t('form.section.publisher.lead'),
      parts: [
        { kind: 'columns', parts: [line(form, 'name'), line(form, 'legalName')] },
        { kind: 'columns', parts: [line(form, 'address'), select(form, 'country', countryOptions(words))] },
        line(form, 'website', { type: 'url' }),
        texts(form, 'introduction', { rows: 4, hint: words.t('form.introduction.hint') }),
      ],
    },
    {
      id: 'reach',
      title: words.t('form.section.reach'),
      lead: words.t('form.section.reach.lead'),
      parts: [
        line(form, 'privacyContact', { type: 'email', hint: words.t('form.mailbox.hint') }),
        line(form, 'objectionMailbox', { type: 'email', hint: words.t('form.objection-mailbox.hint') }),
      ],
    },
    {
      id: 'periods',
      title: words.t('form.section.periods'),
      lead: words.t('form.section.periods.lead'),
      parts: [
        ...duration(form, 'noticePeriod', { units: PERIOD_UNITS, hint: words.t('form.notice-period.hint') }),
        ...duration(form, 'objectionPeriod', {
          units: PERIOD_UNITS,
          hint: words.t('form.objection-period.hint'),
        }),
        line(form, 'timeZone', {
          suggestions: Intl.supportedValuesOf('timeZone'),
          hint: words.t('form.time-zone.hint'),
        }),
      ],
    },
    {
      id: 'languages',
      title: words.t('form.section.languages'),
      lead: words.t('form.section.languages.lead'),
      parts: [
        select(form, 'defaultLanguage', languageOptions(form), { required: true }),
        select(form, 'prevailingLanguage', languageOptions(form), { hint: words.t('form.prevailing.hint') }),
      ],
    },
  ];
}

function languageOptions({ content, words }: Form): Option[] {
  return [...content.messages.keys()].map((tag) => ({ value: tag, label: words.languageName(tag) }));
}
