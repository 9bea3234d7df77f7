import type { NoticeHeading } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import { stateTag, type Tag } from './tag.ts';

/** What a notice is, in a few words: where it stands, its class, its marks, its kinds of change. */
export function entryTags({ words }: Reader, heading: NoticeHeading): Tag[] {
  const { standing, marks, types } = heading;
  const state = standing && standing.state.id !== 'effective' ? [stateTag(words, standing.state.id)] : [];
  return [
    ...state,
    { text: heading.class.label, ...(heading.class.hint === undefined ? {} : { hint: heading.class.hint }) },
    ...marks.map(({ label, hint }): Tag => ({ text: label, ...(hint === undefined ? {} : { hint }) })),
    // The first edition adds everything: its kinds of change tell nothing that its mark does not.
    ...(marks.some(({ id }) => id === 'baseline') ? [] : types.map(({ label }): Tag => ({ text: label }))),
  ];
}
