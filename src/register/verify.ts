import { verifyChain, type ChainProblem, type Hash, type LedgerRow } from '../domain/chain.ts';
import { problemsOfTimeline } from '../domain/check-timeline.ts';
import { leafAt } from '../domain/fields/table.ts';
import { isSetChange } from '../domain/field-change.ts';
import { canonical } from '../domain/json.ts';
import { noticeSchema, type Notice } from '../domain/notice.ts';
import type { Problem } from '../domain/problem.ts';
import { timelineOf } from '../domain/timeline.ts';

/** What is wrong with one row, beyond what the rules of the domain have a name for. */
export type RowFault =
  | ChainProblem['problem']
  | 'not-canonical'
  | 'unknown-format'
  | 'not-a-notice'
  | 'another-register'
  | 'announced-earlier'
  | 'revises-no-earlier';

/** A row that does not hold, by its edition. */
export interface FaultyRow {
  readonly edition: number;
  readonly fault: RowFault | Problem;
  /** What exactly: the path in the payload and what is wrong there. */
  readonly detail?: string;
}

/** What a ledger proves, and what is wrong with it. */
export interface Verification {
  readonly editions: number;
  /** The id of the register, from its first edition. */
  readonly register: string | undefined;
  /** The hash of the last edition: it vouches for all of them. */
  readonly hash: Hash | undefined;
  readonly redacted: readonly number[];
  readonly faults: readonly FaultyRow[];
}

/**
 * Checks a whole ledger without trusting anyone: the chain of hashes, every payload against its format, the order of
 * time and register, and the rule of conflicts from the first notice to the last.
 */
export function verifyLedger(rows: readonly LedgerRow[]): Verification {
  const read = rows.map(readPayload);
  const faults: FaultyRow[] = [
    ...verifyChain(rows).map(({ edition, problem }) => ({ edition, fault: problem })),
    ...read.flatMap(({ faults: found }) => found),
  ];
  const notices = read.flatMap(({ notice }) => notice ?? []);
  faults.push(...faultsOfSequence(notices));
  // Rules can be judged only on a ledger that is whole; before that, what they say is noise.
  if (faults.length === 0) faults.push(...faultsOfRules(notices));
  return {
    editions: rows.length,
    register: notices[0]?.register,
    hash: rows.at(-1)?.hash,
    redacted: rows.filter(({ payloadHash }) => payloadHash !== undefined).map(({ edition }) => edition),
    faults: faults.sort((one, other) => one.edition - other.edition),
  };
}

/** The edition that has the hash, or undefined: then whoever kept it was told something this ledger does not hold. */
export function editionWithHash(rows: readonly LedgerRow[], hash: Hash): number | undefined {
  return rows.find((row) => row.hash === hash)?.edition;
}

interface ReadPayload {
  readonly notice?: Notice;
  readonly faults: readonly FaultyRow[];
}

function readPayload({ edition, payload }: LedgerRow): ReadPayload {
  const said = parseJson(payload);
  // The chain tells of a payload that is no JSON.
  if (said === undefined) return { faults: [] };
  if (typeof said === 'object' && said !== null && 'format' in said && said.format !== 1)
    return { faults: [{ edition, fault: 'unknown-format', detail: JSON.stringify(said.format) }] };
  const parsed = noticeSchema.safeParse(said);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({
        edition,
        fault: 'not-a-notice',
        detail: `${path.join('/')}: ${message}`,
      })),
    };
  // The text as it is parsed, not as zod read it: a transform must not hide what stands there.
  const notice = said as Notice;
  const faults = canonical(said) === payload ? [] : [{ edition, fault: 'not-canonical' } as const];
  return { notice, faults: [...faults, ...faultsOfFields(notice)] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultsOfFields({ edition, changes }: Notice): FaultyRow[] {
  return changes.flatMap(({ subject, fields }, position) =>
    fields
      .filter((change) => {
        const leaf = leafAt(subject.kind, change.field);
        return !leaf || (leaf.field.form === 'set') !== isSetChange(change);
      })
      .map(({ field }) => ({
        edition,
        fault: 'not-a-notice',
        detail: `changes/${String(position)}: no field ${field}`,
      })),
  );
}

/** One register, time that never goes back, revisions only of what came before. */
function faultsOfSequence(notices: readonly Notice[]): FaultyRow[] {
  return notices.flatMap((notice, index) => {
    const { edition, register, announcedOn, publishedAt } = notice;
    const before = notices[index - 1];
    const faults: FaultyRow[] = [];
    if (register !== notices[0]?.register)
      faults.push({ edition, fault: 'another-register', detail: register });
    if (before && (announcedOn < before.announcedOn || publishedAt < before.publishedAt))
      faults.push({ edition, fault: 'announced-earlier', detail: publishedAt });
    if (revisedBy(notice).some((revised) => revised >= edition))
      faults.push({ edition, fault: 'revises-no-earlier' });
    return faults;
  });
}

function revisedBy({ revises }: Notice): number[] {
  if (!revises) return [];
  return revises.action === 'redact' ? revises.rows.map((row) => row.edition) : [revises.edition];
}

function faultsOfRules(notices: readonly Notice[]): FaultyRow[] {
  const subjects = notices.flatMap(({ changes }) => changes.map(({ subject }) => subject));
  return problemsOfTimeline(timelineOf(notices), subjects).map((problem) => ({
    edition: problem.edition ?? notices.length,
    fault: problem,
  }));
}
