const CDATA_OR_BUILD_DATE = /<!\[CDATA\[[\s\S]*?\]\]>|<lastBuildDate>[^<]*<\/lastBuildDate>/g;

/**
 * Exchanges the build date that the feed's writer takes from the clock for one that is part of the feed, so that the feed
 * stays the same until something happens. Without an instant the feed has none (RSS 2.0 lets it out).
 *
 * What stands in a CDATA section is text, whatever it looks like, and is left alone.
 */
export function withBuildDate(xml: string, instant: string | undefined): string {
  const element =
    instant === undefined ? '' : `<lastBuildDate>${new Date(instant).toUTCString()}</lastBuildDate>`;
  return xml.replaceAll(CDATA_OR_BUILD_DATE, (found) => (found.startsWith('<![') ? found : element));
}
