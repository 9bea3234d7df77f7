import { classify, type SubjectChange } from './classify.ts';
import { diff } from './diff.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import type { Change } from './notice.ts';
import { stateOf, type Register } from './register.ts';
import { ORGANISATION, type Subject } from './subjects/subject.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/**
 * What leads from one register to another, as one notice would tell it: the organisation first, then scopes and third
 * parties by id. Empty when nothing differs; the other way round it is the same changes with before and after exchanged.
 *
 * @param isReworded whether only the wording of a text changed, as all notices in between say
 */
export function changesBetween(
  before: Register,
  after: Register,
  isReworded: (subject: Subject, field: string) => boolean = () => false,
): Change[] {
  const changes = subjectsOf(before, after)
    .map((subject) => changeOf(subject, before, after))
    .map(({ subject, fields }) => ({
      subject,
      fields: fields.map((field) => (isReworded(subject, field.field) ? reworded(field) : field)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const effects = classify(changes, before, after);
  return changes.map(({ subject, fields }, index) => ({
    subject,
    fields: [...fields],
    effects: effects[index] ?? [],
  }));
}

function changeOf(subject: Subject, before: Register, after: Register): SubjectChange {
  // The kind and both states belong to one subject, which the types of a union cannot say.
  const kind = subject.kind as 'third-party';
  const [old, now] = [stateOf(before, subject), stateOf(after, subject)] as (ThirdParty | undefined)[];
  return { subject, fields: diff(kind, old, now) };
}

function reworded(change: FieldChange): FieldChange {
  return isSetChange(change) || change.before === null || change.after === null
    ? change
    : { ...change, wording: true };
}

function subjectsOf(before: Register, after: Register): Subject[] {
  const scopes = idsOf(before.scopes, after.scopes).map((id): Subject => ({ kind: 'scope', id }));
  const thirdParties = idsOf(before.thirdParties, after.thirdParties).map((id): Subject => ({
    kind: 'third-party',
    id,
  }));
  return [ORGANISATION, ...scopes, ...thirdParties];
}

function idsOf(...registers: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(registers.flatMap((states) => [...states.keys()]))].sort();
}
