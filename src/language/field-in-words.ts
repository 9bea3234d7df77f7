import { isSetChange, type FieldChange, type SetChange } from '../domain/field-change.ts';
import { leafAt, type Leaf } from '../domain/fields/table.ts';
import { canonical, type Json } from '../domain/json.ts';
import { valueAt } from '../domain/leaves.ts';
import type { Processing } from '../domain/subjects/processing.ts';
import type { SubjectKind, SubjectState } from '../domain/subjects/subject.ts';
import type { ToldStates } from './as-told.ts';
import { membersInWords, valueInWords, type ValueContext } from './field-values.ts';

/** What one field said and says, in words. Absent `before` or `after`: not stated. */
export interface FieldInWords {
  /** Path of the field: `processings/p1/purpose/nl`. */
  readonly field: string;
  readonly label: string;
  readonly kind: 'text' | 'value' | 'set';
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** Members of a set. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
  readonly unchanged?: readonly string[];
  /** The language of a text (BCP 47); none for one that reads the same in every language. */
  readonly language?: string;
  /** Its name, for a reader: `Dutch`. */
  readonly languageName?: string;
  /** A text of which the reader's own language changes too, so that this one only repeats it. */
  readonly repeats?: true;
  /** Staff marked it: only the wording changed. */
  readonly wording?: true;
}

interface Around extends ToldStates {
  readonly kind: SubjectKind;
}

/** Fields that a change touches, in the order of its fields, each with what was and is said. */
export function fieldsInWords(
  context: ValueContext,
  around: Around,
  changes: readonly FieldChange[],
): FieldInWords[] {
  const named = changes.some(({ field }) => field === 'entity/name');
  const shown = changes.filter(({ field }) => !(named && field === 'entity/person'));
  const languages = languagesByText(around.kind, shown);
  const retentions = mergedRetentions(context, around, shown);
  return shown.flatMap((change): FieldInWords[] => {
    const merged = retentions.get(retentionOf(change.field) ?? '');
    if (merged) return merged.first === change.field ? [merged.told] : [];
    const leaf = leafAt(around.kind, change.field);
    return leaf ? [fieldInWords(context, around, leaf, change, languages)] : [];
  });
}

type LanguagesByText = ReadonlyMap<string, ReadonlySet<string>>;

function fieldInWords(
  context: ValueContext,
  { kind, after }: Around,
  leaf: Leaf,
  change: FieldChange,
  languages: LanguagesByText,
): FieldInWords {
  const common = {
    field: change.field,
    label: context.words.fieldName(kind, change.field),
    kind: leaf.field.form,
  };
  const tell = (value: Json): string => valueInWords(context, kind, leaf.field.path, value);
  if (isSetChange(change)) {
    const tellAll = (members: readonly Json[]): string[] =>
      membersInWords(context, kind, leaf.field.path, members);
    return {
      ...common,
      added: tellAll(change.added),
      removed: tellAll(change.removed),
      unchanged: tellAll(stayed(leaf, change, after)),
    };
  }
  return {
    ...common,
    ...(change.before === null ? {} : { before: [tell(change.before)] }),
    ...(change.after === null ? {} : { after: [tell(change.after)] }),
    ...(leaf.language === undefined ? {} : languageOf(context, leaf, leaf.language, languages)),
    ...(change.wording ? { wording: true } : {}),
  };
}

/** Members that the set has after the change and had before it. */
function stayed({ steps }: Leaf, { added }: SetChange, after: SubjectState | undefined): readonly Json[] {
  const now = valueAt(after as unknown as Json, steps);
  const come = new Set(added.map(canonical));
  return Array.isArray(now) ? (now as readonly Json[]).filter((member) => !come.has(canonical(member))) : [];
}

function languageOf({ words }: ValueContext, leaf: Leaf, language: string, languages: LanguagesByText) {
  if (language === 'und') return {};
  const own = languages.get(leaf.steps.slice(0, -1).join('/'))?.has(words.language) ?? false;
  return {
    language,
    languageName: words.languageName(language),
    ...(own && language !== words.language ? { repeats: true as const } : {}),
  };
}

function languagesByText(kind: SubjectKind, changes: readonly FieldChange[]): LanguagesByText {
  const languages = new Map<string, Set<string>>();
  for (const { field } of changes) {
    const leaf = leafAt(kind, field);
    if (leaf?.language === undefined) continue;
    const text = leaf.steps.slice(0, -1).join('/');
    languages.set(text, (languages.get(text) ?? new Set<string>()).add(leaf.language));
  }
  return languages;
}

interface MergedRetention {
  /** The field in whose place it is told. */
  readonly first: string;
  readonly told: FieldInWords;
}

/** The processing whose retention, or the terms of it, a field is. */
function retentionOf(field: string): string | undefined {
  return /^processings\/([^/]+)\/retention(Terms\/[^/]+)?$/.exec(field)?.[1];
}

/**
 * A period and its terms are one sentence to a reader (`1 year after the user deletes the files`): changes of either are
 * told together, by processing. Not so when that sentence stays the same in the reader's language.
 */
function mergedRetentions(
  context: ValueContext,
  around: Around,
  changes: readonly FieldChange[],
): ReadonlyMap<string, MergedRetention> {
  const merged = new Map<string, MergedRetention>();
  for (const change of changes) {
    const id = retentionOf(change.field);
    if (id === undefined || merged.has(id)) continue;
    const before = retentionIn(context, around.before, id);
    const after = retentionIn(context, around.after, id);
    if (before === after) continue;
    const all = changes.filter(({ field }) => retentionOf(field) === id);
    const field = `processings/${id}/retention`;
    const label = context.words.fieldName('third-party', field);
    const wording = all.every((one) => !isSetChange(one) && one.wording);
    merged.set(id, {
      first: change.field,
      told: {
        field,
        label,
        kind: 'value',
        ...(before === undefined ? {} : { before: [before] }),
        ...(after === undefined ? {} : { after: [after] }),
        ...(wording ? { wording: true } : {}),
      },
    });
  }
  return merged;
}

function retentionIn(
  { words }: ValueContext,
  state: SubjectState | undefined,
  id: string,
): string | undefined {
  const processing = processingIn(state, id);
  if (!processing?.retention && !processing?.retentionTerms) return undefined;
  return words.retention(processing.retention, processing.retentionTerms);
}

/** The processing with the id; undefined in a state of any other kind. */
export function processingIn(state: SubjectState | undefined, id: string): Processing | undefined {
  if (!state || !('processings' in state)) return undefined;
  return Object.hasOwn(state.processings ?? {}, id) ? state.processings?.[id] : undefined;
}
