import type { Day } from '../domain/days.ts';
import { hasBegun, momentOf, readerAt, type Moment } from './moment.ts';
import { noticesAbout } from './notice-index.ts';
import type { Reader } from './reader.ts';
import { thirdPartyOn, type Shown } from './third-party-on.ts';
import { asOf, type AsOf } from './views/as-of.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { copyingOf, type Copying } from './views/copying.ts';
import { frameOf, type Frame } from './views/frame.ts';
import { historyOf, type HistoryEntry } from './views/history.ts';
import { inShort, type ShortAnswer } from './views/in-short.ts';
import type { Link } from './views/link.ts';
import { momentQuery } from './views/moment-query.ts';
import { organisationName } from './views/organisation-name.ts';
import { nameOf } from './views/party-name.ts';
import type { Phrase } from './views/phrase.ts';
import { plannedChange, plannedNotices, type PlannedChange } from './views/planned.ts';
import { thirdPartyFacts, type ThirdPartyFacts } from './views/third-party-facts.ts';
import { thirdPartyHead, type ThirdPartyHead } from './views/third-party-head.ts';
import { thirdPartyText } from './views/third-party-text.ts';
import { valueContext } from './views/value-context.ts';

/** What a third party's page is asked; every value is known to be valid. */
export interface ThirdPartyQuery {
  readonly on?: Day | undefined;
  readonly edition?: number | undefined;
}

/** Everything the register says of one third party, ready to be placed. */
export interface ThirdPartyPage {
  readonly frame: Frame;
  readonly asOf: AsOf | undefined;
  readonly head: ThirdPartyHead;
  readonly follow: Link;
  readonly copying: Copying;
  readonly beginning: Beginning | undefined;
  /** Absent where there is nothing but the history. */
  readonly contents: { readonly title: string; readonly links: readonly Link[] } | undefined;
  readonly planned: { readonly title: string; readonly changes: readonly PlannedChange[] } | undefined;
  /** Absent where it does nothing. */
  readonly inShort: { readonly title: string; readonly answers: readonly ShortAnswer[] } | undefined;
  /** Absent on a day on which nothing was known of it yet. */
  readonly facts: ThirdPartyFacts | undefined;
  readonly history: {
    /** The question it answers; and in a word, where nobody asks. */
    readonly question: string;
    readonly title: string;
    readonly told: string;
    readonly entries: readonly HistoryEntry[];
    /** That nothing was told by then. */
    readonly none: string | undefined;
  };
  /** The whole page without its looks. */
  readonly asText: { readonly title: string; readonly text: string };
}

/**
 * @param id of a third party that some notice is about
 */
export function readThirdPartyPage(reader: Reader, id: string, query: ThirdPartyQuery): ThirdPartyPage {
  const { words, addresses, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, query);
  const begun = hasBegun(moment);
  const shown = begun ? thirdPartyOn(moment, id) : undefined;
  const name = knownName(reader, id, shown);
  const address = addresses.thirdParty(id, momentQuery(moment));
  const follow: Link = {
    text: words.t('third-party.feed-of', { name: name.text }),
    href: addresses.feed({ 'third-party': [id] }),
  };
  const told = {
    asOf: asOf(reader, moment, (at) => addresses.thirdParty(id, at)),
    head: thirdPartyHead(reader, moment, id, name, shown),
    planned: plannedFor(reader, moment, id),
    facts: shown && thirdPartyFacts(reader, moment, valueContext(reader, moment), id, shown.state),
    history: historyFor(reader, moment, id),
  };
  return {
    ...told,
    frame: frameOf(reader, {
      title: name.text,
      description: words.t('third-party.title', { name: name.text }),
      address,
      canonical: addresses.thirdParty(id),
      section: 'register',
      feed: follow,
    }),
    follow: { ...follow, text: words.t('third-party.feed') },
    copying: copyingOf(reader, address),
    beginning: begun ? undefined : beforeBeginning(reader, moment),
    contents: contentsOf(reader, told),
    inShort: inShortFor(reader, moment, shown),
    asText: asTextOf(reader, moment, address, told),
  };
}

/** Its name on the day; on a day on which nothing is known of it yet, the name it will have. */
function knownName(reader: Reader, id: string, shown: Shown | undefined): Phrase {
  const known = shown ?? thirdPartyOn({ known: reader.context.ledger.current(), day: '9999-12-31' }, id);
  return nameOf(reader, known?.state, id);
}

function plannedFor(reader: Reader, moment: Moment, id: string): ThirdPartyPage['planned'] {
  const { words, today, context } = reader;
  if (moment.asked === 'day' && moment.day < today) return undefined;
  const day = moment.asked === 'edition' ? moment.day : today;
  const own = new Set(noticesAbout(moment.known, { kind: 'third-party', id }).map(({ edition }) => edition));
  const notices = plannedNotices(moment.known, day).filter(({ edition }) => own.has(edition));
  const counted = day === today && moment.known === context.ledger.current();
  return notices.length === 0
    ? undefined
    : {
        title: words.t(counted ? 'third-party.planned' : 'register.planned-then'),
        changes: notices.map((notice) => plannedChange(reader, moment.known, notice, day, counted)),
      };
}

function historyFor(reader: Reader, moment: Moment, id: string): ThirdPartyPage['history'] {
  const { words } = reader;
  const entries = historyOf(readerAt(reader, moment), moment.known, id);
  return {
    question: words.t('third-party.question.history'),
    title: words.t('third-party.history'),
    told: words.t('notice.facts'),
    entries,
    none: entries.length === 0 ? words.t('third-party.history.none') : undefined,
  };
}

function inShortFor(reader: Reader, moment: Moment, shown: Shown | undefined): ThirdPartyPage['inShort'] {
  const answers = shown ? inShort(reader, moment, shown.state) : [];
  return answers.length === 0 ? undefined : { title: reader.words.t('third-party.short'), answers };
}

type Told = Pick<ThirdPartyPage, 'head' | 'planned' | 'facts' | 'history'>;

/** Where the page can be read in full: what is still to come, every question, the history. */
function contentsOf({ words }: Reader, { planned, facts, history }: Told): ThirdPartyPage['contents'] {
  if (!facts) return undefined;
  return {
    title: words.t('third-party.contents'),
    links: [
      ...(planned ? [{ text: planned.title, href: '#planned' }] : []),
      ...facts.questions.map(({ id, short }): Link => ({ text: short, href: `#${id}` })),
      { text: history.title, href: '#history' },
    ],
  };
}

/** What makes a copy of the page worth something later: whose it is, and when it said so. */
function asTextOf(
  reader: Reader,
  { day, edition }: Moment,
  address: string,
  { asOf: bar, head, facts, history }: Told & Pick<ThirdPartyPage, 'asOf'>,
): ThirdPartyPage['asText'] {
  const { words, addresses } = reader;
  const text = thirdPartyText(words, {
    name: head.name.text,
    about: [
      ...(head.about.length === 0 ? [] : [head.about.join(', ')]),
      ...(bar ? [bar.text] : []),
      ...(head.use?.lines ?? []),
    ],
    questions: facts?.questions ?? [],
    history: { ...history, title: history.question },
    source: words.t('third-party.text-source', {
      organisation: organisationName(reader),
      edition,
      day: words.day(day),
      address: addresses.absolute(address),
    }),
  });
  return { title: words.t('third-party.as-text'), text };
}
