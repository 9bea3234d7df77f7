import type { ChangeType, Direction } from '../change-types.ts';
import type { Json } from '../json.ts';
import type { SubjectState } from '../subjects/subject.ts';

/** What a change of one field means: the type it has, and whether it widens what happens to data. */
export interface Judgement {
  readonly type: ChangeType;
  readonly direction: Direction;
}

/** The value of a field before or after a change; `undefined` is "not stated". A set is the array of its members. */
export type FieldValue = Json | undefined;

/** The whole subject before and after, for the few fields whose meaning rests on another field. */
export interface States {
  readonly before: SubjectState;
  readonly after: SubjectState;
}

export type Judge = (before: FieldValue, after: FieldValue, states: States) => readonly Judgement[];

/**
 * One public field of a subject.
 *
 * `value` is replaced whole; `text` is one leaf a language; `set` is changed member by member.
 * `judge` is asked only when the two values differ.
 */
export interface Field {
  /** The path in the subject's state; a processing's id is written `*`. */
  readonly path: string;
  readonly form: 'value' | 'text' | 'set';
  /** Whether staff may mark a change of it as mere wording; only ever texts. */
  readonly wording: boolean;
  /** Whether the text is itself a fact about data or people: then not even a translation of it is editorial. */
  readonly factual: boolean;
  readonly judge: Judge;
}

export function value(path: string, judge: Judge): Field {
  return { path, form: 'value', wording: false, factual: false, judge };
}

export function set(path: string, judge: Judge): Field {
  return { path, form: 'set', wording: false, factual: false, judge };
}

/** Text in which a slip of the pen may be mended without telling subscribers. */
export function prose(path: string, judge: Judge): Field {
  return { path, form: 'text', wording: true, factual: false, judge };
}

/** The name of something: another one is never mere wording, but it may be translated. */
export function nameText(path: string, judge: Judge): Field {
  return { path, form: 'text', wording: false, factual: false, judge };
}

/** Text that is itself a fact about data or people: never mere wording, and never a mere translation. */
export function factualText(path: string, judge: Judge): Field {
  return { path, form: 'text', wording: false, factual: true, judge };
}
