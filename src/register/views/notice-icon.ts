import type { NoticeHeading } from '../../language/notice-in-words.ts';
import type { NoticeKind } from '../../domain/notice-kind.ts';
import type { IconName } from './icon.ts';

/** The icon of each kind of notice; their shapes differ, so that no meaning hangs on their colours. */
export const KIND_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  begins: 'check',
  added: 'add',
  changed: 'change',
  removed: 'remove',
};

/** What a notice in a list is at first sight: `aside` changes no fact of the register, or came to nothing. */
export interface NoticeMark {
  readonly kind: NoticeKind | 'planned' | 'aside';
  readonly icon: IconName;
}

/** What is still to come is marked by that alone; what became of the rest, by what it did. */
export function noticeMark(heading: NoticeHeading): NoticeMark {
  const { revises, standing } = heading;
  const state = standing?.state.id;
  if (revises || state === 'withdrawn' || heading.class.id === 'editorial')
    return { kind: 'aside', icon: 'change' };
  if (state === 'upcoming' || state === 'objection-open') return { kind: 'planned', icon: 'clock' };
  return markOfWhatItDoes(heading);
}

/** Whenever it takes effect, and whatever became of it. */
export function markOfWhatItDoes({ kind }: NoticeHeading): NoticeMark {
  return { kind, icon: KIND_ICONS[kind] };
}
