import type { DayInWords, NoticeHeading } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import { entryTags } from './entry-tags.ts';
import type { Link } from './link.ts';
import { noticeMark, type NoticeMark } from './notice-icon.ts';
import { revisedBy } from './revised-by.ts';
import type { Tag } from './tag.ts';

/** A notice in a list of notices. */
export interface ChangeEntry {
  readonly edition: number;
  readonly mark: NoticeMark;
  readonly href: string;
  readonly announced: DayInWords;
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly Tag[];
  /** What later notices did to it. */
  readonly revisions: readonly Link[];
  /** `20 days left to object`. */
  readonly countdown: string | undefined;
}

export function changeEntry(reader: Reader, heading: NoticeHeading): ChangeEntry {
  const { edition, announced, title, summary, standing } = heading;
  return {
    edition,
    mark: noticeMark(heading),
    href: reader.addresses.notice(edition),
    announced,
    title,
    summary,
    tags: entryTags(reader, heading),
    revisions: revisedBy(reader, heading),
    countdown: standing?.countdown,
  };
}
