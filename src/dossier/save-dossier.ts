import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { dossier } from '../../db/schema/dossier.ts';
import { staff } from '../../db/schema/staff.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Json } from '../domain/json.ts';
import type { Ledger } from '../domain/ledger.ts';
import { RegistryError } from '../errors.ts';
import { noticesAbout } from '../register/notice-index.ts';
import type { WritingContext } from '../register/writing-context.ts';
import {
  changedFields,
  DOSSIER_FIELDS,
  type Dossier,
  type DossierField,
  type DossierValues,
} from './dossier.ts';
import { readDossier } from './read-dossier.ts';
import { thirdPartiesInDrafts } from './third-parties-in-drafts.ts';

export interface SaveDossier {
  readonly actor: Actor;
  /** Id of a third party that some notice, or a draft in the making, is about. */
  readonly thirdParty: string;
  /** The version that the edit began from; 0 for the first. */
  readonly version: number;
  readonly values: DossierValues;
}

type DossierContext = Pick<WritingContext, 'clock' | 'database' | 'ledger'>;

/**
 * Saves a dossier whole, with its audit row. Values that are already there are not saved again, so that a second click
 * does nothing.
 *
 * @throws RegistryError `conflict` when somebody saved other values since that version, `not-found` for a third party of
 *   which nobody has heard, `invalid` for an owner who is no member of staff; nothing is written then
 */
export function saveDossier(context: DossierContext, input: SaveDossier): Promise<Dossier> {
  const { clock, database, ledger } = context;
  const { actor, thirdParty, values } = input;
  return database.write(async (transaction) => {
    const before = await readDossier(transaction, thirdParty);
    const changed = changedFields(before.values, values);
    if (changed.length === 0) return before;
    if (input.version !== before.version) throw new RegistryError('conflict', []);
    await refuseUnknown(transaction, ledger.current(), before);
    if (changed.includes('owner')) await refuseStranger(transaction, values.owner);
    const now = clock.now();
    const saved = await write(transaction, before, values, now.toString({ fractionalSecondDigits: 3 }));
    await recordAudit(transaction, {
      at: now,
      actor,
      action: 'dossier.saved',
      subject: `third-party:${thirdParty}`,
      before: factsOf(before.values, changed),
      after: { ...factsOf(values, changed), fields: [...changed] },
    });
    return saved;
  });
}

/** What is kept of a third party stays reachable, also when the draft that named it is gone. */
async function refuseUnknown(
  transaction: Transaction,
  ledger: Ledger,
  { thirdParty, version }: Dossier,
): Promise<void> {
  if (version > 0 || noticesAbout(ledger, { kind: 'third-party', id: thirdParty }).length > 0) return;
  const drafted = await thirdPartiesInDrafts(transaction);
  if (!drafted.has(thirdParty)) throw new RegistryError('not-found', []);
}

async function refuseStranger(transaction: Transaction, owner: string | undefined): Promise<void> {
  if (owner === undefined) return;
  const [found] = await transaction
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, owner), ne(staff.state, 'removed')));
  if (!found) throw new RegistryError('invalid', [{ code: 'invalid-value', at: 'owner', value: owner }]);
}

async function write(
  transaction: Transaction,
  { thirdParty, version }: Dossier,
  values: DossierValues,
  updatedAt: string,
): Promise<Dossier> {
  const columns = Object.fromEntries(DOSSIER_FIELDS.map((field) => [field, values[field] ?? null]));
  const row = { ...columns, contract: values.contract, version: version + 1, updatedAt };
  await transaction
    .insert(dossier)
    .values({ thirdParty, ...row })
    .onConflictDoUpdate({ target: dossier.thirdParty, set: row });
  return { thirdParty, version: version + 1, values, updatedAt };
}

/** Days and the contract's state may stand in the audit log for ever; texts and people may not. */
const FACTS = [
  'nextReview',
  'contract',
  'assessmentOn',
  'assessmentNextOn',
] as const satisfies readonly DossierField[];

function factsOf(values: DossierValues, changed: readonly DossierField[]): Record<string, Json> {
  return Object.fromEntries(
    FACTS.filter((field) => changed.includes(field)).map((field) => [field, values[field] ?? null]),
  );
}
