import { randomBytes, randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Publication } from '../domain/draft.ts';
import type { Labels } from '../domain/notice.ts';
import { RegistryError } from '../errors.ts';
import type { Vocabulary, WritingContext } from './writing-context.ts';

/** What a notice gets besides its draft: the moment, random bytes, the words of its terms as they read today. */
export function publicationAt(
  now: Temporal.Instant,
  content: WritingContext['content'],
  gaps: 'accept' | 'refuse',
): Publication {
  return {
    now,
    salt: randomBytes(16).toString('hex'),
    register: randomUUID(),
    labelsOf: (terms) => labelsOf(terms, content.vocabularies),
    gaps: gaps === 'accept' ? 'accept' : { eea: content.eea },
  };
}

/**
 * The labels, per language, of vocabulary terms: `data/email-address`.
 *
 * @throws RegistryError `refused`, naming every term that no vocabulary has
 */
function labelsOf(terms: readonly string[], vocabularies: Readonly<Record<string, Vocabulary>>): Labels {
  const found = terms.map((term) => ({ term, label: labelOf(term, vocabularies) }));
  const unknown = found.filter(({ label }) => label === undefined);
  if (unknown.length > 0)
    throw new RegistryError(
      'refused',
      unknown.map(({ term }) => ({ code: 'unknown-term', at: term, value: term })),
    );
  return Object.fromEntries(found.map(({ term, label }) => [term, { ...label }]));
}

function labelOf(term: string, vocabularies: Readonly<Record<string, Vocabulary>>) {
  const [vocabulary = '', id = ''] = term.split('/');
  return vocabularies[vocabulary]?.get(id);
}
