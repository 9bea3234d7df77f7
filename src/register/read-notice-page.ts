import { addDays } from '../domain/days.ts';
import type { NoticeKind } from '../domain/notice-kind.ts';
import { noticeOf, type PublishedNotice } from '../domain/ledger.ts';
import { noticeInWords, type NoticeInWords } from '../language/notice-in-words.ts';
import { headingFor } from './heading.ts';
import { dayOfEffect } from './notices-in-effect.ts';
import type { Reader } from './reader.ts';
import { amendmentView, changeView, type ChangeView } from './views/change-view.ts';
import { copyingOf, type Copying } from './views/copying.ts';
import { entryTags } from './views/entry-tags.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import type { IconName } from './views/icon.ts';
import { noticeDates, type NoticeDate } from './views/notice-dates.ts';
import { KIND_ICONS } from './views/notice-icon.ts';
import { objectionCall, type ObjectionCall } from './views/objection-call.ts';
import { organisationName } from './views/organisation-name.ts';
import { phraseOf, type Phrase } from './views/phrase.ts';
import { proofOf, type Proof } from './views/proof.ts';
import { revisedBy } from './views/revised-by.ts';
import type { Tag } from './views/tag.ts';

/** A notice's page, ready to be placed. */
export interface NoticePage {
  readonly frame: Frame;
  readonly back: Link;
  /** Who publishes it. */
  readonly publisher: string;
  readonly number: string;
  readonly kind: NoticeKind;
  readonly icon: IconName;
  readonly title: string;
  readonly tags: readonly Tag[];
  /** What the class and the marks mean, each in a sentence. */
  readonly hints: readonly string[];
  readonly dates: readonly NoticeDate[];
  /** What it does to earlier notices, and what later ones did to it. */
  readonly revisions: readonly Link[];
  readonly reason: { readonly title: string; readonly text: Phrase } | undefined;
  readonly objection: ObjectionCall | undefined;
  readonly changes: {
    readonly title: string;
    readonly replaces: string;
    readonly none: string | undefined;
    /** Many changes are folded up, so that one finds the one that matters. */
    readonly folded: boolean;
    readonly views: readonly ChangeView[];
    /** The register on the eve of its day, and on that day; absent where that shows nothing. */
    readonly compare: Link | undefined;
  };
  readonly copying: Copying;
  readonly proof: Proof;
  readonly previous: (Link & { readonly title: string }) | undefined;
  readonly next: (Link & { readonly title: string }) | undefined;
}

export type { NoticeDate } from './views/notice-dates.ts';

// A first edition has a change for each third party.
const MANY = 6;

/**
 * @param edition of a notice that was published
 */
export function readNoticePage(reader: Reader, edition: number): NoticePage {
  const { words, addresses, context, today } = reader;
  const ledger = context.ledger.current();
  const notice = noticeOf(ledger, edition);
  if (!notice) throw new RangeError(`The ledger has no notice ${String(edition)}.`);
  const told = noticeInWords(words, ledger, notice, today);
  const reason = phraseOf(words, told.reason);
  return {
    frame: noticeFrame(reader, told),
    back: { text: words.t('register.all-changes'), href: addresses.changes() },
    publisher: organisationName(reader),
    number: words.t('notice.heading', { edition }),
    kind: told.kind,
    icon: KIND_ICONS[told.kind],
    title: told.title,
    tags: entryTags(reader, told),
    hints: [
      ...(told.class.hint === undefined ? [] : [told.class.hint]),
      ...told.marks.flatMap(({ label, hint }) =>
        hint === undefined ? [] : [words.t('third-party.labelled', { label, text: hint })],
      ),
    ],
    dates: noticeDates(reader, notice, told),
    revisions: revisionLinks(reader, told),
    reason: reason && { title: reasonTitle(reader, told), text: reason },
    objection: objectionCall(reader, told),
    changes: changesOf(reader, notice, told),
    copying: copyingOf(reader, addresses.notice(edition)),
    proof: proofOf(reader, notice),
    previous: neighbour(reader, edition - 1, 'notice.previous'),
    next: neighbour(reader, edition + 1, 'notice.next'),
  };
}

function noticeFrame(reader: Reader, { edition, title, announced }: NoticeInWords): Frame {
  const { words, addresses } = reader;
  const address = addresses.notice(edition);
  const organisation = organisationName(reader);
  return frameOf(reader, {
    title,
    description: words.t('notice.meta', { edition, organisation, day: announced.text }),
    address,
    canonical: address,
    section: 'changes',
  });
}

function reasonTitle({ words }: Reader, { marks }: NoticeInWords): string {
  return words.t(
    marks.some(({ id }) => id === 'short-notice') ? 'notice.short-notice-reason' : 'notice.reason',
  );
}

/** What it does to earlier notices, and what later ones did to it. */
function revisionLinks(reader: Reader, told: NoticeInWords): Link[] {
  const { revises } = told;
  const earlier = revises?.editions[0];
  const own =
    revises && earlier !== undefined
      ? [{ text: revises.sentence, href: reader.addresses.notice(earlier) }]
      : [];
  return [...own, ...revisedBy(reader, told)];
}

function changesOf(reader: Reader, notice: PublishedNotice, told: NoticeInWords): NoticePage['changes'] {
  const { words } = reader;
  const folded = told.changes.length > MANY;
  const views = [
    ...told.changes.map((change) =>
      changeView(reader, change, { first: notice.edition === 1, recorded: !folded }),
    ),
    ...told.amendments.map((amendment) => amendmentView(reader, amendment)),
  ];
  return {
    title: words.t('notice.what'),
    replaces: words.fieldName('third-party', 'replaces'),
    none: views.length > 0 ? undefined : words.t('notice.no-changes'),
    folded,
    views,
    compare: compareLink(reader, notice, told),
  };
}

/** A first edition has nothing before it; what was withdrawn, and what revises another notice, changes no day of its own. */
function compareLink(
  { words, addresses, context }: Reader,
  notice: PublishedNotice,
  { standing }: NoticeInWords,
): Link | undefined {
  if (notice.edition === 1 || notice.revises || standing?.state.id === 'withdrawn') return undefined;
  const day = dayOfEffect(context.ledger.current(), notice);
  return {
    text: words.t('notice.compare'),
    href: addresses.compare({ from: addDays(day, -1), to: day }),
  };
}

function neighbour(
  reader: Reader,
  edition: number,
  label: 'notice.previous' | 'notice.next',
): NoticePage['previous'] {
  const { words, addresses, context } = reader;
  const ledger = context.ledger.current();
  const notice = noticeOf(ledger, edition);
  if (!notice) return undefined;
  const { title } = headingFor(reader, ledger, notice);
  return { text: words.t(label), href: addresses.notice(edition), title };
}
