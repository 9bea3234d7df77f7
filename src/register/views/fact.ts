import type { Phrase } from './phrase.ts';

/** A fact with its label: one value, or several one below the other. */
export interface Fact {
  readonly label: string;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string;
  readonly values: readonly FactValue[];
}

/** A value with what belongs to it: how to get a copy of a safeguard, where the law says so. */
export interface FactValue extends Phrase {
  readonly more?: readonly Phrase[];
  /** What a reader must not overlook: that it is a special category, that it has expired. */
  readonly flag?: string;
}
