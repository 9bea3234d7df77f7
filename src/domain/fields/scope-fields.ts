import { prose, set, value, factualText, type Field, type Judge } from './field.ts';
import { always, one } from './judgements.ts';

/** Where the organisation no longer acts as a processor, customers lose what the law gives them against one. */
const capacity: Judge = (before, after) =>
  one('role-changed', before === 'controller' || after === 'both' ? 'neutral' : 'widens');

/** Every public field of a scope, with what a change of it means. */
export const SCOPE_FIELDS: readonly Field[] = [
  factualText('name', always('renamed', 'neutral')),
  prose('description', always('details-changed', 'neutral')),
  set('domains', always('details-changed', 'neutral')),
  value('capacity', capacity),
  set('outdated', always('translated', 'neutral')),
];
