/** A control of a form as a page shows it: its label, what helps, what is wrong with it. */
export interface ControlView {
  /** From `idOf(name)`. What tells an error of it has this id with `-error`, its hint with `-hint`. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Language tag of what is typed here, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly readOnly?: boolean | undefined;
}

/** Text that is typed: on a line, or on several (`prose`). */
export interface TextView extends ControlView {
  readonly type:
    'line' | 'prose' | 'email' | 'password' | 'date' | 'number' | 'url' | 'search' | 'file' | 'code';
  readonly value: string;
  readonly autocomplete?: string | undefined;
  /** Height of prose, in lines. */
  readonly rows?: number | undefined;
  /** What the browser proposes while one types; anything else may be typed, too. */
  readonly suggestions?: readonly string[] | undefined;
  readonly maxLength?: number | undefined;
  /** The kinds of file that may be chosen: `.json,.csv`. */
  readonly accept?: string | undefined;
  /** Limits of a number or a day. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Shown with a button that copies its value. */
  readonly copy?: boolean | undefined;
}

/** One of several values, from a list that opens. */
export interface SelectView extends ControlView {
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly group?: string | undefined;
  }[];
}

/** Yes or no. */
export interface CheckView extends ControlView {
  readonly value: string;
  readonly checked: boolean;
}

/** Some of several values, or one of a few, all in sight. */
export interface ChoicesView {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly type: 'checkbox' | 'radio';
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly hint?: string | undefined;
    readonly checked: boolean;
    /** Options of one group stand together, under its name. */
    readonly group?: string | undefined;
  }[];
}

export type FieldView = TextView | SelectView | CheckView | ChoicesView;

/** The id of the control with this name: `processings.p1.purpose` is `processings-p1-purpose`. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-');
}

/** Options that stand together, in the order in which their groups first appear. */
export interface Grouped<Option> {
  readonly label: string | undefined;
  readonly options: readonly Option[];
}

/** Options by group; those without one come where the first of them stands. */
export function inGroups<Option extends { readonly group?: string | undefined }>(
  options: readonly Option[],
): Grouped<Option>[] {
  const groups = Map.groupBy(options, ({ group }) => group);
  return [...groups].map(([label, members]) => ({ label, options: members }));
}

/** What describes a control to those who do not see the page: its hint, then its error. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<ControlView, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [
    hint === undefined ? undefined : `${id}-hint`,
    error === undefined ? undefined : `${id}-error`,
  ];
  const there = ids.filter((one) => one !== undefined);
  return there.length === 0 ? undefined : there.join(' ');
}
