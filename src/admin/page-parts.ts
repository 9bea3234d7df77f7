import type { Link } from '../register/views/link.ts';
import type { NoticeMark } from '../register/views/notice-icon.ts';
import type { Pair } from '../register/views/pairs.ts';
import type { Phrase } from '../register/views/phrase.ts';
import type { Tag } from '../register/views/tag.ts';

/** A form of one button, in a row of a table. */
export interface RowAction {
  /** The address that it is posted to; without one, the page's own. */
  readonly to?: string;
  /** The value of the field `action`. */
  readonly action: string;
  readonly text: string;
  readonly kind?: ButtonKind;
  /** What distinguishes it from the same button of other rows, for those who do not see the table. */
  readonly about?: string;
  readonly kept?: readonly Pair[];
}

/** `main`: what the page is for, once; `danger`: what cannot be taken back. */
export type ButtonKind = 'main' | 'plain' | 'danger';

export interface Column {
  readonly label: string;
  /** `number`: set to the end of the line; `action`: its label is read out, and not seen. */
  readonly kind?: 'number' | 'action';
}

/** What stands in one place of a table, one below the other. */
export interface Cell {
  /** The sign of a kind of change, before the text. */
  readonly mark?: NoticeMark;
  readonly text?: string;
  readonly href?: string;
  readonly lang?: string;
  /** A day or an instant that the text says, for machines. */
  readonly datetime?: string;
  readonly quiet?: true;
  /** Said smaller below the text. */
  readonly small?: string;
  readonly tags?: readonly Tag[];
  readonly links?: readonly Link[];
  readonly actions?: readonly RowAction[];
}

/** A row of a table; its first cell is the heading of the others. */
export interface Row {
  readonly id?: string;
  readonly cells: readonly Cell[];
}

/** Something that somebody did, in a list of what happened, newest or oldest first. */
export interface Step {
  readonly title: string;
  readonly who?: string;
  /** In words, with the instant or day for machines. */
  readonly when?: { readonly text: string; readonly datetime: string };
  readonly note?: string;
  readonly links?: readonly Link[];
  readonly tone?: Tag['tone'];
}

/** A fact with its label, in a short list of them. */
export interface SummaryFact {
  readonly label: string;
  readonly values: readonly Phrase[];
  readonly tags?: readonly Tag[];
}

/** A part of a long form, in the list of its parts. */
export interface SectionLink {
  readonly href: string;
  readonly text: string;
  /** What is to be done there: errors to mend, facts that lack. */
  readonly state?: Tag;
}
