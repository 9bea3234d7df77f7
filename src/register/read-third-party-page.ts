import type { Day } from '../domain/days.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { periodsOfUse } from '../domain/uses.ts';
import type { ValueContext } from '../language/field-values.ts';
import { hasBegun, momentOf, readerAt, type Moment } from './moment.ts';
import { noticesAbout } from './notice-index.ts';
import type { Reader } from './reader.ts';
import { snapshotOn } from './snapshot.ts';
import { thirdPartyOn, type Shown } from './third-party-on.ts';
import { asOf, type AsOf } from './views/as-of.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { frameOf, type Frame } from './views/frame.ts';
import { historyOf, type HistoryEntry } from './views/history.ts';
import type { Link } from './views/link.ts';
import { nameOf } from './views/list-party.ts';
import { momentQuery } from './views/moment-query.ts';
import type { Phrase } from './views/phrase.ts';
import { plannedChange, plannedNotices, type PlannedChange } from './views/planned.ts';
import { scopeAt, scopeName } from './views/scope-name.ts';
import { thirdPartyFacts, type ThirdPartyFacts } from './views/third-party-facts.ts';
import { periodsInWords } from './views/use-in-words.ts';

/** What a third party's page is asked; every value is known to be valid. */
export interface ThirdPartyQuery {
  readonly on?: Day | undefined;
  readonly edition?: number | undefined;
}

/** Everything the register says of one third party, ready to be placed. */
export interface ThirdPartyPage {
  readonly frame: Frame;
  readonly back: Link;
  readonly name: Phrase;
  /** That it is no company, or that its name is not told. */
  readonly kind: string | undefined;
  readonly asOf: AsOf | undefined;
  readonly periods: readonly string[];
  /** That it is not in use on the day, and what then is shown. */
  readonly state: readonly string[];
  readonly planned: { readonly title: string; readonly changes: readonly PlannedChange[] } | undefined;
  /** Absent on a day on which nothing was known of it yet. */
  readonly facts: ThirdPartyFacts | undefined;
  readonly beginning: Beginning | undefined;
  readonly history: {
    readonly title: string;
    readonly told: string;
    readonly entries: readonly HistoryEntry[];
  };
  readonly follow: Link;
}

/**
 * @param id of a third party that some notice is about
 */
export function readThirdPartyPage(reader: Reader, id: string, query: ThirdPartyQuery): ThirdPartyPage {
  const { words, addresses, context, today } = reader;
  const ledger = context.ledger.current();
  const moment = momentOf(ledger, today, query);
  const begun = hasBegun(moment);
  const shown = begun ? thirdPartyOn(moment, id) : undefined;
  const name = nameOf(reader, (shown ?? thirdPartyOn({ known: ledger, day: '9999-12-31' }, id))?.state, id);
  const address = addresses.thirdParty(id, momentQuery(moment));
  const follow: Link = {
    text: words.t('third-party.feed-of', { name: name.text }),
    href: addresses.feed({ 'third-party': [id] }),
  };
  return {
    frame: frameOf(reader, {
      title: name.text,
      description: words.t('third-party.title', { name: name.text }),
      address,
      canonical: addresses.thirdParty(id),
      section: 'register',
      feed: follow,
    }),
    back: { text: words.t('third-party.back'), href: addresses.register(momentQuery(moment)) },
    name,
    kind: shown && kindSentence(reader, shown.state),
    asOf: asOf(reader, moment, (at) => addresses.thirdParty(id, at)),
    periods:
      shown?.when === 'planned' ? [] : periodsInWords(words, periodsOfUse(moment.known, id), moment.day),
    state: begun ? stateSentences(reader, moment, shown) : [],
    planned: plannedFor(reader, moment, id),
    facts: shown && thirdPartyFacts(reader, moment, valueContext(reader, moment), id, shown.state),
    beginning: begun ? undefined : beforeBeginning(reader, moment),
    history: {
      title: words.t('third-party.history'),
      told: words.t('notice.facts'),
      entries: historyOf(readerAt(reader, moment), moment.known, id),
    },
    follow: { ...follow, text: words.t('third-party.feed') },
  };
}

function kindSentence({ words }: Reader, { kind }: ThirdParty): string | undefined {
  return kind === 'service' ? undefined : words.t(`third-party.${kind}`);
}

function stateSentences({ words, today }: Reader, { day }: Moment, shown: Shown | undefined): string[] {
  const notInUse = words.t('third-party.not-in-use-on', { day: words.day(day) });
  switch (shown?.when) {
    case 'in-use':
      return [];
    case 'planned':
      return [words.t('third-party.planned-only', { day: words.day(shown.from ?? day) })];
    case 'ended':
      return [day === today ? words.t('third-party.not-in-use') : notInUse, words.t('third-party.as-last')];
    case 'listed':
    case undefined:
      return [notInUse];
  }
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

function valueContext(reader: Reader, moment: Moment): ValueContext {
  const { thirdParties } = snapshotOn(moment.known, moment.day);
  return {
    words: reader.words,
    scopeName: (id) => scopeName(reader, scopeAt(moment, id), id).text,
    thirdPartyName: (id) => nameOf(reader, thirdParties.get(id), id).text,
  };
}
