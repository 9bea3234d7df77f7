import { RegistryError } from '../errors.ts';
import type { Plan } from './plan.ts';

/** @throws RegistryError `refused`, with every reason why it cannot be published now */
export function refuseProblems({ problems }: Plan): void {
  if (problems.length > 0) throw new RegistryError('refused', problems);
}

/**
 * What is approved and published is what the draft holds, to the letter. When notices of others have made it something
 * else, it is to be brought up to date first: an edit, which voids what was approved.
 *
 * @throws RegistryError `conflict`
 */
export function refuseOutdated({ conflicts, isCurrent, problems }: Plan): void {
  if (isCurrent) return;
  const inTheWay = conflicts.length > 0 ? problems : [];
  throw new RegistryError('conflict', [{ code: 'draft-outdated' }, ...inTheWay]);
}
