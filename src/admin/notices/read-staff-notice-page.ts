import { noticeOf, timeline, type PublishedNotice } from '../../domain/ledger.ts';
import { lifecycleOf } from '../../domain/lifecycle.ts';
import type { Draft, RevisionContent } from '../../drafts/draft-content.ts';
import { draftSteps } from '../../drafts/draft-steps.ts';
import { listDrafts } from '../../drafts/read-draft.ts';
import { RegistryError } from '../../errors.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { readNoticePage, type NoticePage } from '../../register/read-notice-page.ts';
import type { Link } from '../../register/views/link.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { mendableTexts } from '../drafts/amended-texts.ts';
import { answering, answerOf, typed } from '../answer.ts';
import { namesOfStaff } from '../names-of-staff.ts';
import { may, type Locals } from '../reader.ts';
import { stepViews } from '../drafts/steps-view.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Step } from '../page-parts.ts';

type Kind = RevisionContent['kind'];

/** A published notice as staff see it: how it came about, and what can still be done. */
export interface StaffNoticePage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  readonly notice: NoticePage;
  readonly links: readonly Link[];
  /** Drafts that are to revise it. */
  readonly underway: { readonly title: string; readonly links: readonly Link[] } | undefined;
  readonly revise: {
    readonly title: string;
    readonly none: string | undefined;
    readonly choices: readonly Revising[];
  };
  readonly steps: {
    readonly title: string;
    readonly entries: readonly Step[];
    readonly none: string | undefined;
  };
}

/** A way of revising the notice, with the form that begins it. */
export interface Revising {
  readonly action: Kind;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly kept: readonly Pair[];
}

/** @throws RegistryError `not-found` */
export async function readStaffNoticePage(
  locals: Locals,
  edition: number,
  outcome: FormOutcome,
): Promise<StaffNoticePage> {
  const { context, words, addresses } = locals;
  const notice = noticeOf(context.ledger.current(), edition);
  if (!notice) throw new RegistryError('not-found', [], `There is no notice ${String(edition)}.`);
  const page = readNoticePage(locals, edition);
  const answer = answerOf(outcome);
  const to = adminAddresses(addresses);
  const drafts = await listDrafts(context);
  const origin = drafts.find((draft) => draft.edition === edition);
  return {
    frame: answering(
      adminFrame(locals, {
        title: page.title,
        section: 'notices',
        crumbs: [{ text: words.t('admin.nav.notices'), href: to.notices() }],
      }),
      outcome,
    ),
    problemsTitle: words.t('draft.problems-title'),
    problems: answer.problems,
    notice: page,
    links: [
      { text: words.t('draft.note.published.public'), href: addresses.notice(edition) },
      { text: words.t('revision.notice.feed'), href: addresses.feed() },
      ...(origin ? [{ text: words.t('revision.notice.draft'), href: to.draft(origin.id) }] : []),
    ],
    underway: underwayOf(locals, drafts, edition),
    revise: reviseOf(locals, notice, typed(answer, 'key', crypto.randomUUID())),
    steps: await stepsOf(locals, origin),
  };
}

function underwayOf({ words, addresses }: Locals, drafts: readonly Draft[], edition: number) {
  const links = drafts
    .filter(({ state }) => state !== 'published' && state !== 'discarded')
    .filter(({ content }) => content.kind !== 'changes' && content.edition === edition)
    .map(({ id, title }) => ({ text: title, href: adminAddresses(addresses).draft(id) }));
  return links.length === 0 ? undefined : { title: words.t('revision.notice.underway'), links };
}

function reviseOf(locals: Locals, notice: PublishedNotice, key: string): StaffNoticePage['revise'] {
  const { words } = locals;
  const why = whyNot(locals, notice);
  const kinds = why === undefined ? kindsFor(locals, notice) : [];
  return {
    title: words.t('revision.notice.title'),
    none: why === undefined ? (kinds.length === 0 ? words.t('revision.none.role') : undefined) : words.t(why),
    choices: kinds.map((action) => ({
      action,
      title: words.t(`revision.${action}.title`),
      text: words.t(textOf(locals, notice, action)),
      button: words.t(`revision.${action}.begin`),
      kept: [{ name: 'key', value: `${key.slice(0, -1)}${SUFFIX[action]}` }],
    })),
  };
}

/** Three forms of one page begin three drafts. */
const SUFFIX: Readonly<Record<Kind, string>> = { withdraw: 'a', postpone: 'b', amend: 'c' };

/** Why nothing can be revised here at all. */
function whyNot(locals: Locals, { edition, revises }: PublishedNotice) {
  const standing = timeline(locals.context.ledger.current()).standings.get(edition);
  if (revises) return 'revision.none.revision';
  if (edition === 1) return 'revision.none.baseline';
  return standing?.withdrawnBy === undefined ? undefined : 'revision.none.withdrawn';
}

function kindsFor(locals: Locals, notice: PublishedNotice): Kind[] {
  const planned = isPlanned(locals, notice);
  const { context } = locals;
  const texts = planned && mendableTexts(context.ledger.current(), notice.edition).length > 0;
  return [
    ...(planned && may(locals, 'approver') ? (['postpone'] as const) : []),
    ...(texts && may(locals, 'editor') ? (['amend'] as const) : []),
    ...(may(locals, 'approver') ? (['withdraw'] as const) : []),
  ];
}

function isPlanned({ context, today }: Locals, { edition }: PublishedNotice): boolean {
  const life = lifecycleOf(context.ledger.current(), edition, today);
  return life !== undefined && life.effectiveOn > today;
}

function textOf(locals: Locals, notice: PublishedNotice, action: Kind) {
  if (action !== 'withdraw') return `revision.${action}.explained` as const;
  return isPlanned(locals, notice) ? 'revision.withdraw.planned' : 'revision.withdraw.in-error';
}

async function stepsOf(locals: Locals, origin: Draft | undefined): Promise<StaffNoticePage['steps']> {
  const title = locals.words.t('revision.notice.steps');
  if (!origin) return { title, entries: [], none: locals.words.t('revision.notice.no-draft') };
  const [steps, nameOf] = await Promise.all([draftSteps(locals.context, origin.id), namesOfStaff(locals)]);
  return { title, entries: stepViews(locals, steps, nameOf), none: undefined };
}
