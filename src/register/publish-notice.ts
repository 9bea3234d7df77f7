import type { Actor } from '../actor.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import { lastEdition, type PublishedNotice } from '../domain/ledger.ts';
import { RegistryError } from '../errors.ts';
import { publicationAt } from './publication.ts';
import { writeNotice } from './write-notice.ts';
import type { WritingContext } from './writing-context.ts';

export interface PublishNotice {
  readonly actor: Actor;
  readonly draft: NoticeDraft;
  /** Whether additions may leave open what readers ask for. */
  readonly gaps: 'accept' | 'refuse';
  /** The edition that it must become: for whoever drafted it looking at the edition before. */
  readonly edition?: number | undefined;
}

/**
 * Publishes a notice: it becomes the next edition. Checked and written under one lock with its audit row, whatever other
 * publishers, in this process or another, do at the same moment; resolves only when it is committed.
 *
 * @throws RegistryError `refused`, with every reason; `conflict` when it cannot become the edition asked for; nothing is
 * written then
 */
export async function publishNotice(context: WritingContext, input: PublishNotice): Promise<PublishedNotice> {
  const { clock, content, database, ledger } = context;
  const { actor, draft, gaps } = input;
  const notice = await database.write(async (transaction) => {
    const before = await ledger.catchUp(transaction);
    refuseOther(input.edition, lastEdition(before) + 1);
    const publication = publicationAt(clock.now(), content, gaps);
    return writeNotice(transaction, before, { actor, draft, publication });
  });
  ledger.adopt(notice);
  return notice;
}

function refuseOther(asked: number | undefined, next: number): void {
  if (asked === undefined || asked === next) return;
  throw new RegistryError('conflict', [], `The next edition is ${String(next)}, not ${String(asked)}.`);
}
