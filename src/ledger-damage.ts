import type { StoredRow } from '../db/read-ledger.ts';
import { digest, link, verifyChain, type ChainProblem, type Hash } from './domain/chain.ts';
import { RegistryError } from './errors.ts';

/** The newest format of payloads that this version reads. */
export const NEWEST_FORMAT = 1;
const TOLD = 10;

const WORDS: Readonly<Record<ChainProblem['problem'], string>> = {
  'out-of-order': 'is not the one that follows',
  'hash-differs': 'has a hash that does not follow from its text and the hash before it',
  'payload-says-another-edition': 'says in its text that it is another one',
  'not-json': 'has a text that cannot be read',
  'redaction-not-announced': 'has a text that was exchanged without a later notice that announces it',
};

/** Whatever of a whole ledger is not what was published; undefined when it verifies. */
export function chainDamage(rows: readonly StoredRow[]): RegistryError | undefined {
  return damageOf(verifyChain(rows.map(({ row }) => row)));
}

/** The same for rows that are to follow an edition which verified before. */
export function linkDamage(
  rows: readonly StoredRow[],
  hash: Hash,
  edition: number,
): RegistryError | undefined {
  let previous = hash;
  for (const [index, { row }] of rows.entries()) {
    if (row.edition !== edition + 1 + index)
      return damageOf([{ edition: row.edition, problem: 'out-of-order' }]);
    if (link(previous, row.payloadHash ?? digest(row.payload)) !== row.hash)
      return damageOf([{ edition: row.edition, problem: 'hash-differs' }]);
    previous = row.hash;
  }
  return undefined;
}

/** The row that was the last one here is gone or another: the database was exchanged, or set back to an older copy. */
export function otherLedger(edition: number): RegistryError {
  return damaged(
    `The database no longer holds edition ${String(edition)} as it was read: it was exchanged or set back. Restart to read it anew.`,
  );
}

/** A row that a later version wrote, in a format that this one does not know. */
export function unknownFormat(rows: readonly StoredRow[]): RegistryError | undefined {
  const newer = rows.find(({ format }) => format > NEWEST_FORMAT);
  return (
    newer &&
    damaged(
      `Edition ${String(newer.row.edition)} is written in format ${String(newer.format)}, which this version cannot read.`,
    )
  );
}

function damageOf(problems: readonly ChainProblem[]): RegistryError | undefined {
  if (problems.length === 0) return undefined;
  const lines = problems
    .slice(0, TOLD)
    .map(({ edition, problem }) => `  Edition ${String(edition)} ${WORDS[problem]}.`);
  const more = problems.length > TOLD ? [`  … and ${String(problems.length - TOLD)} more.`] : [];
  return damaged(['The ledger does not verify; nothing was changed.', ...lines, ...more].join('\n'));
}

function damaged(message: string): RegistryError {
  return new RegistryError('damaged', [], message);
}
