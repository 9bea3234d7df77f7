import type { FieldChange } from '../../domain/field-change.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { Json } from '../../domain/json.ts';
import { valueAt } from '../../domain/leaves.ts';
import type { SubjectKind } from '../../domain/subjects/subject.ts';
import type { ToldStates } from '../as-told.ts';
import type { FieldInWords } from '../field-in-words.ts';
import type { ValueContext } from '../field-values.ts';

/** What a change means, in one sentence. */
export interface MeaningInWords {
  /** Something is new, something is gone, or something is otherwise than it was. */
  readonly mark: 'added' | 'removed' | 'changed';
  readonly sentence: string;
}

/** A field that changed, as its meaning is told from it. */
export interface Told {
  readonly context: ValueContext;
  readonly around: ToldStates & { readonly kind: SubjectKind };
  readonly field: FieldInWords;
  readonly change: FieldChange;
}

/** Tells what the change of a field means; undefined where the general sentence says it best. */
export type Teller = (told: Told) => readonly MeaningInWords[] | undefined;

export const added = (sentence: string): MeaningInWords => ({ mark: 'added', sentence: ended(sentence) });
export const removed = (sentence: string): MeaningInWords => ({ mark: 'removed', sentence: ended(sentence) });
export const changed = (sentence: string): MeaningInWords => ({ mark: 'changed', sentence: ended(sentence) });

/** A value may bring a full stop of its own: `Example Inc.` */
function ended(sentence: string): string {
  return sentence.replace(/([.…])\.$/u, '$1');
}

/** The one value before and after, in words; a set has none. */
export function values({ field }: Told): { readonly before?: string; readonly after?: string } {
  const [before] = field.before ?? [];
  const [after] = field.after ?? [];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Whether a text only came into a language or left one, while it reads on in another. */
export function isTranslation({ change, field, around: { kind, before, after } }: Told): boolean {
  const steps = leafAt(kind, field.field)?.steps.slice(0, -1);
  if ('added' in change || (change.before !== null && change.after !== null) || !steps) return false;
  const [old = [], now = []] = [before, after].map((state) =>
    Object.keys(valueAt(state as unknown as Json, steps) ?? {}),
  );
  return old.some((language) => now.includes(language));
}

/** Members of a set that were added, were removed, and stayed. */
export interface Members {
  readonly added: readonly Json[];
  readonly removed: readonly Json[];
  /** Nothing was stated before; or nothing is any more. */
  readonly stated: boolean;
  readonly unstated: boolean;
}

/** Undefined where the change is none of a set. */
export function membersOf({ change, field }: Told): Members | undefined {
  if (!('added' in change)) return undefined;
  const { added: more, removed: less } = change;
  const stayed = field.unchanged?.length ?? 0;
  return {
    added: more,
    removed: less,
    stated: stayed === 0 && less.length === 0,
    unstated: stayed === 0 && more.length === 0,
  };
}

/** Names of terms inside a sentence: `E-mail address` is `e-mail address` there, `IP address` stays as it is. */
export function insideSentence({ words }: ValueContext, name: string): string {
  if (words.locale.startsWith('de') || !/^\p{Lu}[\p{Ll}-]/u.test(name)) return name;
  return name.slice(0, 1).toLocaleLowerCase(words.locale) + name.slice(1);
}
