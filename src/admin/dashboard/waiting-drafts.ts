import { draftsEditedBy } from '../../drafts/draft-version.ts';
import { lastSteps, type DraftStep } from '../../drafts/draft-steps.ts';
import { IN_THE_MAKING, type Draft } from '../../drafts/draft-content.ts';
import { listDrafts } from '../../drafts/read-draft.ts';
import { houseRules } from '../../staff/house-rules.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, memberOf, type AdminReader } from '../reader.ts';

/** Why a draft is in the list of who looks, the most pressing first. */
export const WAITS = ['sent-back', 'to-approve', 'to-publish', 'own-open', 'own-waiting'] as const;
export type Wait = (typeof WAITS)[number];

/** A draft that waits for somebody. */
export interface WaitingDraft {
  readonly title: string;
  readonly href: string;
  /** When it was last saved (instant in UTC). */
  readonly updatedAt: string;
  /** The note of who sent it back. */
  readonly note: string | undefined;
}

export type WaitingDrafts = Readonly<Record<Wait, readonly WaitingDraft[]>>;

/** The drafts in the making that concern whoever looks: what they may do about each, or what they wait for. */
export async function waitingDrafts(reader: AdminReader): Promise<WaitingDrafts> {
  const { context } = reader;
  const drafts = await listDrafts(context, { states: IN_THE_MAKING });
  const ids = drafts.map(({ id }) => id);
  const [{ ownApproval }, own, last] = await Promise.all([
    houseRules(context),
    draftsEditedBy(context, memberOf(reader).id, ids),
    lastSteps(context, ids),
  ]);
  const found = drafts.map((draft) =>
    waitOf(reader, draft, {
      isOwn: own.has(draft.id),
      mayApproveOwn: ownApproval === 'allowed',
      last: last.get(draft.id),
    }),
  );
  const of = (wait: Wait): WaitingDraft[] => found.flatMap((one) => (one?.wait === wait ? [one.draft] : []));
  return {
    'sent-back': of('sent-back'),
    'to-approve': of('to-approve'),
    'to-publish': of('to-publish'),
    'own-open': of('own-open'),
    'own-waiting': of('own-waiting'),
  };
}

interface Found {
  readonly wait: Wait;
  readonly draft: WaitingDraft;
}

interface Circumstances {
  /** Whoever looks edited it. */
  readonly isOwn: boolean;
  readonly mayApproveOwn: boolean;
  readonly last: DraftStep | undefined;
}

function waitOf(
  reader: AdminReader,
  draft: Draft,
  { isOwn, mayApproveOwn, last }: Circumstances,
): Found | undefined {
  const approves = may(reader, 'approver');
  if (draft.state === 'approved') {
    if (approves) return told('to-publish');
    return isOwn ? told('own-waiting') : undefined;
  }
  if (draft.state === 'submitted') {
    if (approves && (!isOwn || mayApproveOwn)) return told('to-approve');
    return isOwn ? told('own-waiting') : undefined;
  }
  if (!isOwn || !may(reader, 'editor')) return undefined;
  return last?.step === 'sent-back' ? told('sent-back', last.note) : told('own-open');

  function told(wait: Wait, note?: string): Found {
    const { title, updatedAt } = draft;
    return {
      wait,
      draft: { title, updatedAt, href: adminAddresses(reader.addresses).draft(draft.id), note },
    };
  }
}
