import type { Ledger } from '../../../domain/ledger.ts';
import type { DraftContent } from '../../../drafts/draft-content.ts';

const LONGEST = 80;

/**
 * Ids that already mean something: an id always means the same subject, also after its notice was withdrawn.
 *
 * @param kind of the subjects whose ids are asked for
 */
export function takenIds(
  ledger: Ledger,
  kind: 'scope' | 'third-party',
  content?: DraftContent,
): ReadonlySet<string> {
  const drafted = content?.kind === 'changes' ? content.changes : [];
  return new Set(
    [...ledger.notices.flatMap(({ changes }) => changes), ...drafted]
      .map(({ subject }) => subject)
      .filter((subject) => subject.kind === kind)
      .map(({ id }) => id),
  );
}

/** A new id that can be read: `Amazon S3 (EU)` is `amazon-s3-eu`, or `amazon-s3-eu-2` when that means another one. */
export function newId(name: string, taken: ReadonlySet<string>): string {
  const base = readable(name);
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const id = `${base}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}

function readable(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - 10)
    .replaceAll(/^-+|-+$/g, '');
  // A name in letters that no id can have.
  return plain === '' ? 'entry' : plain;
}
