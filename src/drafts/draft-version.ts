import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { draftVersion as versions } from '../../db/schema/draft-version.ts';
import type { Actor } from '../actor.ts';
import type { DraftContent } from './draft-content.ts';
import { contentFrom } from './draft-rows.ts';
import type { DraftReader } from './read-draft.ts';

/** A version of a draft as somebody saved it. */
export interface DraftVersion {
  readonly draft: string;
  readonly version: number;
  readonly title: string;
  readonly content: DraftContent;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
  /** Instant in UTC. */
  readonly savedAt: string;
}

/** One version of a draft, or undefined. */
export function draftVersion(
  { database }: DraftReader,
  draft: string,
  version: number,
): Promise<DraftVersion | undefined> {
  return versionIn(database.orm, draft, version);
}

/** The same as seen by the given reader. */
export async function versionIn(
  reader: Selecting,
  draft: string,
  version: number,
): Promise<DraftVersion | undefined> {
  if (!Number.isSafeInteger(version)) return undefined;
  const [row] = await reader
    .select()
    .from(versions)
    .where(and(eq(versions.draft, draft), eq(versions.version, version)));
  return row && versionFrom(row);
}

/** All versions of a draft, oldest first. */
export async function draftVersions({ database }: DraftReader, draft: string): Promise<DraftVersion[]> {
  const rows = await database.orm
    .select()
    .from(versions)
    .where(eq(versions.draft, draft))
    .orderBy(asc(versions.version));
  return rows.map(versionFrom);
}

function versionFrom(row: typeof versions.$inferSelect): DraftVersion {
  const { draft, version, title, savedAt } = row;
  const actor = { kind: row.actorKind as Actor['kind'], id: row.actorId }; // The table's CHECK allows nothing else.
  return { draft, version, title, content: contentFrom(row.content), actor, savedAt };
}

/** Ids of the staff who saved any version of the draft: they do not approve it. */
export function draftEditors({ database }: DraftReader, draft: string): Promise<ReadonlySet<string>> {
  return editorsIn(database.orm, draft);
}

/** The same as seen by the given reader. */
export async function editorsIn(reader: Selecting, draft: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .select({ id: versions.actorId })
    .from(versions)
    .where(and(eq(versions.draft, draft), eq(versions.actorKind, 'staff')));
  return new Set(rows.map(({ id }) => id));
}

/** Those of the drafts of which a member of staff saved any version. */
export async function draftsEditedBy(
  { database }: DraftReader,
  staff: string,
  drafts: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.orm
    .selectDistinct({ draft: versions.draft })
    .from(versions)
    .where(
      and(inArray(versions.draft, [...drafts]), eq(versions.actorKind, 'staff'), eq(versions.actorId, staff)),
    );
  return new Set(rows.map(({ draft }) => draft));
}
