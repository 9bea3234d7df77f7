import { factualText, prose, set, value, type Field, type Judge } from './field.ts';
import {
  always,
  categories,
  duration,
  locations,
  members,
  one,
  ranked,
  retention,
  safeguards,
  widensUnlessFilledIn,
} from './judgements.ts';

/** A condition that is dropped lets data flow always; a new one lets it flow less; another one may be anything. */
const condition: Judge = (before, after) => {
  if (after === undefined) return one('data-widened', 'widens');
  return before === undefined ? one('data-narrowed', 'narrows') : one('purpose-changed', 'widens');
};

/** To send a recipient nothing any more is the one change of role that narrows. */
const role: Judge = (_before, after) => one('role-changed', after === 'none' ? 'narrows' : 'widens');

/** Every public field of a processing, with what a change of it means. */
export const PROCESSING_FIELDS: readonly Field[] = [
  // A processing that moves is judged as gone from one scope and new in the other, never by this field alone.
  value('scope', always('purpose-changed', 'widens')),
  value('role', role),
  prose('purpose', widensUnlessFilledIn('purpose-changed')),
  prose('subjectMatter', widensUnlessFilledIn('purpose-changed')),
  prose('nature', widensUnlessFilledIn('purpose-changed')),
  prose('delimitation', always('details-changed', 'neutral')),
  set('data', categories('data-widened', 'data-narrowed')),
  factualText('dataNote', widensUnlessFilledIn('data-widened')),
  set('subjects', categories('subjects-widened', 'data-narrowed')),
  value('specialCategories', ranked(['no', 'yes'], 'data-widened', 'data-narrowed')),
  factualText('specialCategoriesNote', widensUnlessFilledIn('data-widened')),
  value('use', ranked(['opt-in', 'optional', 'always'], 'data-widened', 'data-narrowed')),
  prose('condition', condition),
  set('customerRegions', members('subjects-widened', 'data-narrowed')),
  value('retention', retention),
  prose('retentionTerms', widensUnlessFilledIn('retention-widened')),
  value('retentionAfterContract', duration),
  value('retentionInBackups', duration),
  set('locations', locations),
  set('safeguards', safeguards),
  prose('supplementaryMeasures', widensUnlessFilledIn('safeguard-changed')),
  set('legalBasis', always('details-changed', 'neutral')),
];
