import type { FieldView } from '../../forms/field-view.ts';
import type { Link } from '../../register/views/link.ts';
import type { Pair } from '../../register/views/pairs.ts';

/** A button that shows the form anew: one row more, one less. */
export interface RowButton {
  /** `add processings.p1.locations`. */
  readonly action: string;
  readonly text: string;
  /** What distinguishes it from others with the same text. */
  readonly about?: string;
  /** The id of the element that holds the rows. */
  readonly repeat: string;
  /** Where the browser goes to in the answer. */
  readonly to: string;
}

/** What stands in a form, one after the other. */
export type FormPart =
  | { readonly kind: 'control'; readonly control: FieldView }
  /** Controls that belong side by side where there is room. */
  | { readonly kind: 'columns'; readonly parts: readonly FormPart[] }
  /** What belongs together, one below the other. */
  | { readonly kind: 'stack'; readonly parts: readonly FormPart[] }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly legend: string;
      readonly hint?: string | undefined;
      readonly error?: string | undefined;
      /** One of several like it. */
      readonly row?: boolean;
      readonly parts: readonly FormPart[];
      readonly buttons?: readonly RowButton[];
    }
  /** What is seldom needed: folded up, unless something is in it. */
  | {
      readonly kind: 'details';
      readonly summary: string;
      readonly open: boolean;
      readonly parts: readonly FormPart[];
    }
  | {
      readonly kind: 'note';
      readonly tone: 'info' | 'warn' | 'good';
      readonly title?: string;
      readonly text: string;
      readonly link?: Link;
    }
  | { readonly kind: 'quiet'; readonly text: string }
  | { readonly kind: 'hidden'; readonly pairs: readonly Pair[] };

/** A part of the form under its own heading. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly parts: readonly FormPart[];
}
