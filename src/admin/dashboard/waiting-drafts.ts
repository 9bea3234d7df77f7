import { draftEditors } from '../../drafts/draft-version.ts';
import { draftSteps } from '../../drafts/draft-steps.ts';
import type { Draft } from '../../drafts/draft-content.ts';
import { listDrafts } from '../../drafts/read-draft.ts';
import { houseRules } from '../../staff/house-rules.ts';
import { mayAs } from '../../staff/roles.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { memberReading, type DeskReader } from './desk-reader.ts';

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
export async function waitingDrafts(reader: DeskReader): Promise<WaitingDrafts> {
  const drafts = await listDrafts(reader.context, { states: ['open', 'submitted', 'approved'] });
  const { ownApproval } = await houseRules(reader.context);
  const found = await Promise.all(drafts.map((draft) => waitOf(reader, draft, ownApproval === 'allowed')));
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

async function waitOf(reader: DeskReader, draft: Draft, mayApproveOwn: boolean): Promise<Found | undefined> {
  const { id, role } = memberReading(reader);
  const isOwn = (await draftEditors(reader.context, draft.id)).has(id);
  const approves = mayAs(role, 'approver');
  if (draft.state === 'approved') {
    if (approves) return told('to-publish');
    return isOwn ? told('own-waiting') : undefined;
  }
  if (draft.state === 'submitted') {
    if (approves && (!isOwn || mayApproveOwn)) return told('to-approve');
    return isOwn ? told('own-waiting') : undefined;
  }
  if (!isOwn || !mayAs(role, 'editor')) return undefined;
  const last = (await draftSteps(reader.context, draft.id)).at(-1);
  return last?.step === 'sent-back' ? told('sent-back', last.note) : told('own-open');

  function told(wait: Wait, note?: string): Found {
    const { title, updatedAt } = draft;
    return {
      wait,
      draft: { title, updatedAt, href: adminAddresses(reader.addresses).draft(draft.id), note },
    };
  }
}
