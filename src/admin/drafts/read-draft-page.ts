import { isOver, type Draft } from '../../drafts/draft-content.ts';
import { draftSteps } from '../../drafts/draft-steps.ts';
import { planOf, type Plan } from '../../drafts/plan.ts';
import { roleForKind } from '../../drafts/role-for.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { dayInWords } from '../../language/notice-heading.ts';
import type { Link } from '../../register/views/link.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { Step, SummaryFact } from '../page-parts.ts';
import { previewOf, type Preview } from '../preview/preview.ts';
import { answering, answerOf, type Answer } from '../answer.ts';
import { changeViews, type DraftedChangeView } from './changes-view.ts';
import { explainDay, type DayExplained } from './day-explained.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import { detailsView, type DetailsView } from './details-view.ts';
import { aboutDraft, draftStateTag, whatLacks } from './draft-heading.ts';
import { draftNotes, sentBackNotes, type DraftNote } from './draft-notes.ts';
import { obstaclesOf, type Obstacles } from './obstacles.ts';
import { namesOfStaff, type NameOf } from '../names-of-staff.ts';
import { requireDraft } from './require-draft.ts';
import { may, type Locals } from '../reader.ts';
import { stepViews } from './steps-view.ts';
import { instantInWords } from '../instant.ts';
import { whyClass, type WhyClass } from './why-class.ts';

/** The one page that tells everything of a draft, ready to be placed. */
export interface DraftPage {
  readonly frame: AdminFrame;
  readonly problemsTitle: string;
  readonly problems: readonly FieldProblem[];
  readonly tags: readonly Tag[];
  readonly summary: readonly SummaryFact[];
  readonly links: readonly Link[];
  readonly notes: readonly DraftNote[];
  readonly obstacles: Obstacles | undefined;
  readonly changes: {
    readonly title: string;
    readonly none: string | undefined;
    readonly views: readonly DraftedChangeView[];
    readonly add: Link | undefined;
  };
  /** Of a draft that revises an earlier notice: what it does, and where that is edited. */
  readonly revision: { readonly sentence: string; readonly edit: Link; readonly notice: Link } | undefined;
  readonly day: DayExplained | undefined;
  readonly why: WhyClass | undefined;
  /** The public views of it, folded up. */
  readonly preview: (Preview & { readonly fold: string }) | undefined;
  readonly details:
    | (DetailsView & {
        readonly heading: string;
        readonly button: string;
        /** Whoever looks at what was handed over decides first. */
        readonly folded: boolean;
      })
    | undefined;
  readonly decisions: Decisions | undefined;
  readonly steps: { readonly title: string; readonly entries: readonly Step[] };
}

/** @throws RegistryError `not-found` */
export async function readDraftPage(locals: Locals, id: string, outcome: FormOutcome): Promise<DraftPage> {
  const { context, words } = locals;
  const draft = await requireDraft(locals, id);
  const [plan, steps, nameOf] = await Promise.all([
    planOf(context, draft.content),
    draftSteps(context, id),
    namesOfStaff(locals),
  ]);
  const answer = answerOf(outcome);
  const over = isOver(draft);
  const editable = !over && may(locals, 'editor');
  const about = aboutDraft(locals, draft, plan);
  return {
    frame: answering(
      adminFrame(locals, {
        title: draft.title,
        section: 'drafts',
        crumbs: [{ text: words.t('admin.nav.drafts'), href: adminAddresses(locals.addresses).drafts() }],
        ...(over || about === draft.title ? {} : { lead: about }),
      }),
      outcome,
    ),
    problemsTitle: words.t('draft.problems-title'),
    problems: answer.problems,
    tags: [draftStateTag(locals, draft.state), ...(over ? [] : whatLacks(locals, draft, plan))],
    summary: summaryOf(locals, draft, plan, nameOf, steps[0]?.actor),
    links: linksOf(locals, draft),
    notes: [...sentBackNotes(locals, draft, steps, nameOf), ...draftNotes(locals, draft, plan)],
    changes: changesOf(locals, draft, plan, editable),
    ...(over ? NOTHING : meaningOf(locals, draft, plan)),
    details: editable ? detailsOf(locals, draft, plan, answer, outcome) : undefined,
    decisions: await decisionsOf(locals, draft, plan, answer),
    steps: { title: words.t('draft.steps.title'), entries: stepViews(locals, steps, nameOf) },
  };
}

