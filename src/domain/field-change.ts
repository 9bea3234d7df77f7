import { z } from 'zod';
import type { Json } from './json.ts';

/** Any JSON value that is not null: null stands for "not stated" in a change, and for nothing else. */
const statedSchema: z.ZodType<Json> = z
  .json()
  .refine((value) => value !== null, { error: 'Nothing is written null.' });

const memberSchema = statedSchema;
const wording = { wording: z.literal(true).optional() };

/** A leaf replaced: `null` before is "was not stated", `null` after is "is no longer stated". */
export const replacementSchema = z.strictObject({
  field: z.string().min(1).max(300),
  before: z.union([z.null(), statedSchema]),
  after: z.union([z.null(), statedSchema]),
  ...wording,
});

/** Members of a set added and removed, each sorted by its canonical text. */
export const setChangeSchema = z.strictObject({
  field: z.string().min(1).max(300),
  added: z.array(memberSchema),
  removed: z.array(memberSchema),
});

/**
 * What a change does to one field. `wording` is the mark of staff that the text means the same as before; it is printed
 * with the change, and only fields that the table allows may carry it.
 */
export const fieldChangeSchema = z.union([replacementSchema, setChangeSchema]);
export type Replacement = z.infer<typeof replacementSchema>;
export type SetChange = z.infer<typeof setChangeSchema>;
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export function isSetChange(change: FieldChange): change is SetChange {
  return 'added' in change;
}
