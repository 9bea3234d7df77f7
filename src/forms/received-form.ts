/**
 * A form as it was posted, within the limits for forms. Names and values are hostile text; line ends are `\n`, as the
 * domain wants them.
 */
export interface ReceivedForm {
  /** First word of the field `action`, which the pressed button sends: `save`, `add`. */
  readonly action: string;
  /** The rest of it: `add processings.p1.locations` has `processings.p1.locations`. */
  readonly argument: string;
  /** The first value of a field; empty when it was not sent. */
  value(name: string): string;
  /** All values of a field, as of checkboxes with one name. */
  values(name: string): readonly string[];
  /** The names of all fields, in the order sent, each once. */
  names(): readonly string[];
  /** A file that came along, with its bytes. */
  file(name: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** Something wrong with one field of a form, in words. `field` is the name of the control; empty: the whole form. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}
