/**
 * Who writes. The id is opaque, never a name or an address: rows that carry it are kept for ever, and the person behind
 * it must be forgettable elsewhere.
 */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string }
  | { readonly kind: 'subscriber'; readonly id: string }
  /** The registry itself, by one of its parts. */
  | { readonly kind: 'system'; readonly id: 'sample' | 'command-line' }
  /** A file that was imported, by the digest of its text. */
  | { readonly kind: 'import'; readonly id: string };
