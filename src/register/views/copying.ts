import type { Reader } from '../reader.ts';

/** What the buttons say that copy a page as text, and its address; and the address. */
export interface Copying {
  readonly text: string;
  readonly link: string;
  readonly copied: string;
  readonly address: string;
}

/** @param address of the page as it is shown, in the reader's language */
export function copyingOf({ words }: Reader, address: string): Copying {
  return {
    text: words.t('copy.text'),
    link: words.t('copy.link'),
    copied: words.t('copy.copied'),
    address,
  };
}
