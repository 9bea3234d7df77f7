const ENTITY_TAG = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/** Whether the header names the tag: a list, weak or not, or `*` (RFC 9110, section 13.1.2). */
export function namesTag(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true;
  for (const [, named] of ifNoneMatch.matchAll(ENTITY_TAG)) if (named === tag) return true;
  return false;
}

// The only form of dates that a server may send; the two obsolete ones need not be understood to be correct.
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Whether nothing was modified after the date (RFC 9110, section 13.1.3). What is no date is no condition. */
export function isUnmodifiedSince(ifModifiedSince: string, modifiedAt: number): boolean {
  if (!HTTP_DATE.test(ifModifiedSince)) return false;
  const since = Date.parse(ifModifiedSince);
  return !Number.isNaN(since) && Math.floor(modifiedAt / 1000) * 1000 <= since;
}
