import { approveDraft } from '../../drafts/approve-draft.ts';
import { discardDraft } from '../../drafts/discard-draft.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import { draftVersion } from '../../drafts/draft-version.ts';
import { dropSubject } from '../../drafts/drop-subject.ts';
import { planOf } from '../../drafts/plan.ts';
import { roleForKind, roleForSubject } from '../../drafts/role-for.ts';
import { saveDraft } from '../../drafts/save-draft.ts';
import { sendBackDraft } from '../../drafts/send-back-draft.ts';
import { submitDraft } from '../../drafts/submit-draft.ts';
import { takeBackDraft } from '../../drafts/take-back-draft.ts';
import { RegistryError } from '../../errors.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import { refusal, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { detailsIn, withDetails } from './details-form.ts';
import { actorOf, may, type Locals } from '../reader.ts';
import { notForTheirRole } from './not-for-their-role.ts';
import { placeIn } from './subject-name.ts';

type Action = 'save' | 'drop' | 'submit' | 'take-back' | 'send-back' | 'approve' | 'discard';

/** What the buttons of a draft's page do, by their action. */
export function draftHandlers(locals: Locals, draft: Draft | undefined): Readonly<Record<Action, Handler>> {
  const { context } = locals;
  const doing =
    (done: string, verb: (step: Step, form: ReceivedForm) => Promise<unknown>): Handler =>
    async (form) => {
      if (!draft) throw new RegistryError('not-found', []);
      await verb({ actor: actorOf(locals), draft: draft.id, version: versionIn(form) }, form);
      return adminAddresses(locals.addresses).draft(draft.id, { done });
    };
  return {
    save: (form) => save(locals, draft, form),
    drop: async (form) => {
      const subject = placeIn(form.argument)?.subject;
      if (!subject) throw new RegistryError('not-found', []);
      if (!may(locals, roleForSubject(subject))) return notForTheirRole(locals);
      return doing('draft-dropped', (step) => dropSubject(context, { ...step, subject }))(form);
    },
    submit: doing('draft-submitted', (step) => submitDraft(context, step)),
    'take-back': doing('draft-taken-back', (step) => takeBackDraft(context, step)),
    'send-back': async (form) => {
      const note = form.value('note').trim();
      if (note === '' || note.length > LONGEST_NOTE)
        return refusal([{ field: 'note', message: locals.words.t('draft.problem.note') }]);
      return doing('draft-sent-back', (step) => sendBackDraft(context, { ...step, note }))(form);
    },
    approve: async (form) => {
      const confirmed = form.values('wording');
      const { wording } = draft ? await planOf(context, draft.content) : { wording: [] };
      if (wording.some(({ at }) => !confirmed.includes(at)))
        return refusal([{ field: 'wording', message: locals.words.t('draft.problem.wording') }]);
      return doing('draft-approved', (step) =>
        approveDraft(context, { ...step, wordingConfirmed: [...confirmed] }),
      )(form);
    },
    discard: async (form) =>
      form.value('sure') === ''
        ? refusal([{ field: 'sure', message: locals.words.t('draft.problem.sure') }])
        : doing('draft-discarded', (step) => discardDraft(context, step))(form),
  };
}

interface Step {
  readonly actor: ReturnType<typeof actorOf>;
  readonly draft: string;
  readonly version: number;
}

const LONGEST_NOTE = 5000;

/** The version that the form was made from; a form without one is like one from before the first. */
export function versionIn(form: ReceivedForm): number {
  const version = Number(form.value('version'));
  return Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/** Puts what the form says of the draft as a whole into the version it was made from; the verb finds what others did. */
async function save(locals: Locals, draft: Draft | undefined, form: ReceivedForm) {
  const { context, words, addresses } = locals;
  const version = versionIn(form);
  const base = draft && (version === draft.version ? draft : await draftVersion(context, draft.id, version));
  if (!draft || !base) throw new RegistryError('not-found', []);
  if (!may(locals, roleForKind(draft.content.kind))) return notForTheirRole(locals);
  const read = detailsIn(form, words, draft);
  if ('problems' in read) return refusal(read.problems);
  const { details } = read;
  const content = withDetails(base.content, details);
  await saveDraft(context, {
    actor: actorOf(locals),
    draft: draft.id,
    version,
    title: details.title,
    content,
  });
  return adminAddresses(addresses).draft(draft.id, { done: 'draft-saved' });
}
