import { noticeOf, type PublishedNotice } from '../../domain/ledger.ts';
import { headingFor } from '../heading.ts';
import type { Reader } from '../reader.ts';
import type { ComparedGroup } from './compared-changes.ts';
import { isLater, type ComparedMoment } from './compared-moment.ts';
import { copyingOf, type Copying } from './copying.ts';
import type { Link } from './link.ts';

/** What differs between two moments of the register. */
export interface Comparison {
  /** That the first moment is the later one, or that a moment lies before the register. */
  readonly notes: readonly string[];
  readonly swap: Link;
  /** The register at each of the two moments. */
  readonly registers: readonly Link[];
  readonly groups: readonly ComparedGroup[];
  /** The name of the list of kinds, each with how many there are. */
  readonly jumps: string;
  readonly replaces: string;
  /** Said of changes that are only named. */
  readonly unshown: string;
  /** Many changes are folded up, so that one finds the one that matters. */
  readonly folded: boolean;
  readonly notices:
    { readonly title: string; readonly links: readonly Link[]; readonly more: Link | undefined } | undefined;
  readonly copying: Copying;
}

// Of so many changes one looks for a name first.
const MANY = 12;

export function comparisonOf(
  reader: Reader,
  from: ComparedMoment,
  to: ComparedMoment,
  groups: readonly ComparedGroup[],
  notices: readonly PublishedNotice[],
): Comparison {
  const { words, addresses } = reader;
  const link = (moment: ComparedMoment): Link => ({
    text: words.t('compare.register', { moment: moment.short }),
    href: moment.href,
  });
  return {
    notes: notesOn(reader, from, to),
    swap: { text: words.t('compare.swap'), href: addresses.compare({ from: to.asked, to: from.asked }) },
    registers: [from, to].filter(({ begun }) => begun).map(link),
    groups,
    jumps: words.t('compare.jumps'),
    unshown: words.t('compare.others'),
    replaces: words.fieldName('third-party', 'replaces'),
    folded: groups.reduce((sum, { count }) => sum + count, 0) > MANY,
    notices: noticesPart(reader, notices),
    copying: copyingOf(reader, addresses.compare({ from: from.asked, to: to.asked })),
  };
}

function notesOn({ words, context }: Reader, from: ComparedMoment, to: ComparedMoment): string[] {
  const first = noticeOf(context.ledger.current(), 1);
  const early = [from, to].filter(({ begun }) => !begun);
  return [
    ...(early.length > 0 && first
      ? [words.t('before-first.text', { day: words.day(first.effectiveOn) })]
      : []),
    ...(early.length === 0 && isLater(from, to) ? [words.t('compare.backwards')] : []),
  ];
}

const LISTED = 20;

function noticesPart(reader: Reader, notices: readonly PublishedNotice[]): Comparison['notices'] {
  const { words, addresses, context } = reader;
  const ledger = context.ledger.current();
  if (notices.length === 0) return undefined;
  return {
    title: words.t('compare.notices', { count: notices.length }),
    links: notices.slice(0, LISTED).map((notice) => {
      const { edition, title, announced } = headingFor(reader, ledger, notice);
      const number = words.t('notice.heading', { edition });
      return {
        text: title,
        href: addresses.notice(edition),
        hint: words.t('compare.notice-hint', { notice: number, day: announced.text }),
      };
    }),
    more:
      notices.length > LISTED
        ? { text: words.t('register.all-changes'), href: addresses.changes() }
        : undefined,
  };
}
