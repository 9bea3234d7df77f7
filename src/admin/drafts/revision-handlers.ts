import { isDay } from '../../domain/days.ts';
import type { Draft, RevisionContent } from '../../drafts/draft-content.ts';
import { draftVersion } from '../../drafts/draft-version.ts';
import { saveDraft } from '../../drafts/save-draft.ts';
import { RegistryError } from '../../errors.ts';
import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';
import { amendmentsIn, mendableTexts } from './amended-texts.ts';
import { versionIn } from './draft-handlers.ts';
import { textsIn, wrongTexts } from './sent-texts.ts';

type Kind = RevisionContent['kind'];

/** Saves a revision by its kind: a form of another kind than the draft's is for no draft. */
export function revisionHandlers(locals: Locals, draft: Draft): Readonly<Record<Kind, Handler>> {
  const saving =
    (kind: Kind): Handler =>
    (form) =>
      save(locals, draft, kind, form);
  return { withdraw: saving('withdraw'), postpone: saving('postpone'), amend: saving('amend') };
}

async function save(locals: Locals, draft: Draft, kind: Kind, form: ReceivedForm): Promise<Handled> {
  const { context, addresses } = locals;
  const version = versionIn(form);
  const base = version === draft.version ? draft : await draftVersion(context, draft.id, version);
  if (base?.content.kind !== kind) throw new RegistryError('not-found', []);
  const problems = problemsIn(locals, kind, form);
  if (problems.length > 0) return refusal(problems);
  const content = contentWith(locals, base.content, form);
  await saveDraft(context, { actor: actorOf(locals), draft: draft.id, version, content });
  return adminAddresses(addresses).draft(draft.id, { done: 'draft-saved' });
}

function problemsIn({ words }: Locals, kind: Kind, form: ReceivedForm): FieldProblem[] {
  return [
    ...wrongTexts(form, 'reason.', words),
    ...wrongTexts(form, 'text.', words),
    ...(kind === 'postpone' && !isDay(dayIn(form))
      ? [{ field: 'to', message: words.t('draft.problem.day') }]
      : []),
  ];
}

function dayIn(form: ReceivedForm): string {
  return form.value('to').trim();
}

/** The revision with what the form says of it. */
function contentWith({ context }: Locals, base: RevisionContent, form: ReceivedForm): RevisionContent {
  const { reason: _reason, ...rest } = base;
  const reason = textsIn(form, 'reason.');
  const said = Object.keys(reason).length > 0 ? { reason } : {};
  switch (rest.kind) {
    case 'postpone':
      return { ...rest, to: dayIn(form), ...said };
    case 'withdraw':
      return { ...rest, ...said };
    case 'amend': {
      const mendable = mendableTexts(context.ledger.current(), rest.edition);
      return { ...rest, amendments: amendmentsIn(form, mendable), ...said };
    }
  }
}
