import { millisecondsOf, type Clock } from '../clock.ts';
import type { Day } from '../domain/days.ts';
import type { Ledger } from '../domain/ledger.ts';
import { calendarAt, organisationOn } from '../today.ts';
import { knownOf, type Known, type NamedContent } from './known.ts';

/** What public answers are made from. */
export interface Sources {
  readonly clock: Clock;
  readonly ledger: {
    current(): Ledger;
    /** Changes whenever any public byte may. */
    version(): string;
  };
  /** How pages look. */
  readonly look: {
    /** Changes whenever any public byte may. */
    version(): number;
  };
  readonly content: NamedContent;
}

/**
 * A span of time in which no public byte changes: one version of the ledger, and one look, on one day of the
 * organisation.
 */
export interface Generation {
  readonly version: string;
  readonly look: number;
  readonly day: Day;
  /** Its first and its first no longer moment, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  readonly known: Known;
  readonly defaultLanguage: string;
  /** When the newest notice was published, in milliseconds since 1970. */
  readonly newestNotice: number | undefined;
}

/** Tells in which generation we are. Asked for each request, so it compares before it computes. */
export class Generations {
  readonly #sources: Sources;
  readonly #begun: () => void;
  #current: Generation | undefined;

  /** @param begun called when a generation begins: what was kept of the one before is stale */
  constructor(sources: Sources, begun: () => void) {
    this.#sources = sources;
    this.#begun = begun;
  }

  current(): Generation {
    const { clock, ledger, look } = this.#sources;
    const now = millisecondsOf(clock);
    const current = this.#current;
    const isNow = current && now >= current.from && now < current.until;
    if (isNow && current.version === ledger.version() && current.look === look.version()) return current;
    this.#begun();
    this.#current = generationOf(this.#sources);
    return this.#current;
  }
}

function generationOf({ clock, ledger, look, content }: Sources): Generation {
  const version = ledger.version();
  const notices = ledger.current();
  const { day, from, until } = calendarAt(notices, clock.now());
  const newest = notices.notices.at(-1);
  return {
    version,
    look: look.version(),
    day,
    from,
    until,
    known: knownOf(notices, content),
    defaultLanguage: defaultLanguage(organisationOn(notices, day)?.defaultLanguage, content),
    newestNotice: newest && Date.parse(newest.publishedAt),
  };
}

/** The organisation's own language where the interface speaks it, English otherwise. */
function defaultLanguage(wanted: string | undefined, { messages }: NamedContent): string {
  return wanted !== undefined && messages.has(wanted) ? wanted : 'en';
}
