import type { Ledger } from '../domain/ledger.ts';

/** What an address may name: what the ledger and the vocabularies hold. */
export interface Known {
  /** The number of the last edition; 0 before the first. */
  readonly editions: number;
  /** Ids of every scope and third party that any notice ever was about: an id keeps its meaning for good. */
  readonly scopes: ReadonlySet<string>;
  readonly thirdParties: ReadonlySet<string>;
  /** Ids of the terms for categories of personal data. */
  readonly data: ReadonlySet<string>;
  /** Language tags of the interface. */
  readonly languages: ReadonlySet<string>;
}

/** The part of the content that addresses name. */
export interface NamedContent {
  readonly messages: ReadonlyMap<string, unknown>;
  readonly vocabularies: { readonly data: ReadonlyMap<string, unknown> };
}

export function knownOf(ledger: Ledger, content: NamedContent): Known {
  const scopes = new Set<string>();
  const thirdParties = new Set<string>();
  const data = new Set(content.vocabularies.data.keys());
  for (const notice of ledger.notices) {
    for (const { subject } of notice.changes) {
      if (subject.kind === 'scope') scopes.add(subject.id);
      if (subject.kind === 'third-party') thirdParties.add(subject.id);
    }
    // A term that left the vocabulary still stands in the notices that used it.
    for (const label of Object.keys(notice.labels)) if (label.startsWith('data/')) data.add(label.slice(5));
  }
  const languages = new Set(content.messages.keys());
  return { editions: ledger.notices.length, scopes, thirdParties, data, languages };
}
