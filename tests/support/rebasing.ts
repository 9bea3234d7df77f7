import fc from 'fast-check';
import { apply } from '../../src/domain/apply.ts';
import type { SubjectChange } from '../../src/domain/classify.ts';
import { diff } from '../../src/domain/diff.ts';
import { isSetChange, type FieldChange } from '../../src/domain/field-change.ts';
import { leafAt } from '../../src/domain/fields/table.ts';
import { canonical, type Json } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/leaves.ts';
import { rebase, type Rebased } from '../../src/domain/rebase.ts';
import type { Subject, SubjectKind, SubjectState } from '../../src/domain/subjects/subject.ts';
import { stateOfKind } from './random-states.ts';
import { subject } from './register.ts';

/** A draft begun on one state, and what the register says by the time that it is to be published. */
export interface Situation {
  readonly subject: Subject;
  readonly base: SubjectState | undefined;
  readonly drafted: SubjectChange;
  readonly now: SubjectState | undefined;
}

/** Two people who each do some of many random things to the same subject, or find it new or gone. */
export function situationOf(kind: SubjectKind): fc.Arbitrary<Situation> {
  const state = fc.option(stateOfKind(kind), { nil: undefined });
  const some = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
  return fc
    .record({ base: state, ours: state, theirs: state, our: some, their: some })
    .map(({ base, ours, theirs, our, their }) => {
      const about = subject(kind, kind === 'organisation' ? 'organisation' : 'sentry');
      return {
        subject: about,
        base,
        drafted: { subject: about, fields: chosen(diff(kind, base, ours), our) },
        now: apply(kind, base, chosen(diff(kind, base, theirs), their)),
      };
    });
}

function chosen(fields: readonly FieldChange[], choices: readonly boolean[]): FieldChange[] {
  return fields.filter((_, index) => choices[index % choices.length]);
}

export function rebased({ base, drafted, now }: Omit<Situation, 'subject'>): Rebased {
  const known = (processing?: string): boolean =>
    processing === undefined
      ? base !== undefined
      : [base, now].some((state) => within(state, ['processings', processing]) !== undefined);
  return rebase([drafted], { stateOf: () => now, wasThere: (_, processing) => known(processing) });
}

function within(state: SubjectState | undefined, steps: readonly string[]): Json | undefined {
  return valueAt(state as unknown as Json | undefined, steps);
}

/** What a state says at a path. */
export function readAt(kind: SubjectKind, state: SubjectState | undefined, path: string): Json | undefined {
  const leaf = leafAt(kind, path);
  return leaf && valueAt(state as unknown as Json | undefined, leaf.steps);
}

/** Whether a state reads at a field as a change would have it. */
export function readsAs(kind: SubjectKind, state: SubjectState | undefined, change: FieldChange): boolean {
  const found = readAt(kind, state, change.field);
  if (!isSetChange(change)) return canonical(found ?? null) === canonical(change.after);
  const members = new Set((Array.isArray(found) ? (found as readonly Json[]) : []).map(canonical));
  const isThere = (member: Json): boolean => members.has(canonical(member));
  return change.added.every(isThere) && !change.removed.some(isThere);
}
