import type { Day } from '../domain/days.ts';
import { addDays } from '../domain/days.ts';
import { lastEdition, noticeOf, type PublishedNotice } from '../domain/ledger.ts';
import { headingFor } from './heading.ts';
import { momentOf } from './moment.ts';
import { noticesBetween } from './notices-between.ts';
import type { Reader } from './reader.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { compareForms, type CompareForm } from './views/compare-forms.ts';
import { comparedChanges, type ComparedGroup } from './views/compared-changes.ts';
import { comparedMoment, isLater, type ComparedMoment } from './views/compared-moment.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import { organisationName } from './views/organisation-name.ts';

/** What the page of comparisons is asked; every value is known to be valid. */
export interface CompareQuery {
  readonly from?: Day | number | undefined;
  readonly to?: Day | number | undefined;
}

/** What differs between two moments of the register, or the question which two. */
export interface ComparePage {
  readonly frame: Frame;
  readonly title: string;
  /** What the page is for, or in one sentence what it found. */
  readonly lead: string;
  readonly comparison: Comparison | undefined;
  /** Comparisons that are often asked for. */
  readonly ready: { readonly title: string; readonly links: readonly Link[] } | undefined;
  readonly forms: { readonly title: string; readonly forms: readonly CompareForm[] } | undefined;
  readonly beginning: Beginning | undefined;
}

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
  readonly copying: {
    readonly link: string;
    readonly text: string;
    readonly copied: string;
    readonly address: string;
  };
}

export function readComparePage(reader: Reader, query: CompareQuery): ComparePage {
  const { words, context, today } = reader;
  const ledger = context.ledger.current();
  const page = {
    frame: compareFrame(reader, query, words.t('compare.title')),
    title: words.t('compare.title'),
    lead: words.t('compare.lead'),
    comparison: undefined,
    ready: undefined,
    forms: undefined,
    beginning: undefined,
  };
  if (lastEdition(ledger) === 0)
    return { ...page, beginning: beforeBeginning(reader, momentOf(ledger, today, {})) };
  const [from, to] = [query.from ?? 1, query.to ?? today];
  const forms = { title: words.t('compare.choose'), forms: compareForms(reader, from, to) };
  if (query.from === undefined && query.to === undefined) return { ...page, forms, ready: readyMade(reader) };
  return {
    ...page,
    ...compared(reader, query, comparedMoment(reader, from), comparedMoment(reader, to)),
    forms,
  };
}

function compared(
  reader: Reader,
  query: CompareQuery,
  from: ComparedMoment,
  to: ComparedMoment,
): Pick<ComparePage, 'frame' | 'title' | 'lead' | 'comparison'> {
  const { words } = reader;
  const title = words.t('compare.title.of', { from: from.short, to: to.short });
  const known = from.begun && to.begun;
  const notices = known ? noticesBetween(reader, from.moment, to.moment) : [];
  const groups = known ? comparedChanges(reader, from, to, notices) : [];
  return {
    frame: compareFrame(reader, query, title),
    title,
    lead: known ? leadOf(reader, from, to, groups) : words.t('compare.before-beginning'),
    comparison: comparisonOf(reader, from, to, groups, notices),
  };
}

/** `Between edition 2 (…) and today: 2 added, 1 changed and 1 removed.` */
function leadOf(
  { words }: Reader,
  from: ComparedMoment,
  to: ComparedMoment,
  groups: readonly ComparedGroup[],
): string {
  const between = { from: from.told, to: to.told };
  if (groups.length === 0) return words.t('compare.nothing', between);
  return words.t('compare.found', { ...between, found: words.list(groups.map(({ counted }) => counted)) });
}

// Of so many changes one looks for a name first.
const MANY = 12;

function comparisonOf(
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
    copying: {
      text: words.t('notice.copy-text'),
      link: words.t('notice.copy-link'),
      copied: words.t('notice.copied'),
      address: addresses.compare({ from: from.asked, to: to.asked }),
    },
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

/** What the last notice changed, the last twelve months, everything since the beginning. */
function readyMade({ words, addresses, context, today }: Reader): ComparePage['ready'] {
  const ledger = context.ledger.current();
  const first = noticeOf(ledger, 1);
  const last = lastEdition(ledger);
  const yearAgo = addDays(today, -365);
  const link = (text: string, from: Day | number): Link => ({
    text,
    href: addresses.compare({ from, to: today }),
  });
  return {
    title: words.t('compare.ready'),
    links: [
      link(words.t('compare.ready.all'), 1),
      ...(last > 1 ? [link(words.t('compare.ready.last', { edition: last - 1 }), last - 1)] : []),
      ...(first && first.effectiveOn < yearAgo ? [link(words.t('compare.ready.year'), yearAgo)] : []),
    ],
  };
}

/** A comparison is one of very many pages made of the same facts: search engines keep the question only. */
function compareFrame(reader: Reader, { from, to }: CompareQuery, title: string): Frame {
  const { words, addresses } = reader;
  const asks = from === undefined && to === undefined;
  return frameOf(reader, {
    title,
    description: words.t('compare.meta', { organisation: organisationName(reader) }),
    address: addresses.compare({ from, to }),
    ...(asks ? { canonical: addresses.compare() } : {}),
    section: 'compare',
  });
}
