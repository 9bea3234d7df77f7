import { IN_THE_MAKING, isOver, type Draft, type DraftState } from '../../drafts/draft-content.ts';
import { lastSteps, type DraftStep } from '../../drafts/draft-steps.ts';
import { plansOf, type Plan } from '../../drafts/plan.ts';
import { listDrafts } from '../../drafts/read-draft.ts';
import type { Link } from '../../register/views/link.ts';
import type { Place } from '../../register/views/frame.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Cell, Column, Row } from '../page-parts.ts';
import { aboutDraft, draftMark, draftStateTag, whatLacks } from './draft-heading.ts';
import { namesOfStaff, type NameOf } from '../names-of-staff.ts';
import { may, type Locals } from '../reader.ts';
import { instantInWords } from '../instant.ts';

/** All drafts, ready to be placed. */
export interface DraftsPage {
  readonly frame: AdminFrame;
  readonly begin: Link | undefined;
  readonly filters: { readonly label: string; readonly places: readonly Place[] };
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly none: string | undefined;
  readonly more: string | undefined;
}

const FILTERS = ['waiting', 'open', 'submitted', 'approved', 'published', 'discarded'] as const;
type Filter = (typeof FILTERS)[number];

const STATES: Readonly<Record<Filter, readonly DraftState[]>> = {
  waiting: IN_THE_MAKING,
  open: ['open'],
  submitted: ['submitted'],
  approved: ['approved'],
  published: ['published'],
  discarded: ['discarded'],
};

// Each draft that is not over is planned anew; nobody reads a list of thousands.
const MOST = 100;

export async function readDraftsPage(locals: Locals): Promise<DraftsPage> {
  const { context, words, addresses, admin } = locals;
  const filter = FILTERS.find((one) => one === admin?.query['state']) ?? 'waiting';
  const drafts = await listDrafts(context, { states: STATES[filter] });
  const nameOf = await namesOfStaff(locals);
  const shown = drafts.slice(0, MOST);
  const [plans, last] = await Promise.all([
    plansByDraft(locals, shown),
    lastSteps(
      context,
      shown.map(({ id }) => id),
    ),
  ]);
  const to = adminAddresses(addresses);
  return {
    frame: adminFrame(locals, {
      title: words.t('draft.list.title'),
      section: 'drafts',
      lead: words.t('draft.list.lead'),
    }),
    begin: may(locals, 'editor') ? { text: words.t('new-draft.heading'), href: to.newDraft() } : undefined,
    filters: {
      label: words.t('draft.list.filters'),
      places: FILTERS.map((one) => ({
        text: words.t(`draft.list.filter.${one}`),
        href: to.drafts({ state: one === 'waiting' ? undefined : one }),
        current: one === filter ? 'page' : undefined,
      })),
    },
    columns: (['draft', 'state', 'day', 'lacks', 'last'] as const).map((column) => ({
      label: words.t(`draft.list.${column}`),
    })),
    rows: shown.map((draft) => rowOf(locals, draft, plans.get(draft.id), last.get(draft.id), nameOf)),
    none: drafts.length === 0 ? words.t(`draft.list.none.${filter}`) : undefined,
    more: drafts.length > MOST ? words.t('draft.list.more', { count: MOST }) : undefined,
  };
}

/** What each draft means now; those that are over mean nothing any more. */
async function plansByDraft(
  { context }: Locals,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, Plan>> {
  const going = drafts.filter((draft) => !isOver(draft));
  const plans = await plansOf(
    context,
    going.map(({ content }) => content),
  );
  return new Map(going.flatMap(({ id }, index) => (plans[index] ? [[id, plans[index]]] : [])));
}

function rowOf(
  locals: Locals,
  draft: Draft,
  plan: Plan | undefined,
  last: DraftStep | undefined,
  nameOf: NameOf,
): Row {
  const { words, addresses } = locals;
  const about = plan && aboutDraft(locals, draft, plan);
  const mark = plan && draftMark(locals, plan);
  const to = adminAddresses(addresses);
  return {
    id: `draft-${draft.id}`,
    cells: [
      {
        ...(mark && { mark }),
        text: draft.title,
        href: to.draft(draft.id),
        ...(about === undefined || about === draft.title ? {} : { small: about }),
      },
      { tags: [draftStateTag(locals, draft.state)] },
      dayCell(locals, draft, plan?.effectiveOn),
      plan ? { tags: whatLacks(locals, draft, plan) } : {},
      lastCell(locals, draft, last, nameOf, words),
    ],
  };
}

function dayCell({ words, addresses }: Locals, { edition, content }: Draft, day: string | undefined): Cell {
  if (edition !== undefined)
    return { text: words.t('notice.heading', { edition }), href: adminAddresses(addresses).notice(edition) };
  if (day === undefined || content.kind !== 'changes') return {};
  return { text: words.dayShort(day), datetime: day };
}

function lastCell(
  locals: Locals,
  draft: Draft,
  last: DraftStep | undefined,
  nameOf: NameOf,
  words: Locals['words'],
): Cell {
  const text = instantInWords(locals, draft.updatedAt);
  if (!last) return { text, datetime: draft.updatedAt };
  return {
    text,
    datetime: draft.updatedAt,
    small: words.t('draft.list.step', {
      step: words.t(`draft.step.${last.step}`, { version: last.version }),
      who: nameOf(last.actor),
    }),
  };
}
