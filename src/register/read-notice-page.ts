import { noticeOf, type PublishedNotice } from '../domain/ledger.ts';
import { noticeInWords, type NoticeInWords } from '../language/notice-in-words.ts';
import { headingFor } from './heading.ts';
import type { Reader } from './reader.ts';
import { diffGroups, factGroups, type DiffGroup, type FactGroup } from './views/diff.ts';
import { effectLines, type EffectLine } from './views/effects.ts';
import { entryTags } from './views/entry-tags.ts';
import type { Fact } from './views/fact.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import { noticeDates } from './views/notice-dates.ts';
import { objectionCall, type ObjectionCall } from './views/objection-call.ts';
import { organisationName } from './views/organisation-name.ts';
import { phraseOf, type Phrase } from './views/phrase.ts';
import type { PlannedChange } from './views/planned.ts';
import { revisedBy } from './views/revised-by.ts';
import type { Tag } from './views/tag.ts';

/** One thing a notice does, ready to be placed. */
export interface ChangeView {
  readonly name: string;
  /** The page of the third party it is about; absent for a scope or the organisation. */
  readonly href: string | undefined;
  readonly effects: readonly EffectLine[];
  readonly facts: readonly FactGroup[];
  readonly groups: readonly DiffGroup[];
  /** What it takes the place of, with what that did. */
  readonly replaced: readonly { readonly link: Link; readonly facts: readonly FactGroup[] }[];
}

/** A notice's page, ready to be placed. */
export interface NoticePage {
  readonly frame: Frame;
  readonly back: Link;
  readonly number: string;
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
    readonly fields: string;
    readonly replaces: string;
    readonly none: string | undefined;
    /** Many changes are folded up, so that one finds the one that matters. */
    readonly folded: boolean;
    readonly views: readonly ChangeView[];
  };
  readonly proof: {
    readonly title: string;
    readonly explained: string;
    readonly facts: readonly Fact[];
    readonly hashLabel: string;
    readonly hash: string;
    readonly links: readonly Link[];
  };
  readonly previous: (Link & { readonly title: string }) | undefined;
  readonly next: (Link & { readonly title: string }) | undefined;
}

export type NoticeDate = PlannedChange['effective'];

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
    number: words.t('notice.heading', { edition }),
    title: told.title,
    tags: entryTags(reader, told),
    hints: [told.class, ...told.marks].flatMap(({ label, hint }) =>
      hint === undefined ? [] : [words.t('third-party.labelled', { label, text: hint })],
    ),
    dates: noticeDates(reader, notice, told),
    revisions: revisionLinks(reader, told),
    reason: reason && { title: reasonTitle(reader, told), text: reason },
    objection: objectionCall(reader, told),
    changes: {
      title: words.t('notice.what'),
      fields: words.t('notice.fields'),
      replaces: words.fieldName('third-party', 'replaces'),
      none: told.changes.length > 0 ? undefined : words.t('notice.no-changes'),
      folded: told.changes.length > MANY,
      views: told.changes.map((change) => changeView(reader, change)),
    },
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

function changeView(reader: Reader, change: NoticeInWords['changes'][number]): ChangeView {
  const { words, addresses } = reader;
  const { subject, name, effects, facts, replaces } = change;
  return {
    name,
    href: subject.kind === 'third-party' ? addresses.thirdParty(subject.id) : undefined,
    effects: effectLines(words, effects),
    facts: factGroups(words, facts),
    groups: diffGroups(words, change),
    replaced: replaces.map((one) => ({
      link: { text: one.name, href: addresses.thirdParty(one.id) },
      facts: factGroups(words, one.facts),
    })),
  };
}

function proofOf({ words, addresses }: Reader, notice: PublishedNotice): NoticePage['proof'] {
  const { edition, publishedAt, timeZone, hash, register, noticePeriod, objectionPeriod } = notice;
  const period = (label: string, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ label, values: [{ text: words.period(value) }] }];
  return {
    title: words.t('notice.proof'),
    explained: words.t('notice.hash-explained'),
    hashLabel: words.t('notice.hash'),
    hash,
    facts: [
      { label: words.t('notice.published'), values: [{ text: words.instant(publishedAt, timeZone) }] },
      ...period(words.t('notice.period'), noticePeriod),
      ...period(words.t('notice.objection-period'), objectionPeriod),
      { label: words.t('about.register-id'), values: [{ text: register }] },
    ],
    links: [
      { text: words.t('notice.as-left'), href: addresses.register({ edition }) },
      { text: words.t('file.ledger'), href: addresses.ledger(), hint: words.t('file.ledger.hint') },
      { text: words.t('notice.how-to-verify'), href: `${addresses.about()}#proof` },
    ],
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
