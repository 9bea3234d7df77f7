import type { Organisation } from '../../domain/subjects/organisation.ts';
import type { Reader } from '../reader.ts';

/** Which text holds where translations differ; and, read in another language, the way to that text. */
export interface Prevailing {
  readonly text: string;
  readonly link: { readonly text: string; readonly href: string; readonly hreflang: string } | undefined;
}

/**
 * What the organisation says of the language that prevails; undefined when it says nothing.
 *
 * @param address the page with its query, in the reader's language
 */
export function prevailingOf(
  { words, addresses, context }: Reader,
  organisation: Organisation | undefined,
  address: string,
): Prevailing | undefined {
  const hreflang = organisation?.prevailingLanguage;
  if (hreflang === undefined) return undefined;
  const language = words.languageName(hreflang);
  const elsewhere = hreflang !== words.language && context.content.messages.has(hreflang);
  return {
    text: words.t('disclaimer.prevailing', { language }),
    link: elsewhere
      ? {
          text: words.t('disclaimer.read-prevailing', { language }),
          href: addresses.translated(address, hreflang),
          hreflang,
        }
      : undefined,
  };
}
