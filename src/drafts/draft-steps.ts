import { asc, eq, inArray, max, sql } from 'drizzle-orm';
import { draftStep } from '../../db/schema/draft-step.ts';
import type { Actor } from '../actor.ts';
import type { DraftReader } from './read-draft.ts';

export type Step = (typeof draftStep.$inferSelect)['step'];

/** Something that happened to a draft, with the note that a colleague wrote. */
export interface DraftStep {
  readonly id: string;
  readonly step: Step;
  /** The version that it was about. */
  readonly version: number;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
  /** Instant in UTC. */
  readonly at: string;
  readonly note: string | undefined;
}

/** The life of a draft, oldest step first. */
export async function draftSteps({ database }: DraftReader, draft: string): Promise<DraftStep[]> {
  const rows = await database.orm
    .select()
    .from(draftStep)
    .where(eq(draftStep.draft, draft))
    // Steps are only ever added: this is the order in which they were, also within one moment.
    .orderBy(asc(sql`rowid`));
  return rows.map(stepFrom);
}

/** The newest step of each of the drafts, by the draft's id. */
export async function lastSteps(
  { database: { orm } }: DraftReader,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, DraftStep>> {
  const newest = orm
    .select({ row: max(sql`rowid`) })
    .from(draftStep)
    .where(inArray(draftStep.draft, [...drafts]))
    .groupBy(draftStep.draft);
  const rows = await orm
    .select()
    .from(draftStep)
    .where(inArray(sql`rowid`, newest));
  return new Map(rows.map((row) => [row.draft, stepFrom(row)]));
}

function stepFrom(row: typeof draftStep.$inferSelect): DraftStep {
  const { id, step, version, actorKind, actorId, at, note } = row;
  // The table's CHECK allows no other kind of actor.
  const actor = { kind: actorKind as Actor['kind'], id: actorId };
  return { id, step, version, actor, at, note: note ?? undefined };
}
