import type { Notice } from '../domain/notice.ts';
import { factTable, listOf, element, type Content, type Html } from './html.ts';
import type { ToldNotice } from './told-notice.ts';

/**
 * When it was announced and takes effect, until when one may object and how, what kind of notice it is, and why. A
 * revision tells the days that now hold for what it revises.
 */
export function keyFacts(told: ToldNotice): Html | undefined {
  const { inWords, words, notice } = told;
  const { t } = words;
  const { reason, periods, marks, scopes } = inWords;
  return factTable([
    [t('notice.announced'), inWords.announced.text],
    ...objectionRows(told),
    ...effectiveRows(told),
    [t('notice.class'), hinted(inWords.class)],
    [t('notice.marks'), listOf(marks.map(hinted))],
    [t('notice.effects'), notice.edition === 1 ? undefined : listOf(inWords.types.map(({ label }) => label))],
    [
      t('notice.scopes'),
      scopes.length > 0 ? words.list(scopes.map(({ name }) => name)) : t('general.all-scopes'),
    ],
    [t('notice.period'), periods?.notice],
    [t('notice.reason'), reason?.value, reason?.fallback ? reason.language : undefined],
  ]);
}

type Row = readonly [name: string, content: Content];

function hinted({ label, hint }: { readonly label: string; readonly hint?: string }): string {
  return hint === undefined ? label : `${label}. ${hint}`;
}

function objectionRows(told: ToldNotice): Row[] {
  const { words, notice, revised } = told;
  const { t } = words;
  const from = standsUnder(notice) ? revised : told;
  const objection = from?.inWords.objection;
  if (objection)
    return [
      [t('notice.objection'), objection.text],
      [t('notice.how-to-object'), howToObject(from)],
    ];
  return notice.revises ? [] : [[t('notice.how-to-object'), t('notice.no-objection')]];
}

/** Objections made to what is postponed or mended stand, and so does the deadline. */
function standsUnder({ revises }: Notice): boolean {
  return revises?.action === 'postpone' || revises?.action === 'amend';
}

function howToObject({ inWords: { howToObject: how }, words, notice }: ToldNotice): Content {
  if (how?.mailbox === undefined) return how?.sentence;
  const subject = encodeURIComponent(words.t('notice.heading', { edition: notice.edition }));
  const address = how.mailbox.split('@').map(encodeURIComponent).join('@');
  return [how.sentence, ' ', element('a', { href: `mailto:${address}?subject=${subject}` }, how.mailbox)];
}

function effectiveRows({ words, notice: { revises }, inWords, revisedDay }: ToldNotice): Row[] {
  const { t } = words;
  if (revises?.action === 'redact') return [];
  if (revises?.action === 'postpone') return [[t('notice.effective'), words.day(revises.to)]];
  if (revises?.action === 'amend' && revisedDay) return [[t('notice.effective'), words.day(revisedDay)]];
  if (revises?.action === 'withdraw' && !revises.inError && revisedDay)
    return [[t('notice.effective-was'), words.day(revisedDay)]];
  return [[t('notice.effective'), inWords.effective.text]];
}
