import { lastEdition, noticeOf, timeline, type Ledger } from '../domain/ledger.ts';
import type { Addresses } from '../language/addresses.ts';
import { subjectsOf } from '../domain/changed-since.ts';

export interface SitemapOptions {
  readonly ledger: Ledger;
  /** Languages in which pages stand. */
  readonly languages: readonly string[];
  readonly addresses: Addresses;
}

/** How many addresses one sitemap may have (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/** A page, in whichever language; and when a notice last changed what it says. */
interface Page {
  readonly address: (addresses: Addresses) => string;
  readonly changed?: string | undefined;
}

/** `/sitemap.xml`: every page there is, in every language, the newest notices first where there is no room for all. */
export function renderSitemap({ ledger, languages, addresses }: SitemapOptions): string {
  const pages = pagesOf(ledger).slice(0, Math.floor(MOST_ADDRESSES / languages.length));
  const entries = pages.flatMap((page) => entriesOf(page, languages, addresses));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

function pagesOf(ledger: Ledger): Page[] {
  const last = noticeOf(ledger, lastEdition(ledger))?.publishedAt;
  return [
    { address: (to) => to.register(), changed: last },
    { address: (to) => to.changes(), changed: last },
    { address: (to) => to.compare(), changed: last },
    { address: (to) => to.map(), changed: last },
    { address: (to) => to.about() },
    ...[...thirdPartiesOf(ledger)]
      .sort()
      .map(([id, changed]) => ({ address: (to: Addresses) => to.thirdParty(id), changed })),
    ...ledger.notices.toReversed().map(({ edition }) => ({
      address: (to: Addresses) => to.notice(edition),
      changed: lastRevised(ledger, edition),
    })),
  ];
}

/** Every third party that a notice ever was about, with the instant of the last one. */
function thirdPartiesOf(ledger: Ledger): Map<string, string> {
  const changed = new Map<string, string>();
  for (const notice of ledger.notices)
    for (const subject of subjectsOf(ledger, notice))
      if (subject.kind === 'third-party') changed.set(subject.id, notice.publishedAt);
  return changed;
}

/** A notice's page also says what became of it. */
function lastRevised(ledger: Ledger, edition: number): string | undefined {
  const revisions = timeline(ledger).standings.get(edition)?.revisedBy ?? [];
  return noticeOf(ledger, revisions.at(-1) ?? edition)?.publishedAt;
}

function entriesOf({ address, changed }: Page, languages: readonly string[], addresses: Addresses): string[] {
  const whole = (language: string): string => escaped(addresses.absolute(address(addresses.in(language))));
  const alternates = [
    ...languages.map((language) => [language, language]),
    ['x-default', addresses.defaultLanguage],
  ].map(
    ([tag = '', language = '']) =>
      `<xhtml:link rel="alternate" hreflang="${tag}" href="${whole(language)}"/>`,
  );
  const lastModified = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
  return languages.map(
    (language) => `<url><loc>${whole(language)}</loc>${lastModified}${alternates.join('')}</url>`,
  );
}

function escaped(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll("'", '&apos;');
}
