import type { Day } from '../domain/days.ts';
import { addDays } from '../domain/days.ts';
import { lastEdition, noticeOf } from '../domain/ledger.ts';
import { momentOf } from './moment.ts';
import { noticesBetween } from './notices-between.ts';
import type { Reader } from './reader.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { compareForms, type CompareForm } from './views/compare-forms.ts';
import { comparedChanges, type ComparedGroup } from './views/compared-changes.ts';
import { comparedMoment, type ComparedMoment } from './views/compared-moment.ts';
import { comparisonOf, type Comparison } from './views/comparison.ts';
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
