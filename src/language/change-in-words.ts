import type { ChangeType, Direction, NoticeClass } from '../domain/change-types.ts';
import type { FieldChange } from '../domain/field-change.ts';
import { leafAt } from '../domain/fields/table.ts';
import type { Amendment, Change, Effect } from '../domain/notice.ts';
import type { Processing } from '../domain/subjects/processing.ts';
import type { Subject, SubjectState } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { ToldStates } from './as-told.ts';
import type { ChangeKind } from './change-kind.ts';
import { entityFacts, processingFacts, type FactInWords } from './facts.ts';
import { fieldsInWords, processingIn, type FieldInWords } from './field-in-words.ts';
import { meaningsInWords, type MeaningInWords } from './meanings/meanings-in-words.ts';
import { useMeanings } from './meanings/use.ts';
import type { ValueContext } from './field-values.ts';
import type { ToldChange } from './notice-title.ts';
import type { Named, Tagged, Telling } from './telling.ts';

/** What a change means in one scope. */
export interface EffectInWords {
  /** Absent: it concerns all scopes, or none in particular. */
  readonly scope?: Named;
  readonly types: readonly Tagged<ChangeType>[];
  readonly direction: Tagged<Direction>;
  readonly class: Tagged<NoticeClass>;
}

/** Facts that belong together: the legal entity, or one processing. */
export interface FactsInWords {
  /** `entity`: who it is; `added` and `removed`: a processing that begins or ends. */
  readonly kind: 'entity' | 'added' | 'removed';
  readonly processing?: string;
  readonly scope?: Named;
  readonly facts: readonly FactInWords[];
}

/** Fields that changed in one place: the subject itself, or one of its processings. */
export interface FieldsInWords {
  readonly processing?: string;
  readonly scope?: Named;
  /** The purpose of the processing, by which readers know it. */
  readonly purpose?: string;
  /** The language of the purpose, where it is not the reader's. */
  readonly purposeLanguage?: string;
  /** What the changes mean, in sentences. */
  readonly meanings: readonly MeaningInWords[];
  readonly fields: readonly FieldInWords[];
}

/** One thing that a notice does, in words. A replacement is one; it tells of both third parties. */
export interface ChangeInWords {
  readonly subject: Subject;
  readonly name: string;
  readonly kind: ChangeKind | 'replaced';
  /** The third parties whose place it takes, gone by the same notice, with the facts of what they did. */
  readonly replaces: readonly (Named & { readonly facts: readonly FactsInWords[] })[];
  readonly effects: readonly EffectInWords[];
  /** What begins and ends, in sentences. */
  readonly meanings: readonly MeaningInWords[];
  /** Everything needed to judge what begins, and what it was that ends. */
  readonly facts: readonly FactsInWords[];
  /** Before and after of everything else, field by field. */
  readonly fields: readonly FieldsInWords[];
  /** All its fields, exactly as the ledger has them. */
  readonly recorded: readonly FieldChange[];
}

/** What is needed to tell a change; it need not have been published as a notice. */
export type TellingOfChanges = Pick<Telling, 'words' | 'around' | 'scope' | 'thirdParty'> & {
  readonly notice: Pick<Telling['notice'], 'changes' | 'labels'>;
};

export function changeInWords(telling: TellingOfChanges, told: ToldChange): ChangeInWords {
  const { change, position, name, kind, replaced } = told;
  const context = valueContext(telling);
  const around = telling.around(position);
  const effects = [change, ...replaced.map((one) => one.change)].flatMap((one) => one.effects);
  return {
    subject: change.subject,
    name,
    kind,
    replaces: replaced.map((one) => ({
      id: one.change.subject.id,
      name: one.name,
      facts: factsOf(telling, context, telling.around(one.position), one.change),
    })),
    effects: effects.map((effect) => effectInWords(telling, effect)),
    meanings: [...replacing(context, told), ...useMeanings(context, around)],
    facts: factsOf(telling, context, around, change),
    fields: fieldGroups(telling, context, around, change),
    recorded: change.fields,
  };
}

/** A replacement is one change to its readers: whose place is taken stands first. */
function replacing({ words }: ValueContext, { replaced }: ToldChange): MeaningInWords[] {
  if (replaced.length === 0) return [];
  const names = words.list(replaced.map(({ name }) => name));
  return [{ mark: 'changed', sentence: words.t('meaning.replaces', { names }) }];
}

/** Texts of an earlier notice that an amendment mends, as they were and as they are now. */
export interface AmendmentInWords {
  readonly subject: Subject;
  readonly name: string;
  readonly fields: readonly FieldsInWords[];
  /** The same exactly as the ledger has them. */
  readonly recorded: readonly FieldChange[];
}