/** What the draft means now, and what keeps it from being published. */
type Meaning = Pick<DraftPage, 'obstacles' | 'revision' | 'day' | 'why' | 'preview'>;

const NOTHING: Meaning = {
  obstacles: undefined,
  revision: undefined,
  day: undefined,
  why: undefined,
  preview: undefined,
};

function meaningOf(locals: Locals, draft: Draft, plan: Plan): Meaning {
  const { notice, ledger } = plan;
  return {
    obstacles: obstaclesOf(locals, draft, plan),
    revision: revisionOf(locals, draft),
    day: draft.content.kind === 'changes' ? explainDay(locals, draft.content, plan) : undefined,
    why: notice && ledger && whyClass(locals, { notice, ledger }),
    preview: { ...previewOf(locals, plan), fold: locals.words.t('draft.preview.fold') },
  };
}

function changesOf(locals: Locals, draft: Draft, plan: Plan, editable: boolean): DraftPage['changes'] {
  const { words, addresses } = locals;
  const { id, content } = draft;
  const title = words.t('draft.changes.title');
  if (content.kind !== 'changes') return { title, none: undefined, views: [], add: undefined };
  return {
    title,
    none: content.changes.length === 0 ? words.t('draft.changes.none') : undefined,
    views: isOver(draft) ? [] : changeViews(locals, draft, plan, editable),
    add: editable
      ? { text: words.t('draft.add-change'), href: adminAddresses(addresses).newDraft({ draft: id }) }
      : undefined,
  };
}

function detailsOf(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  answer: Answer,
  outcome: FormOutcome,
): DraftPage['details'] {
  const { words } = locals;
  const { kind } = draft.content;
  if (!may(locals, roleForKind(kind))) return undefined;
  return {
    ...detailsView(locals, draft, plan, answer, outcome),
    heading: words.t(kind === 'changes' ? 'draft.details.title' : 'draft.details.title-revision'),
    button: words.t('draft.save.button'),
    folded: draft.state !== 'open',
  };
}

function summaryOf(
  locals: Locals,
  draft: Draft,
  plan: Plan,
  nameOf: NameOf,
  begunBy: Parameters<NameOf>[0] | undefined,
): SummaryFact[] {
  const { words } = locals;
  const over = isOver(draft);
  const fact = (label: string, text: string): SummaryFact => ({ label, values: [{ text }] });
  return [
    ...(over || draft.content.kind !== 'changes'
      ? []
      : [
          fact(words.t('draft.fact.day'), dayInWords(words, plan.effectiveOn).text),
          ...(plan.objectionDeadline === undefined
            ? []
            : [fact(words.t('notice.objection'), words.day(plan.objectionDeadline))]),
        ]),
    ...(begunBy ? [fact(words.t('draft.fact.begun-by'), nameOf(begunBy))] : []),
    fact(
      words.t('draft.fact.version'),
      words.t('draft.version-saved', {
        version: draft.version,
        when: instantInWords(locals, draft.updatedAt),
      }),
    ),
    ...(draft.approvedBy === undefined
      ? []
      : [fact(words.t('draft.fact.approved-by'), nameOf({ kind: 'staff', id: draft.approvedBy }))]),
  ];
}

function linksOf({ words, addresses }: Locals, draft: Draft): Link[] {
  const to = adminAddresses(addresses);
  return [
    ...(isOver(draft) ? [] : [{ text: words.t('draft.link.preview'), href: to.draftPreview(draft.id) }]),
    { text: words.t('draft.link.history'), href: to.draftHistory(draft.id) },
  ];
}

function revisionOf({ words, addresses }: Locals, { id, content, state }: Draft): DraftPage['revision'] {
  if (content.kind === 'changes') return undefined;
  const to = adminAddresses(addresses);
  const { edition } = content;
  return {
    sentence: words.t(`draft.revision.${content.kind}`, { edition }),
    edit: {
      text: words.t(state === 'open' ? 'draft.revision.edit' : 'draft.revision.look'),
      href: to.draftRevision(id),
    },
    notice: { text: words.t('notice.heading', { edition }), href: to.notice(edition) },
  };
}
