import { noticeOf } from '../../domain/ledger.ts';
import { beginDraft } from '../../drafts/begin-draft.ts';
import type { RevisionContent } from '../../drafts/draft-content.ts';
import { RegistryError } from '../../errors.ts';
import { refusal, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';

type Kind = RevisionContent['kind'];

/** Begins a draft that revises the notice, and leads to its form. The same form sent twice begins one. */
export function revisingHandlers(locals: Locals, edition: number): Readonly<Record<Kind, Handler>> {
  return {
    withdraw: beginning(locals, { kind: 'withdraw', edition }),
    postpone: beginning(locals, { kind: 'postpone', edition }),
    amend: beginning(locals, { kind: 'amend', edition, amendments: [] }),
  };
}

function beginning(locals: Locals, content: RevisionContent): Handler {
  return async (form) => {
    const { context, words, addresses } = locals;
    const { kind, edition } = content;
    if (!noticeOf(context.ledger.current(), edition)) throw new RegistryError('not-found', []);
    const key = form.value('key');
    if (!/^[0-9a-f-]{36}$/.test(key))
      return refusal([{ field: '', message: words.t('new-draft.problem.key') }]);
    const title = words.t(`draft.about.${kind}`, { edition });
    const { id } = await beginDraft(context, { actor: actorOf(locals), key, title, content });
    return adminAddresses(addresses).draftRevision(id, { done: 'draft-begun' });
  };
}
