import type { Amendment } from '../domain/notice.ts';
import { changeHtml } from './change-html.ts';
import { element, grid, type Content } from './html.ts';
import { noticeLink } from './notice-link.ts';
import type { ToldNotice } from './told-notice.ts';

/** Which notices it revises, with the way to each, and what they said: whoever missed them need not look it up. */
export function revisionHtml(told: ToldNotice): Content {
  const { inWords, words, notice } = told;
  if (!inWords.revises) return undefined;
  const links = inWords.revises.editions.map((edition) =>
    noticeLink(told, edition, words.t('notice.heading', { edition })),
  );
  return [
    element(
      'p',
      {},
      `${words.t('notice.revises')}: `,
      links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])),
    ),
    notice.revises?.action === 'amend' ? amendments(told, notice.revises.amendments) : revisedChanges(told),
  ];
}

/** What the revised notice said when it was published. */
function revisedChanges({ revised, words }: ToldNotice): Content {
  if (!revised) return undefined;
  const heading = words.t('notice.heading', { edition: revised.notice.edition });
  return [
    element('h3', {}, `${heading}: ${revised.inWords.title}`),
    revised.inWords.changes.map((change) => changeHtml(revised, change)),
  ];
}

/** The words that are mended, as they were and as they are now. */
function amendments({ words, revised }: ToldNotice, mended: readonly Amendment[]): Content {
  const { t } = words;
  return mended.map(({ change, fields }) => {
    const subject = revised?.notice.changes[change]?.subject;
    if (!revised || !subject) return undefined;
    const { scopeName, thirdPartyName } = revised.context;
    const name = subject.kind === 'scope' ? scopeName(subject.id) : thirdPartyName(subject.id);
    return [
      subject.kind === 'organisation' ? undefined : element('h3', {}, name),
      grid(
        [t('feed.field'), t('notice.before'), t('notice.after')],
        fields.map(({ field, before, after }) => [words.fieldName(subject.kind, field), before, after]),
      ),
    ];
  });
}
