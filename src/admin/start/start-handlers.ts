import type { ReceivedForm } from '../../forms/received-form.ts';
import { beginDraft } from '../../drafts/begin-draft.ts';
import { beginRegister } from '../../register/new-register.ts';
import { SetAsideError } from '../../register/set-aside-error.ts';
import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';
import { firstContent, firstFactsIn } from './first-facts.ts';
import { importFromForm } from './import-from-form.ts';
import { leaveSample } from './leave-sample.ts';
import { situationOf } from './situation.ts';

/** The three ways to start, and the first draft of a register that is empty. */
export function startHandlers(locals: Locals) {
  const admin = adminAddresses(locals.addresses);
  return {
    keep: () => Promise.resolve(admin.start({ done: 'start-kept' })),
    empty: () => empty(locals),
    begin: (form) => begin(locals, form),
    import: (form) => importFromForm(locals, form),
  } satisfies Readonly<Record<string, Handler>>;
}

async function empty(locals: Locals): Promise<Handled> {
  const done = adminAddresses(locals.addresses).start({ done: 'start-emptied' });
  try {
    await leaveSample(locals);
  } catch (error) {
    if (!(error instanceof SetAsideError)) throw error;
    // A second click, or a colleague, was faster: it is as it was asked for.
    if (error.reason === 'no-sample' && situationOf(locals) === 'empty') return done;
    const message = locals.words.t(`start.stays.${error.reason}`);
    return refusal([{ field: '', message }], error.code === 'conflict' ? 409 : 400);
  }
  return done;
}

async function begin(locals: Locals, form: ReceivedForm): Promise<Handled> {
  const { words, context, addresses } = locals;
  if (situationOf(locals) !== 'empty')
    return refusal([{ field: '', message: words.t('start.wrong.begun') }], 409);
  const facts = firstFactsIn(form);
  if ('wrong' in facts)
    return refusal(facts.wrong.map((field) => ({ field, message: words.t(`start.wrong.${field}`) })));
  await beginRegister(context, actorOf(locals));
  const draft = await beginDraft(context, {
    actor: actorOf(locals),
    key: form.value('key'),
    title: words.t('start.draft-title'),
    content: firstContent(facts),
  });
  return adminAddresses(addresses).draft(draft.id, { done: 'draft-begun' });
}
