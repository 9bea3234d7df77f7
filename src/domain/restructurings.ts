import type { SubjectChange } from './classify.ts';
import { diff } from './diff.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import type { Judgement } from './fields/field.ts';
import { judgeFields } from './judge-fields.ts';
import type { Json } from './json.ts';
import { processingsIn, type Rows } from './judge-scope.ts';
import { ownJudgements } from './judge-third-party.ts';
import { isInUse, type Register } from './register.ts';
import type { Processing } from './subjects/processing.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** Third parties of one notice that continue one another: judged as one recipient. */
export interface Restructuring {
  readonly rowsBefore: (scope: string) => Rows;
  readonly rowsAfter: (scope: string) => Rows;
  /** What changes about the recipient as such: another legal person is a replacement all the same. */
  readonly judgements: readonly Judgement[];
}

/** The second goes on in the first: it is no new recipient. */
interface Continuation {
  readonly heir: string;
  readonly forebear: string;
}

/**
 * Finds mergers and splits: third parties that one notice says `continue` others, or do so no longer. Returns for each
 * id concerned the group it belongs to.
 */
export function restructurings(
  changes: readonly SubjectChange[],
  before: Register,
  after: Register,
): ReadonlyMap<string, Restructuring> {
  const continuations = continuationsIn(changes);
  const groups = new Map<string, ReadonlySet<string>>();
  for (const { heir, forebear } of continuations) {
    const joined = new Set([...(groups.get(heir) ?? [heir]), ...(groups.get(forebear) ?? [forebear])]);
    for (const id of joined) groups.set(id, joined);
  }
  return new Map(
    [...groups].map(([id, members]) => [
      id,
      {
        rowsBefore: (scope: string) => rows(members, before, scope),
        rowsAfter: (scope: string) => rows(members, after, scope),
        judgements: [
          ...changes
            .filter(({ subject }) => subject.kind === 'third-party' && members.has(subject.id))
            .flatMap((change) => ownChanges(change, before, after)),
          ...continuations
            .filter(({ heir }) => members.has(heir))
            .flatMap((continuation) => judgeHeir(continuation, before, after)),
        ],
      },
    ]),
  );
}

/** Taking back that one continues another is the same the other way round. */
function continuationsIn(changes: readonly SubjectChange[]): Continuation[] {
  return continuing(changes).flatMap(({ id, change }) => [
    ...idsIn(change.added).map((forebear) => ({ heir: id, forebear })),
    ...idsIn(change.removed).map((heir) => ({ heir, forebear: id })),
  ]);
}

function idsIn(members: readonly Json[]): string[] {
  return members.filter((member) => typeof member === 'string');
}

function continuing(changes: readonly SubjectChange[]) {
  return changes.flatMap(({ subject, fields }) =>
    subject.kind === 'third-party'
      ? fields
          .filter(isSetChange)
          .filter(({ field }) => field === 'continues')
          .map((change) => ({ id: subject.id, change }))
      : [],
  );
}

/** The third parties that changes say are continued, or continued no longer. */
export function continuedIn(changes: readonly SubjectChange[]): string[] {
  return continuationsIn(changes).flatMap(({ heir, forebear }) => [heir, forebear]);
}

/** What a notice changes about a recipient that goes on. */
function ownChanges({ subject, fields }: SubjectChange, before: Register, after: Register) {
  const [old, now] = [before.thirdParties.get(subject.id), after.thirdParties.get(subject.id)];
  if (!isInUse(old) || !isInUse(now)) return [];
  const telling = fields.filter(({ field }) => field !== 'continues' && field !== 'replaces');
  return telling.length === 0 ? [] : ownJudgements(telling, old, now);
}

/** An heir is judged as if its forebear had become it: by the legal person behind it and what it does of its own. */
function judgeHeir({ heir, forebear }: Continuation, before: Register, after: Register) {
  const [old, now] = [before.thirdParties.get(forebear), after.thirdParties.get(heir)];
  if (!old || !now || !isInUse(old) || !isInUse(now)) return [];
  const states = { before: recipient(old), after: recipient(now) };
  const changes: FieldChange[] = diff('third-party', states.before, states.after);
  return judgeFields('third-party', changes, states).filter(({ direction }) => direction === 'widens');
}

/** What of a third party decides who gets the data, and what becomes of it there beyond its processings. */
function recipient({ entity, ai }: ThirdParty): ThirdParty {
  const { person, name, country } = entity ?? {};
  return {
    kind: 'service',
    name: { und: '-' },
    entity: {
      ...(person === undefined ? {} : { person }),
      ...(name === undefined ? {} : { name }),
      ...(country === undefined ? {} : { country }),
    },
    ...(ai ? { ai } : {}),
  };
}

function rows(members: ReadonlySet<string>, register: Register, scope: string): Rows {
  return new Map(
    [...members].flatMap((id) =>
      [...processingsIn(register.thirdParties.get(id), scope)].map(
        ([key, processing]): [string, Processing] => [`${id}/${key}`, processing],
      ),
    ),
  );
}
