import type { FieldChange } from '../domain/field-change.ts';
import { leafAt } from '../domain/fields/table.ts';
import type { Amendment } from '../domain/notice.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { changedFields, placeOf, type FieldsInWords } from './changed-fields.ts';
import { contextOf, type Telling } from './telling.ts';

/** Texts of an earlier notice that an amendment mends, as they were and as they are now. */
export interface AmendmentInWords {
  readonly subject: Subject;
  readonly name: string;
  readonly fields: readonly FieldsInWords[];
  /** The same exactly as the ledger has them. */
  readonly recorded: readonly FieldChange[];
}

/** @param target tells the notice that is amended */
export function amendmentInWords(
  target: Telling,
  { change: position, fields }: Amendment,
): AmendmentInWords[] {
  const change = target.notice.changes[position];
  if (!change) return [];
  const { subject } = change;
  const amended = fields.map((field): FieldChange => ({ ...field, wording: true }));
  const places = Map.groupBy(amended, ({ field }) => leafAt(subject.kind, field)?.processing);
  // The words stand on their own: what the amended notice changed with them is told there.
  const nowhere = { before: undefined, after: undefined, kind: subject.kind };
  return [
    {
      subject,
      name: target.name(subject).name,
      recorded: fields,
      fields: [...places].map(([processing, some]) => ({
        ...placeOf(target, target.around(position), processing),
        ...changedFields(contextOf(target), nowhere, some),
      })),
    },
  ];
}
