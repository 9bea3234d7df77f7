import { draft as drafts } from '../../db/schema/draft.ts';
import { draftVersion } from '../../db/schema/draft-version.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { canonical } from '../domain/json.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { checkedContent, checkedTitle } from './check-content.ts';
import type { Draft, DraftContent } from './draft-content.ts';
import { draftIn, draftOfKey } from './draft-rows.ts';
import { recordStep } from './write-draft.ts';

export interface BeginDraft {
  readonly actor: Actor;
  /** Random text of the form it is begun with (16 to 80 characters), so that a double click begins one draft. */
  readonly key: string;
  readonly title: string;
  readonly content: DraftContent;
}

/**
 * Begins a draft. The same key again is the same draft, as it is by then.
 *
 * @throws RegistryError `invalid`
 */
export async function beginDraft(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  { actor, key, ...asked }: BeginDraft,
): Promise<Draft> {
  if (!isDraftKey(key)) throw new RegistryError('invalid', [{ code: 'invalid-value', at: 'key' }]);
  const [title, checked] = [checkedTitle(asked.title), checkedContent(asked.content)];
  return database.write(async (transaction) => {
    const begun = await draftOfKey(transaction, key);
    if (begun) return begun;
    const now = clock.now();
    const [id, at] = [uuidV7(now), now.toString({ fractionalSecondDigits: 3 })];
    const content = canonical(checked);
    await transaction
      .insert(drafts)
      .values({ id, key, title, content, state: 'open', version: 1, createdAt: at, updatedAt: at });
    await transaction.insert(draftVersion).values({
      draft: id,
      version: 1,
      title,
      content,
      actorKind: actor.kind,
      actorId: actor.id,
      savedAt: at,
    });
    await recordStep(transaction, { draft: id, version: 1, step: 'begun', actor, now });
    await recordAudit(transaction, {
      at: now,
      actor,
      action: 'draft.begun',
      subject: `draft:${id}`,
      after: { version: 1, kind: checked.kind },
    });
    const made = await draftIn(transaction, id);
    if (!made) throw new Error('The draft that was just written is not there.');
    return made;
  });
}

/** Whether a text can be the key of a draft: that of a form that was not tampered with is. */
export function isDraftKey(text: string): boolean {
  return /^[\w-]{16,80}$/.test(text);
}