/** @param target tells the notice that is amended */
export function amendmentInWords(
  target: Telling,
  { change: position, fields }: Amendment,
): AmendmentInWords[] {
  const change = target.notice.changes[position];
  if (!change) return [];
  const { subject } = change;
  const amended = fields.map((field): FieldChange => ({ ...field, wording: true }));
  const places = Map.groupBy(amended, ({ field }) => leafAt(subject.kind, field)?.processing);
  // The words stand on their own: what the amended notice changed with them is told there.
  const nowhere = { before: undefined, after: undefined, kind: subject.kind };
  return [
    {
      subject,
      name: target.name(subject).name,
      recorded: fields,
      fields: [...places].map(([processing, some]) => ({
        ...place(target, target.around(position), processing),
        ...changedFields(valueContext(target), nowhere, some),
      })),
    },
  ];
}

function valueContext({ words, notice, scope, thirdParty }: TellingOfChanges): ValueContext {
  return {
    words,
    labels: notice.labels,
    scopeName: (id) => scope(id).name,
    thirdPartyName: (id) => thirdParty(id).name,
  };
}

function effectInWords({ words, scope }: TellingOfChanges, effect: Effect): EffectInWords {
  const { direction } = effect;
  return {
    ...(effect.scope === null ? {} : { scope: scope(effect.scope) }),
    types: effect.types.map((id) => ({ id, label: words.type(id) })),
    direction: {
      id: direction,
      label: words.t(`direction.${direction}`),
      hint: words.t(`direction.${direction}.hint`),
    },
    class: {
      id: effect.class,
      label: words.t(`class.${effect.class}`),
      hint: words.t(`class.${effect.class}.hint`),
    },
  };
}

function asThirdParty(state: SubjectState | undefined): ThirdParty | undefined {
  return state && 'kind' in state ? state : undefined;
}

/** Processings that begin or end with the change; and the entity, when something begins. */
function factsOf(
  telling: TellingOfChanges,
  context: ValueContext,
  around: ToldStates,
  change: Change,
): FactsInWords[] {
  const [before, after] = [asThirdParty(around.before), asThirdParty(around.after)];
  const begun = begunIn(change, around);
  const ended = Object.keys(before?.processings ?? {}).filter((id) => !processingIn(after, id));
  const rows = (
    kind: 'added' | 'removed',
    ids: readonly string[],
    state: ThirdParty | undefined,
  ): FactsInWords[] =>
    ids.flatMap((id) => {
      const processing = processingIn(state, id);
      return state && processing ? [processingGroup(telling, context, kind, id, state, processing)] : [];
    });
  const entity =
    begun.length > 0 && after ? [{ kind: 'entity', facts: entityFacts(context, after) } as const] : [];
  return [...entity, ...rows('added', begun, after), ...rows('removed', ended, before)];
}

function begunIn({ subject }: Change, { before, after }: ToldStates): string[] {
  if (subject.kind !== 'third-party') return [];
  const now = asThirdParty(after)?.processings ?? {};
  return Object.keys(now).filter((id) => !processingIn(before, id));
}

function processingGroup(
  telling: TellingOfChanges,
  context: ValueContext,
  kind: 'added' | 'removed',
  processing: string,
  thirdParty: ThirdParty,
  row: Processing,
): FactsInWords {
  return {
    kind,
    processing,
    scope: telling.scope(row.scope),
    facts: processingFacts(context, thirdParty, row),
  };
}

/** What changed beside what the facts tell already, by place. */
function fieldGroups(
  telling: TellingOfChanges,
  context: ValueContext,
  around: ToldStates,
  change: Change,
): FieldsInWords[] {
  const { subject } = change;
  const places = Map.groupBy(
    change.fields.filter((field) => !isTold(field, change, around)),
    ({ field }) => leafAt(subject.kind, field)?.processing,
  );
  return [...places]
    .map(([processing, fields]) => ({
      ...place(telling, around, processing),
      ...changedFields(context, { ...around, kind: subject.kind }, fields),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Fields of one place that changed, and what that means. */
export function changedFields(
  context: ValueContext,
  around: ToldStates & { readonly kind: Subject['kind'] },
  changes: readonly FieldChange[],
): Pick<FieldsInWords, 'meanings' | 'fields'> {
  const fields = fieldsInWords(context, around, changes);
  return { meanings: meaningsInWords(context, around, fields, changes), fields };
}

/** Whether the facts tell the field: of a processing that begins or ends, or of a third party that is new. */
function isTold({ field }: FieldChange, { subject }: Change, { before, after }: ToldStates): boolean {
  if (subject.kind !== 'third-party') return false;
  const processing = leafAt(subject.kind, field)?.processing;
  if (processing !== undefined) return !processingIn(before, processing) || !processingIn(after, processing);
  return before === undefined && TOLD_BY_ENTITY.test(field);
}

const TOLD_BY_ENTITY =
  /^(kind|name\/.*|service\/.*|entity\/.*|parent\/.*|affiliate|engagedBy|representatives|replaces)$/;

function place(
  { scope, words }: TellingOfChanges,
  { before, after }: ToldStates,
  processing: string | undefined,
) {
  if (processing === undefined) return {};
  const row = processingIn(after, processing) ?? processingIn(before, processing);
  if (!row) return { processing };
  const purpose = words.text(row.purpose);
  return {
    processing,
    scope: scope(row.scope),
    ...(purpose && { purpose: purpose.value }),
    ...(purpose?.fallback === true && { purposeLanguage: purpose.language }),
  };
}
