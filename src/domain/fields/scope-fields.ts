import { nameText, prose, set, value, type Field, type Judge } from './field.ts';
import { always, one } from './judgements.ts';

/** Where the organisation no longer acts as a processor at all, customers lose what the law gives them against one. */
const capacity: Judge = (_before, after) =>
  one('role-changed', after === 'controller' ? 'widens' : 'neutral');

/** Every public field of a scope, with what a change of it means. */
export const SCOPE_FIELDS: readonly Field[] = [
  nameText('name', always('renamed', 'neutral')),
  prose('description', always('details-changed', 'neutral')),
  set('domains', always('details-changed', 'neutral')),
  value('capacity', capacity),
  set('outdated', always('translated', 'neutral')),
];
