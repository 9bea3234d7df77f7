import type { Location, Processing, Safeguard } from './subjects/processing.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import { transferOf, type Transfer } from './transfers.ts';

/** A fact that the law or the standard clauses ask for and that is not stated. */
export interface Gap {
  /** `entity/name`, `processings/p1/retention`. */
  readonly field: string;
  /** Key of the legal reason in the reference data (`content/reference/legal.yaml`). */
  readonly reason: GapReason;
}

export const GAP_REASONS = [
  'entity-named',
  'entity-country',
  'purpose-stated',
  'data-stated',
  'retention-stated',
  'locations-stated',
  'safeguard-stated',
  'safeguard-covers',
  'safeguard-copy',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

// These grounds rest on a public decision: there is no document of one's own of which to get a copy.
const PUBLIC_GROUNDS: readonly Safeguard['ground'][] = ['adequacy', 'dpf', 'none', 'derogation'];

/**
 * What is missing before a third party may be added: the facts of GDPR articles 13, 28 and 30 and of the annexes to the
 * standard contractual clauses. A first edition and an import may have gaps; they read "not stated".
 */
export function gapsOf(thirdParty: ThirdParty, eea: ReadonlySet<string>): Gap[] {
  const gaps: Gap[] = [];
  if (mustBeNamed(thirdParty)) {
    if (thirdParty.entity?.name === undefined) gaps.push({ field: 'entity/name', reason: 'entity-named' });
    if (thirdParty.entity?.country === undefined)
      gaps.push({ field: 'entity/country', reason: 'entity-country' });
  }
  for (const [id, processing] of Object.entries(thirdParty.processings ?? {}))
    gaps.push(...processingGaps(thirdParty, processing, `processings/${id}`, eea));
  return gaps;
}

/**
 * A recipient may be told by its category alone (GDPR article 13(1)(e)), but who is a subprocessor the customer must know
 * by name (standard contractual clauses, annex III; EDPB Opinion 22/2024).
 */
function mustBeNamed({ kind, processings = {} }: ThirdParty): boolean {
  return kind === 'service' || Object.values(processings).some(({ role }) => role === 'subprocessor');
}

function processingGaps(
  thirdParty: ThirdParty,
  row: Processing,
  path: string,
  eea: ReadonlySet<string>,
): Gap[] {
  if (row.role === 'none') return [];
  const missing: [boolean, string, GapReason][] = [
    [row.purpose === undefined, 'purpose', 'purpose-stated'],
    [row.data === undefined, 'data', 'data-stated'],
    [row.retention === undefined, 'retention', 'retention-stated'],
    [!(row.locations ?? []).some(isStated), 'locations', 'locations-stated'],
  ];
  const transfer = transferOf(thirdParty, row, eea);
  if (transfer) {
    const grounds = (row.safeguards ?? []).filter(isGround);
    missing.push([grounds.length === 0, 'safeguards', 'safeguard-stated']);
    missing.push([grounds.length > 0 && !cover(grounds, transfer), 'safeguards', 'safeguard-covers']);
    missing.push([(row.safeguards ?? []).some(lacksCopy), 'safeguards', 'safeguard-copy']);
  }
  return missing.filter(([is]) => is).map(([, field, reason]) => ({ field: `${path}/${field}`, reason }));
}

function isStated({ place }: Location): boolean {
  return place !== 'not-stated';
}

/** That there is none, or one to fall back on alone, is no ground on which data may go. */
function isGround({ ground, rank }: Safeguard): boolean {
  return ground !== 'none' && rank === 'primary';
}

/** Whether every destination has a ground. One that names no destinations is for all of them. */
function cover(grounds: readonly Safeguard[], { destinations }: Transfer): boolean {
  return destinations.every((place) =>
    grounds.some(
      (ground) => ground.destinations?.some((one) => one === place || one === 'worldwide') ?? true,
    ),
  );
}

function lacksCopy({ ground, copy, copyLink }: Safeguard): boolean {
  return !PUBLIC_GROUNDS.includes(ground) && copy === undefined && copyLink === undefined;
}
