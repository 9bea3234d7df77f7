import { lastEdition } from '../../domain/ledger.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import { planOf, type Plan } from '../../drafts/plan.ts';
import { publishDraft } from '../../drafts/publish-draft.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { NoticeDate } from '../../register/read-notice-page.ts';
import { noticeInWords } from '../../language/notice-in-words.ts';
import type { Reader } from '../../register/reader.ts';
import type { Link } from '../../register/views/link.ts';
import { noticeDates } from '../../register/views/notice-dates.ts';
import { entryTags } from '../../register/views/entry-tags.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { FormOutcome, Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminFrame } from '../frame.ts';
import { answerOf } from '../answer.ts';
import { versionIn } from './draft-handlers.ts';
import { obstaclesOf, type Obstacles } from './obstacles.ts';
import { backToDraft, draftFrame } from './draft-frame.ts';
import { requireDraft } from './require-draft.ts';
import { actorOf, type Locals } from '../reader.ts';

/** The last page before publishing, ready to be placed. */
export interface PublishPage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  readonly final: { readonly title: string; readonly sentences: readonly string[] };
  readonly notice:
    | { readonly title: string; readonly tags: readonly Tag[]; readonly dates: readonly NoticeDate[] }
    | undefined;
  readonly told: { readonly title: string; readonly text: string };
  readonly checked: { readonly title: string; readonly text: string; readonly good: boolean };
  readonly obstacles: Obstacles | undefined;
  readonly kept: readonly Pair[];
  readonly button: string | undefined;
  readonly links: readonly Link[];
}

/** @throws RegistryError `not-found` */
export async function readPublishPage(
  locals: Locals,
  id: string,
  outcome: FormOutcome,
): Promise<PublishPage> {
  const { context, words, addresses } = locals;
  const draft = await requireDraft(locals, id);
  const plan = await planOf(context, draft.content);
  const to = adminAddresses(addresses);
  const ready = isReady(draft, plan);
  return {
    frame: draftFrame(locals, draft, { title: words.t('draft.publish.heading') }),
    problemsTitle: words.t('draft.problems-title'),
    problems: answerOf(outcome).problems,
    final: finalOf(locals),
    notice: shownNotice(locals, plan),
    told: toldOf(locals, plan),
    checked: checkedOf(locals, draft, plan, ready),
    obstacles: obstaclesOf(locals, draft, plan),
    kept: [
      { name: 'version', value: String(draft.version) },
      // At midnight the first lawful day moves: what is published is what was shown here.
      { name: 'effective-on', value: plan.effectiveOn },
    ],
    button: ready ? words.t('draft.publish.button', { edition: nextEdition(locals) }) : undefined,
    links: [{ text: words.t('draft.link.preview'), href: to.draftPreview(id) }, backToDraft(locals, draft)],
  };
}

function isReady({ state }: Draft, { isCurrent, problems }: Plan): boolean {
  return state === 'approved' && isCurrent && problems.length === 0;
}

function nextEdition({ context }: Locals): number {
  return lastEdition(context.ledger.current()) + 1;
}

function finalOf(locals: Locals): PublishPage['final'] {
  const { words } = locals;
  return {
    title: words.t('draft.publish.final', { edition: nextEdition(locals) }),
    sentences: [words.t('draft.publish.final.no-way-back'), words.t('draft.publish.final.at-once')],
  };
}

function shownNotice(locals: Locals, { notice, ledger, announcedOn }: Plan): PublishPage['notice'] {
  if (!notice || !ledger) return undefined;
  const { words, context } = locals;
  const told = noticeInWords(words, ledger, notice, announcedOn);
  const reader: Reader = {
    ...locals,
    context: { ...context, ledger: { current: () => ledger } },
    today: announcedOn,
  };
  return { title: told.title, tags: entryTags(reader, told), dates: noticeDates(reader, notice, told) };
}

function toldOf({ words }: Locals, { notice }: Plan): PublishPage['told'] {
  const noticeClass = notice?.class ?? 'told';
  return { title: words.t('draft.publish.told'), text: words.t(`draft.publish.told.${noticeClass}`) };
}

function checkedOf({ words }: Locals, { state }: Draft, plan: Plan, ready: boolean): PublishPage['checked'] {
  const text = ready
    ? words.t('draft.publish.checked.good')
    : state === 'published'
      ? words.t('draft.publish.checked.published')
      : state !== 'approved'
        ? words.t('draft.publish.checked.not-approved')
        : plan.isCurrent
          ? words.t('draft.publish.checked.problems')
          : words.t('draft.publish.outdated');
  return { title: words.t('draft.publish.checked'), text, good: ready };
}

/** Publishes: a second click leads to the same notice. */
export function publishHandlers(locals: Locals, draft: Draft): { readonly publish: Handler } {
  return {
    publish: async (form) => {
      const effectiveOn = form.value('effective-on');
      const { edition } = await publishDraft(locals.context, {
        actor: actorOf(locals),
        draft: draft.id,
        version: versionIn(form),
        effectiveOn,
      });
      return adminAddresses(locals.addresses).notice(edition, { done: 'published' });
    },
  };
}
