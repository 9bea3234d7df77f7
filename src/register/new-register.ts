import type { Actor } from '../actor.ts';
import { originOf, settleOrigin } from './origin.ts';
import type { WritingContext } from './writing-context.ts';

/**
 * Settles that the register is one's own, so that no sample is ever loaded into it. Done again it changes nothing.
 *
 * @throws RegistryError `conflict` when it is a sample, or has begun
 */
export async function beginRegister(
  context: Pick<WritingContext, 'clock' | 'database' | 'ledger'>,
  actor: Actor,
): Promise<void> {
  if ((await originOf(context.database.orm)) === 'own') return;
  await settleOrigin(context, { actor, origin: 'own' });
}
