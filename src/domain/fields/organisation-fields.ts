import { prose, set, value, type Field } from './field.ts';
import { always } from './judgements.ts';

const details = always('details-changed', 'neutral');
const contact = always('contact-changed', 'neutral');
const renamed = always('renamed', 'neutral');

/** Every public field of the organisation, with what a change of it means. */
export const ORGANISATION_FIELDS: readonly Field[] = [
  value('name', renamed),
  value('legalName', renamed),
  value('address', contact),
  value('country', contact),
  value('website', always('links-changed', 'neutral')),
  value('privacyContact', contact),
  value('objectionMailbox', contact),
  prose('introduction', details),
  value('timeZone', details),
  value('defaultLanguage', details),
  value('prevailingLanguage', details),
  value('noticePeriod', details),
  value('objectionPeriod', details),
  set('outdated', always('translated', 'neutral')),
];
