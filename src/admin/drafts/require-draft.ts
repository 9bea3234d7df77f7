import type { Draft } from '../../drafts/draft-content.ts';
import { readDraft } from '../../drafts/read-draft.ts';
import { RegistryError } from '../../errors.ts';
import type { Locals } from '../reader.ts';

/** @throws RegistryError `not-found` */
export async function requireDraft({ context }: Pick<Locals, 'context'>, id: string): Promise<Draft> {
  const draft = await readDraft(context, id);
  if (!draft) throw new RegistryError('not-found', [], `There is no draft ${id}.`);
  return draft;
}
