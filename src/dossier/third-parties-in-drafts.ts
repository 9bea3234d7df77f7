import type { Selecting } from '../../db/client.ts';
import {
  IN_THE_MAKING,
  type DraftContent,
  type DraftedChange,
  type DraftState,
} from '../drafts/draft-content.ts';
import { draftsIn } from '../drafts/draft-rows.ts';

/** A draft that is still in the making, as far as it changes one third party. */
export interface DraftedThirdParty {
  readonly draft: string;
  readonly title: string;
  readonly state: DraftState;
  readonly fields: DraftedChange['fields'];
}

/** The third parties that drafts in the making are about, by id, each with those drafts, the newest first. */
export async function thirdPartiesInDrafts(
  reader: Selecting,
): Promise<ReadonlyMap<string, readonly DraftedThirdParty[]>> {
  const drafts = await draftsIn(reader, IN_THE_MAKING);
  const found = drafts.flatMap(({ id, title, state, content }) =>
    changesIn(content).map(({ subject, fields }) => ({
      id: subject.id,
      drafted: { draft: id, title, state, fields },
    })),
  );
  const byId = Map.groupBy(found, ({ id }) => id);
  return new Map([...byId].map(([id, some]) => [id, some.map(({ drafted }) => drafted)]));
}

function changesIn(content: DraftContent): DraftedChange[] {
  if (content.kind !== 'changes') return [];
  return content.changes.filter(({ subject }) => subject.kind === 'third-party');
}
