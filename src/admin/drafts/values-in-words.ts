import { diff } from '../../domain/diff.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { Json } from '../../domain/json.ts';
import type { Subject, SubjectState } from '../../domain/subjects/subject.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import { changedFields } from '../../language/changed-fields.ts';
import { processingIn } from '../../language/field-in-words.ts';
import { membersInWords, valueInWords, type ValueContext } from '../../language/field-values.ts';
import { diffGroups, type DiffGroup } from '../../register/views/diff.ts';
import type { FieldsInWords } from '../../language/notice-in-words.ts';
import { subjectName } from './subject-name.ts';
import type { Locals } from '../reader.ts';

/** The names behind ids, as a draft and the register have them. */
export function valueContextOf(locals: Locals, content: DraftContent): ValueContext {
  const { words } = locals;
  return {
    words,
    scopeName: (id) => subjectName(locals, content, { kind: 'scope', id }).text,
    thirdPartyName: (id) => subjectName(locals, content, { kind: 'third-party', id }).text,
  };
}

/** A field's value in words, one line a member; `null` is "not stated". */
export function valueLines(context: ValueContext, { kind }: Subject, field: string, value: Json): string[] {
  const path = leafAt(kind, field)?.field.path ?? field;
  if (value === null) return [context.words.t('general.not-stated')];
  return Array.isArray(value)
    ? membersInWords(context, kind, path, value as readonly Json[])
    : [valueInWords(context, kind, path, value)];
}

/** A field by its name, with the language of a text. */
function fieldLabel({ words }: ValueContext, { kind }: Subject, field: string): string {
  const language = leafAt(kind, field)?.language;
  const text = words.fieldName(kind, field);
  return language === undefined || language === 'und'
    ? text
    : words.t('general.in-language', { text, language: words.languageName(language) });
}

/** What leads from one state of a subject to another, field by field, processing by processing. */
export function differenceGroups(
  locals: Locals,
  content: DraftContent,
  subject: Subject,
  before: SubjectState | undefined,
  after: SubjectState | undefined,
): DiffGroup[] {
  const { kind } = subject;
  const context = valueContextOf(locals, content);
  // Both states are of the kind of the subject they were read for.
  const changes = diff(kind, before as never, after as never);
  const places = Map.groupBy(changes, ({ field }) => leafAt(kind, field)?.processing);
  const fields = [...places].map(([processing, some]) => ({
    ...placeOf(context, processing, after, before),
    ...changedFields(context, { kind, before, after }, some),
  }));
  return diffGroups(locals.words, { fields, recorded: changes });
}

/** A processing by its scope and purpose, as readers know it. */
function placeOf(
  { words, scopeName }: ValueContext,
  processing: string | undefined,
  ...states: readonly (SubjectState | undefined)[]
): Pick<FieldsInWords, 'processing' | 'scope' | 'purpose'> {
  if (processing === undefined) return {};
  const row = states.map((state) => processingIn(state, processing)).find((one) => one !== undefined);
  if (!row) return { processing };
  const purpose = words.plain(row.purpose);
  const scope = { id: row.scope, name: scopeName(row.scope) };
  return { processing, scope, ...(purpose === '' ? {} : { purpose }) };
}

/** A processing in a few words: its scope and purpose; undefined when neither state has it. */
export function processingLabel(
  context: ValueContext,
  processing: string,
  ...states: readonly (SubjectState | undefined)[]
): string | undefined {
  const { scope, purpose } = placeOf(context, processing, ...states);
  const parts = [scope?.name, purpose].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** A place within a subject in words: the processing it is in, and the field. */
export function placeLabel(
  context: ValueContext,
  subject: Subject,
  field: string,
  ...states: readonly (SubjectState | undefined)[]
): string {
  const { scope, purpose } = placeOf(context, leafAt(subject.kind, field)?.processing, ...states);
  const parts = [scope?.name, purpose, fieldLabel(context, subject, field)];
  return parts.filter((part) => part !== undefined).join(' · ');
}
