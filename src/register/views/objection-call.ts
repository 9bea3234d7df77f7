import type { NoticeInWords } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import { mailAddress, type Link } from './link.ts';

/** How to object, or that one no longer can. */
export interface ObjectionCall {
  readonly title: string;
  readonly open: boolean;
  /** Until when, in which zone. */
  readonly deadline: string | undefined;
  readonly sentence: string;
  readonly mail: Link | undefined;
}

export function objectionCall({ words }: Reader, told: NoticeInWords): ObjectionCall | undefined {
  const { howToObject, standing, edition, title, objection } = told;
  if (!howToObject) return undefined;
  const { sentence, mailbox } = howToObject;
  const open = standing?.objectionOpen ?? false;
  const subject = words.t('notice.object-subject', { edition, title });
  const href = open && mailbox !== undefined ? mailAddress(mailbox, subject) : undefined;
  return {
    title: words.t('notice.how-to-object'),
    open,
    deadline:
      open && objection
        ? words.t('third-party.labelled', { label: words.t('notice.objection'), text: objection.text })
        : undefined,
    sentence,
    mail: href === undefined ? undefined : { text: words.t('notice.object-by-mail'), href },
  };
}
