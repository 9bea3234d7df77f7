import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { logo } from '../../db/schema/logo.ts';
import { look } from '../../db/schema/look.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Json } from '../domain/json.ts';
import { RegistryError } from '../errors.ts';
import { digestOf } from '../look/look-files.ts';
import type { LookKeeper } from '../look/look-keeper.ts';
import { GROUNDS, type Ground, type Logo, type Look } from '../look/look.ts';
import { readLook } from '../look/read-look.ts';
import type { StaffContext } from './staff-context.ts';

/** What verbs about the look need of the context. */
export type LookContext = StaffContext & { readonly look: Pick<LookKeeper, 'refresh'> };

/** How pages are to look from now on; a logo that is not named stays as it is, and `null` takes it away. */
export interface LookChange extends Omit<Look, 'version' | 'logos'> {
  readonly logos: Readonly<Partial<Record<Ground, Logo | null>>>;
}

export interface SetLook {
  readonly actor: Actor;
  /** The version the change began from. */
  readonly version: number;
  readonly change: LookChange;
}

/**
 * Sets how pages look, for all readers. When nothing changes nothing is written, so that a second click does nothing.
 *
 * @throws RegistryError `conflict` when somebody else has changed it since the version
 */
export async function setLook(context: LookContext, { actor, version, change }: SetLook): Promise<void> {
  const { clock, database, look: keeper } = context;
  await database.write(async (transaction) => {
    const before = await readLook(transaction);
    const after = changed(before, change);
    const [was, is] = [factsOf(before), factsOf(after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return;
    if (before.version !== version) throw new RegistryError('conflict', []);
    await write(transaction, after);
    const row = { at: clock.now(), actor, action: 'look.changed', subject: 'look' } as const;
    await recordAudit(transaction, { ...row, before: was, after: is });
  });
  // It is done, whatever happens now: a look that fails here is made again within a second.
  await keeper.refresh().catch(() => undefined);
}

function changed(before: Look, { logos, ...change }: LookChange): Look {
  const kept = GROUNDS.flatMap((ground): [Ground, Logo][] => {
    const logo = logos[ground] === undefined ? before.logos[ground] : logos[ground];
    return logo ? [[ground, logo]] : [];
  });
  return { ...change, version: before.version + 1, logos: Object.fromEntries(kept) };
}

/** What the audit log tells: of pictures what they are, not how they look. */
function factsOf({ accent, alternative, saysName, logos }: Look): Record<string, Json> {
  return {
    accent: accent ?? null,
    logo: told(logos.light),
    darkLogo: told(logos.dark),
    logoSaysName: saysName,
    logoAlternative: alternative === undefined ? null : digestOf(Buffer.from(alternative)),
  };
}

function told(logo: Logo | undefined): Json {
  return logo ? `${logo.type} ${String(logo.width)} × ${String(logo.height)} ${digestOf(logo.bytes)}` : null;
}

async function write(transaction: Transaction, { logos, ...row }: Look): Promise<void> {
  const values = { ...row, accent: row.accent ?? null, alternative: row.alternative ?? null };
  await transaction
    .insert(look)
    .values({ id: 'look', ...values })
    .onConflictDoUpdate({ target: look.id, set: values });
  for (const ground of GROUNDS) await writeLogo(transaction, ground, logos[ground]);
}

async function writeLogo(transaction: Transaction, ground: Ground, shown: Logo | undefined): Promise<void> {
  await transaction.delete(logo).where(eq(logo.ground, ground));
  if (shown) await transaction.insert(logo).values({ ground, ...shown, bytes: Buffer.from(shown.bytes) });
}
