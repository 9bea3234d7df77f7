import type { SubjectChange } from '../domain/classify.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import type { Json } from '../domain/json.ts';
import { sortedMembers, valueAt } from '../domain/leaves.ts';
import { outdatedBy } from '../domain/outdated.ts';
import type { SubjectState } from '../domain/subjects/subject.ts';

/**
 * The fields with what they say of translations. What the change does of itself to the list of those that lag behind need
 * not be said; that one of them still fits, though the change would put it on the list, must be.
 *
 * @param fitting paths of texts that somebody found still right
 */
export function sayingWhatFits(
  { subject, fields }: SubjectChange,
  eve: SubjectState | undefined,
  fitting: readonly Json[],
): FieldChange[] {
  const itself = outdatedBy({ subject, fields }, eve);
  const said = fields.find(({ field }) => field === 'outdated');
  const list = said && isSetChange(said) ? said : { added: [], removed: [] };
  const added = list.added.filter((path) => !itself.added.includes(path));
  const removed = [
    ...list.removed.filter((path) => !itself.removed.includes(path)),
    ...fitting.filter((path) => itself.added.includes(path)),
  ];
  const others = fields.filter((field) => field !== said);
  if (added.length + removed.length === 0) return others;
  return [...others, { field: 'outdated', added, removed: [...sortedMembers(removed)] }];
}

/** The paths of translations that lag behind in a state. */
export function outdatedIn(state: SubjectState | undefined): readonly Json[] {
  const list = valueAt(state as unknown as Json | undefined, ['outdated']);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** The paths of texts of which drafted fields say that they still fit. */
export function fittingIn(fields: readonly FieldChange[], eve: SubjectState | undefined): readonly Json[] {
  const was = outdatedIn(eve);
  return fields.flatMap((field) =>
    field.field === 'outdated' && isSetChange(field)
      ? field.removed.filter((path) => !was.includes(path))
      : [],
  );
}
