import type { Draft } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import type { Link } from '../../register/views/link.ts';
import type { DraftStep } from '../../drafts/draft-steps.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { NameOf } from '../names-of-staff.ts';
import type { Locals } from '../reader.ts';

/** Something that must be known before anything else on the page. */
export interface DraftNote {
  readonly kind: 'info' | 'warn' | 'bad' | 'good';
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
}

export function draftNotes(locals: Locals, draft: Draft, plan: Plan): DraftNote[] {
  if (draft.state === 'published') return [publishedNote(locals, draft)];
  if (draft.state === 'discarded') return [note(locals, 'info', 'discarded')];
  return [
    ...conflictNotes(locals, draft, plan),
    ...outdatedNotes(locals, draft, plan),
    ...droppedNotes(locals, plan),
  ];
}

/** What a colleague asked for when sending it back, until it is handed over again. */
export function sentBackNotes(
  { words }: Locals,
  { state }: Draft,
  steps: readonly DraftStep[],
  nameOf: NameOf,
): DraftNote[] {
  const last = steps.findLast(({ step }) => HANDED.includes(step));
  if (state !== 'open' || last?.step !== 'sent-back' || last.note === undefined) return [];
  const title = words.t('draft.note.sent-back.title', { who: nameOf(last.actor) });
  return [{ kind: 'warn', title, text: last.note, links: [] }];
}

const HANDED: readonly DraftStep['step'][] = ['submitted', 'sent-back', 'taken-back'];

function publishedNote(locals: Locals, { edition = 0 }: Draft): DraftNote {
  const { words, addresses } = locals;
  return {
    kind: 'good',
    title: words.t('draft.note.published.title', { edition }),
    text: words.t('draft.note.published.text'),
    links: [
      { text: words.t('draft.note.published.notice'), href: adminAddresses(addresses).notice(edition) },
      { text: words.t('draft.note.published.public'), href: addresses.notice(edition) },
    ],
  };
}

function note(
  { words }: Locals,
  kind: DraftNote['kind'],
  key: 'discarded' | 'outdated' | 'rebased',
  links: readonly Link[] = [],
): DraftNote {
  return { kind, title: words.t(`draft.note.${key}.title`), text: words.t(`draft.note.${key}.text`), links };
}

function conflictNotes({ words, addresses }: Locals, { id }: Draft, { conflicts }: Plan): DraftNote[] {
  if (conflicts.length === 0) return [];
  return [
    {
      kind: 'bad',
      title: words.t('draft.note.conflicts.title', { count: conflicts.length }),
      text: words.t('draft.note.conflicts.text'),
      links: [
        { text: words.t('draft.note.conflicts.link'), href: adminAddresses(addresses).draftConflicts(id) },
      ],
    },
  ];
}

/** What was handed over is no longer what would be published. */
function outdatedNotes(locals: Locals, { id, state }: Draft, { isCurrent, conflicts }: Plan): DraftNote[] {
  if (isCurrent || conflicts.length > 0) return [];
  const { words, addresses } = locals;
  const links = [{ text: words.t('conflict.rebase'), href: adminAddresses(addresses).draftConflicts(id) }];
  return state === 'open'
    ? [note(locals, 'info', 'rebased', links)]
    : [note(locals, 'warn', 'outdated', links)];
}

function droppedNotes({ words }: Locals, { dropped }: Plan): DraftNote[] {
  if (dropped.length === 0) return [];
  return [
    {
      kind: 'info',
      title: words.t('draft.note.dropped.title'),
      text: words.t('draft.note.dropped.text', { count: dropped.length }),
      links: [],
    },
  ];
}
