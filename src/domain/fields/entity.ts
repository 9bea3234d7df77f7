import type { ThirdParty } from '../subjects/third-party.ts';
import type { Judge, States } from './field.ts';
import { one, onceStated, widensUnlessFilledIn } from './judgements.ts';

/** Another legal person behind the service is a replacement (GDPR article 28(2)), whatever name it bears. */
export const legalPerson: Judge = widensUnlessFilledIn('entity-replaced');

/**
 * A new name for the same legal person is a renaming. Without a key that says it is the same person, a reader must take
 * it for another one.
 */
export const legalName: Judge = onceStated('entity-replaced', (_before, _after, states) => {
  const [old, now] = persons(states);
  if (old === undefined || now === undefined) return one('entity-replaced', 'widens');
  return old === now ? one('renamed', 'neutral') : [];
});

function persons({ before, after }: States): [string | undefined, string | undefined] {
  return [(before as ThirdParty).entity?.person, (after as ThirdParty).entity?.person];
}
