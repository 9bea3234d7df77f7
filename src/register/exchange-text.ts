import { eq, max } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { ledger } from '../../db/schema/ledger.ts';
import { redaction } from '../../db/schema/redaction.ts';
import type { Actor } from '../actor.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import type { PublishedNotice } from '../domain/ledger.ts';
import type { RedactedRow } from '../domain/redaction.ts';

/**
 * Writes the texts with the marks in the place of those that were. Triggers let a row of the ledger be changed only
 * because, and only once for, the row of `redaction` that is written before it.
 */
export async function exchangeTexts(
  transaction: Transaction,
  rows: readonly RedactedRow[],
  announcement: PublishedNotice,
  actor: Actor,
): Promise<void> {
  const at = await redactionInstant(transaction, Temporal.Instant.from(announcement.publishedAt));
  const redactedAt = at.toString({ fractionalSecondDigits: 3 });
  for (const { edition, payload, digest } of rows) {
    await transaction.insert(redaction).values({
      id: uuidV7(at),
      edition,
      redactedAt,
      digest,
      announcedBy: announcement.edition,
      actorKind: actor.kind,
      actorId: actor.id,
    });
    await transaction.update(ledger).set({ payload, redactedAt }).where(eq(ledger.edition, edition));
  }
}

/** Later than every redaction before it, whatever the clock does: the instant tells two redactions of a row apart. */
async function redactionInstant(
  transaction: Transaction,
  announced: Temporal.Instant,
): Promise<Temporal.Instant> {
  const [row] = await transaction.select({ last: max(redaction.redactedAt) }).from(redaction);
  if (!row?.last) return announced;
  const next = Temporal.Instant.from(row.last).add({ milliseconds: 1 });
  return Temporal.Instant.compare(next, announced) > 0 ? next : announced;
}
