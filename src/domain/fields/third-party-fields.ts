import { legalName, legalPerson } from './entity.ts';
import { nameText, prose, set, value, type Field } from './field.ts';
import { always, duration, ranked, widensUnlessFilledIn } from './judgements.ts';
import { PROCESSING_FIELDS } from './processing-fields.ts';

const details = always('details-changed', 'neutral');
const contact = always('contact-changed', 'neutral');
const renamed = always('renamed', 'neutral');
const link = always('links-changed', 'neutral');

/** Every public field of a third party, with what a change of it means. */
export const THIRD_PARTY_FIELDS: readonly Field[] = [
  value('kind', renamed),
  nameText('name', renamed),
  prose('service', widensUnlessFilledIn('purpose-changed')),
  value('entity/person', legalPerson),
  value('entity/name', legalName),
  value('entity/country', widensUnlessFilledIn('location-changed')),
  value('entity/address', contact),
  value('entity/registration', details),
  value('parent/name', details),
  value('parent/country', details),
  value('affiliate', details),
  value('contact/position', contact),
  value('contact/address', contact),
  set('representatives', contact),
  set('contractingEntities', details),
  value('engagedBy', details),
  set('replaces', details),
  set('continues', details),
  value('links/website', link),
  value('links/privacy', link),
  value('links/security', link),
  value('links/status', link),
  value('links/terms', link),
  value('links/agreement', link),
  value('links/subprocessors', link),
  value('links/subprocessorsFeed', link),
  set('certifications', details),
  prose('securityMeasures', details),
  value('ai/modelProvider', widensUnlessFilledIn('entity-replaced')),
  value('ai/trainsOnData', ranked(['no', 'opt-in', 'opt-out', 'yes'], 'purpose-changed', 'data-narrowed')),
  value('ai/retention', duration),
  prose('ai/optOut', details),
  set('outdated', always('translated', 'neutral')),
  ...PROCESSING_FIELDS.map((field) => ({ ...field, path: `processings/*/${field.path}` })),
];
