import type { Problem } from '../../domain/problem.ts';
import type { Plan } from '../../drafts/plan.ts';
import { feedItem } from '../../feeds/feed-item.ts';
import { toldNotice } from '../../feeds/told-notice.ts';
import { noticeInWords } from '../../language/notice-in-words.ts';
import { readNoticePage, type NoticePage } from '../../register/read-notice-page.ts';
import type { Reader } from '../../register/reader.ts';
import { meaningOf, type MeaningLine } from './meaning.ts';
import { publicRows, type PublicRows } from './public-rows.ts';

/** What readers would see of a draft if it were published now, ready to be placed. */
export interface Preview {
  readonly title: string;
  readonly lead: string;
  /** Why there is nothing to see yet. */
  readonly none: string | undefined;
  /** Why it could not be published as it stands, each in a sentence. */
  readonly obstacles: { readonly title: string; readonly sentences: readonly string[] } | undefined;
  readonly shown: PreviewShown | undefined;
}

export interface PreviewShown {
  readonly meaning: { readonly title: string; readonly lines: readonly MeaningLine[] };
  readonly rows: PublicRows | undefined;
  readonly notice: {
    readonly title: string;
    readonly heading: string;
    readonly tags: NoticePage['tags'];
    readonly dates: NoticePage['dates'];
    readonly changes: NoticePage['changes'];
  };
  readonly feed: {
    readonly title: string;
    readonly lead: string;
    readonly heading: string;
    /** The very HTML of the item: its renderer makes all of it, and escapes every text. */
    readonly html: string;
  };
}

/** What a preview is made of: the plan of a draft, or of one with what a form holds put into it. */
export type PlanToPreview = Pick<
  Plan,
  'announcedOn' | 'effectiveOn' | 'firstLawfulDay' | 'objectionDeadline' | 'notice' | 'ledger' | 'problems'
>;

/**
 * The very views that readers get, made of a ledger in which the notice stands already: nothing is drawn twice, so
 * nothing can look different once it is published.
 */
export function previewOf(reader: Reader, plan: PlanToPreview): Preview {
  const { words } = reader;
  const shown = shownOf(reader, plan);
  return {
    title: words.t('form.preview.title'),
    lead: words.t('form.preview.lead'),
    none: shown ? undefined : words.t('form.preview.none'),
    obstacles: obstaclesOf(reader, plan.problems),
    shown,
  };
}

function obstaclesOf({ words }: Reader, problems: readonly Problem[]): Preview['obstacles'] {
  const sentences = [...new Set(problems.map((problem) => words.problem(problem)))];
  return sentences.length === 0 ? undefined : { title: words.t('form.preview.obstacles'), sentences };
}

function shownOf(reader: Reader, plan: PlanToPreview): PreviewShown | undefined {
  const { notice, ledger } = plan;
  if (!notice || !ledger) return undefined;
  const { words, addresses } = reader;
  const announced: Reader = {
    ...reader,
    context: { ...reader.context, ledger: { current: () => ledger } },
    today: plan.announcedOn,
  };
  const page = readNoticePage(announced, notice.edition);
  const item = feedItem(toldNotice(words, addresses, ledger, notice));
  return {
    meaning: {
      title: words.t('form.preview.meaning'),
      lines: meaningOf(words, notice, noticeInWords(words, ledger, notice, plan.announcedOn), plan),
    },
    rows: publicRows(reader, ledger, notice),
    notice: {
      title: words.t('form.preview.notice'),
      heading: page.title,
      tags: page.tags,
      dates: page.dates,
      changes: page.changes,
    },
    feed: {
      title: words.t('form.preview.feed'),
      lead: words.t('form.preview.feed-lead'),
      heading: item.title,
      html: item.description,
    },
  };
}
