import type { Actor } from '../actor.ts';
import { StaffError } from './staff-error.ts';

/**
 * Nobody changes or ends their own access: a slip would lock them out in the middle of it, and what one may do oneself is
 * on one's own account page. The operator's command line is nobody's self.
 *
 * @throws StaffError `oneself`
 */
export function refuseOneself(actor: Actor, staff: string): void {
  if (actor.kind === 'staff' && actor.id === staff) throw new StaffError('oneself');
}
