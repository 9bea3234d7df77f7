import type { Content } from '../content.ts';
import type { Day } from '../domain/days.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Addresses } from '../language/addresses.ts';
import type { Words } from '../language/words.ts';
import type { KeptLook } from '../look/look-keeper.ts';

/** Who reads a page, and what there is to read: everything a view is made of. */
export interface Reader {
  readonly context: {
    readonly ledger: { readonly current: () => Ledger };
    readonly content: Content;
    readonly look: { readonly current: () => KeptLook };
  };
  readonly words: Words;
  readonly addresses: Addresses;
  /** The organisation's day. */
  readonly today: Day;
}
