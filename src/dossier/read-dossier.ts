import { eq } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { dossier } from '../../db/schema/dossier.ts';
import { emptyDossier, type Dossier, type DossierValues } from './dossier.ts';

type Row = typeof dossier.$inferSelect;

/** The dossier of a third party; an empty one, of version 0, when nothing was saved yet. */
export async function readDossier(reader: Selecting, thirdParty: string): Promise<Dossier> {
  const [row] = await reader.select().from(dossier).where(eq(dossier.thirdParty, thirdParty));
  return row ? dossierIn(row) : emptyDossier(thirdParty);
}

/** Every dossier that was saved, by the id of its third party. */
export async function listDossiers(reader: Selecting): Promise<ReadonlyMap<string, Dossier>> {
  const rows = await reader.select().from(dossier).orderBy(dossier.thirdParty);
  return new Map(rows.map((row) => [row.thirdParty, dossierIn(row)]));
}

/** Ids of the third parties of which staff noted that there is no contract; asked before a subprocessor is added. */
export async function thirdPartiesWithoutContract(reader: Selecting): Promise<ReadonlySet<string>> {
  const rows = await reader
    .select({ id: dossier.thirdParty })
    .from(dossier)
    .where(eq(dossier.contract, 'none'));
  return new Set(rows.map(({ id }) => id));
}

function dossierIn({ thirdParty, version, updatedAt, ...values }: Row): Dossier {
  const stated = Object.entries(values).filter(([, value]) => value !== null);
  // The columns are the fields: what was saved went through their schema.
  return { thirdParty, version, updatedAt, values: Object.fromEntries(stated) as DossierValues };
}
