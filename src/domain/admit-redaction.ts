import type { Admission } from './admit.ts';
import { noticeOf, type Ledger } from './ledger.ts';
import type { Notice } from './notice.ts';
import type { Problem } from './problem.ts';

type RedactedRows = readonly { readonly edition: number; readonly digest: string }[];

/** Admits the notice that announces which rows read otherwise from now on, and vouches for their new texts. */
export function admitRedaction(ledger: Ledger, base: Notice, rows: RedactedRows): Admission {
  const problems = problemsOfRows(ledger, rows);
  if (problems.length > 0) return { problems };
  return {
    notice: {
      ...base,
      revises: { action: 'redact', rows: rows.map(({ edition, digest }) => ({ edition, digest })) },
      effects: [{ scope: null, types: ['details-changed'], direction: 'neutral', class: 'told' }],
    },
  };
}

function problemsOfRows(ledger: Ledger, rows: RedactedRows): Problem[] {
  if (rows.length === 0) return [{ code: 'nothing-changed', at: 'revises/rows' }];
  const seen = new Set<number>();
  return rows.flatMap(({ edition, digest }): Problem[] => {
    const at = `revises/rows/${String(edition)}`;
    if (!noticeOf(ledger, edition)) return [{ code: 'unknown-edition', at, edition }];
    if (seen.size === seen.add(edition).size) return [{ code: 'field-twice', at }];
    return /^[0-9a-f]{64}$/.test(digest) ? [] : [{ code: 'invalid-value', at, value: digest }];
  });
}
