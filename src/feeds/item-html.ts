import { baselineTables } from './baseline-html.ts';
import { changeHtml } from './change-html.ts';
import { keyFacts } from './key-facts-html.ts';
import { element, htmlOf } from './html.ts';
import { noticeLink } from './notice-link.ts';
import { revisionHtml } from './revision-html.ts';
import type { ToldNotice } from './told-notice.ts';

/**
 * A notice as plain HTML that reads well without any style, as feed readers show it: everything needed to judge it stands
 * in the item itself.
 */
export function itemHtml(told: ToldNotice): string {
  const { inWords, notice, words, organisation } = told;
  const { t } = words;
  const isBaseline = notice.marks.includes('baseline');
  return (
    htmlOf([
      told.isSample
        ? element('p', {}, element('strong', {}, t('banner.sample', { organisation })))
        : undefined,
      element('p', {}, inWords.summary),
      keyFacts(told),
      revisionHtml(told),
      isBaseline ? baselineTables(told) : inWords.changes.map((change) => changeHtml(told, change)),
      element('p', {}, `${t('notice.hash')}: `, element('code', {}, notice.hash)),
      element('p', {}, t('notice.hash-explained')),
      element('p', {}, noticeLink(told, notice.edition, t('feed.read-on'))),
      element('p', {}, element('em', {}, t('feed.disclaimer'))),
    ]) ?? ''
  );
}
