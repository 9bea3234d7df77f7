import { eq } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { setting } from '../../db/schema/setting.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { lastEdition } from '../domain/ledger.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from './writing-context.ts';

/** Where a register comes from: one's own, or a sample by its name. */
export type Origin = 'own' | `sample:${string}`;

/** The origin that was settled, or undefined. */
export async function originOf(reader: Selecting): Promise<Origin | undefined> {
  const [row] = await reader.select().from(setting).where(eq(setting.key, 'origin'));
  // The table's CHECK allows nothing else.
  return row?.value as Origin | undefined;
}

/**
 * Settles, once, where the register comes from. Of several processes that try at the same moment one succeeds.
 *
 * @throws RegistryError `conflict` when it is settled already, or something is published
 */
export async function settleOrigin(
  context: Pick<WritingContext, 'clock' | 'database' | 'ledger'>,
  { actor, origin }: { readonly actor: Actor; readonly origin: Origin },
): Promise<void> {
  const { clock, database, ledger } = context;
  await database.write(async (transaction) => {
    const settled = await originOf(transaction);
    if (settled !== undefined)
      throw new RegistryError('conflict', [], `The register is settled already: ${settled}.`);
    const edition = lastEdition(await ledger.catchUp(transaction));
    if (edition > 0)
      throw new RegistryError(
        'conflict',
        [],
        `The register has begun already, with ${String(edition)} editions.`,
      );
    await transaction.insert(setting).values({ key: 'origin', value: origin });
    await recordAudit(transaction, {
      at: clock.now(),
      actor,
      action: 'register.begun',
      subject: 'register',
      after: { origin },
    });
  });
}
