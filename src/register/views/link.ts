import type { LegalInWords } from '../../language/words.ts';

/** Where one can go from here. */
export interface Link {
  readonly text: string;
  readonly href: string;
  /** What one finds there. */
  readonly hint?: string;
  /** Language tag of the text, where it is not the page's. */
  readonly lang?: string;
}

/**
 * The address of a web page as a link may carry it; undefined when text was taken out of it, so that it leads nowhere any
 * more.
 */
export function webAddress(text: string): string | undefined {
  return /^https?:\/\/[^\s⟦⟧]+$/i.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
}

/** `mailto:` for a mailbox; undefined for a postal address, a web form, or a mailbox that was redacted. */
export function mailAddress(text: string, subject?: string): string | undefined {
  if (!/^[^\s@<>"⟦⟧]+@[^\s@<>"⟦⟧]+\.[^\s@<>"⟦⟧]+$/.test(text)) return undefined;
  const address = `mailto:${encodeURIComponent(text).replaceAll('%40', '@')}`;
  return subject === undefined ? address : `${address}?subject=${encodeURIComponent(subject)}`;
}

/** Where the law says so; with its text on the web. */
export function lawLink({ citation, instrument, link, lang }: LegalInWords, text = citation): Link {
  return { text, href: link, hint: instrument, ...(lang !== undefined && { lang }) };
}
