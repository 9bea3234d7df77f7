import { inArray } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { draft } from '../../db/schema/draft.ts';
import type { DraftContent, DraftedChange, DraftState } from '../drafts/draft-content.ts';

/** A draft that is still in the making, as far as it changes one third party. */
export interface DraftedThirdParty {
  readonly draft: string;
  readonly title: string;
  readonly state: DraftState;
  readonly fields: DraftedChange['fields'];
}

const IN_THE_MAKING = ['open', 'submitted', 'approved'] as const satisfies readonly DraftState[];

/** The third parties that drafts in the making are about, by id, each with those drafts, the newest first. */
export async function thirdPartiesInDrafts(
  reader: Selecting,
): Promise<ReadonlyMap<string, readonly DraftedThirdParty[]>> {
  const rows = await reader.select().from(draft).where(inArray(draft.state, IN_THE_MAKING));
  const found = rows
    .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
    .flatMap(({ id, title, state, content }) =>
      changesIn(content).map(({ subject, fields }) => ({
        id: subject.id,
        drafted: { draft: id, title, state, fields },
      })),
    );
  const byId = Map.groupBy(found, ({ id }) => id);
  return new Map([...byId].map(([id, some]) => [id, some.map(({ drafted }) => drafted)]));
}

function changesIn(text: string): DraftedChange[] {
  // What stands in the table went through the schema of drafts.
  const content = JSON.parse(text) as DraftContent;
  if (content.kind !== 'changes') return [];
  return content.changes.filter(({ subject }) => subject.kind === 'third-party');
}
