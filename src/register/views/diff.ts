import type { FieldChange } from '../../domain/field-change.ts';
import type {
  ChangeInWords,
  FactsInWords,
  FieldInWords,
  FieldsInWords,
} from '../../language/notice-in-words.ts';
import { wordDiff, type WordRun } from '../../language/word-diff.ts';
import type { Words } from '../../language/words.ts';
import type { Fact } from './fact.ts';
import { inLanguage } from './phrase.ts';
import { meaningLines, type MeaningLine } from './meanings.ts';
import { recordedFields, type RecordedFields } from './recorded-fields.ts';

/** A stretch of a text that changed. */
export interface DiffRun {
  readonly kind: WordRun['kind'];
  /** `added:`, `removed:`: for those who do not see how the run is marked; none for what stayed. */
  readonly word: string | undefined;
  readonly text: string;
}

/** A text or value with what was struck and added inside it. */
export interface TextDiff {
  readonly form: 'text';
  readonly label: string;
  readonly lang: string | undefined;
  /** Before and after stand one below the other, each whole: most of it changed. */
  readonly whole: boolean;
  readonly runs: readonly DiffRun[];
  readonly note: string | undefined;
}

/** A set, member by member. */
export interface SetDiff {
  readonly form: 'set';
  readonly label: string;
  readonly members: readonly DiffRun[];
  /** `Unchanged: name, e-mail address`. */
  readonly unchanged: string | undefined;
}

/** One field that changed. */
export type DiffField = TextDiff | SetDiff;

/** What changed in one place, under its name: what it means, sets and texts, then what the ledger says. */
export interface DiffGroup {
  readonly title: string | undefined;
  /** The language of the title, where it is not the page's. */
  readonly lang?: string;
  readonly meanings: readonly MeaningLine[];
  readonly fields: readonly DiffField[];
  readonly recorded: RecordedFields | undefined;
}

/** Facts of a processing that begins or ends, or of who stands behind it. */
export interface FactGroup {
  readonly title: string;
  readonly ended: boolean;
  readonly facts: readonly Fact[];
}

/** Kinds of change by which a third party comes to be: before them nothing was stated of it. */
const NEW = ['added', 'replaced', 'listed'];

/** Whether the change tells of a third party for the first time. */
export function isNew({ kind }: Pick<ChangeInWords, 'kind'>): boolean {
  return NEW.includes(kind);
}

/** What there is to show of a change: its places, and all its fields as recorded, or none to leave them out. */
export interface ChangeToShow {
  readonly fields: readonly FieldsInWords[];
  readonly recorded: readonly FieldChange[];
}

/** What changed, place by place; the fields as recorded stand with the last one. */
export function diffGroups(words: Words, change: ChangeToShow): DiffGroup[] {
  const groups = [...change.fields]
    .sort(detailsLast)
    .map(({ scope, purpose, purposeLanguage, meanings, fields }): DiffGroup => ({
      title: scope && placeTitle(words, scope.name, purpose),
      ...(purposeLanguage !== undefined && { lang: purposeLanguage }),
      meanings: meaningLines(meanings),
      fields: fields.flatMap((field) => diffField(words, field, meanings.length === 0)),
      recorded: undefined,
    }));
  const recorded = recordedFields(words, change.recorded);
  if (!recorded) return groups;
  const last = groups.at(-1) ?? { title: undefined, meanings: [], fields: [] };
  return [...groups.slice(0, -1), { ...last, recorded }];
}

/** Who it is comes first, then what it does, then how to reach it and the like. */
function detailsLast(one: FieldsInWords, other: FieldsInWords): number {
  return Number(isDetail(one)) - Number(isDetail(other));
}

const WHO_IT_IS = /^(kind|name|service|entity|parent|ai|replaces|continues|engagedBy)(\/|$)/;

function isDetail({ processing, fields }: FieldsInWords): boolean {
  return processing === undefined && !fields.some(({ field }) => WHO_IT_IS.test(field));
}

function placeTitle(words: Words, scope: string, purpose: string | undefined): string {
  return purpose === undefined ? scope : words.t('third-party.labelled', { label: scope, text: purpose });
}

/** @param untold no sentence tells what the fields mean: values are shown as well, which a sentence would tell whole */
function diffField(words: Words, field: FieldInWords, untold: boolean): DiffField[] {
  // In another language it says the same once more: the fields as recorded have it.
  if (field.repeats) return [];
  // Which translations lag behind is told whole by its sentence.
  if (field.field === 'outdated' && !untold) return [];
  if (field.kind === 'set') return [setDiff(words, field)];
  return field.kind === 'text' || untold ? [textDiff(words, field, untold)] : [];
}

function setDiff(words: Words, { label, added = [], removed = [], unchanged = [] }: FieldInWords): SetDiff {
  const { t } = words;
  return {
    form: 'set',
    label,
    members: [
      ...added.map((text) => runOf(words, { kind: 'added', text })),
      ...removed.map((text) => runOf(words, { kind: 'removed', text })),
    ],
    unchanged:
      unchanged.length === 0
        ? undefined
        : t('diff.unchanged', { members: unchanged.join(t('general.separator')) }),
  };
}

function textDiff(words: Words, field: FieldInWords, untold: boolean): TextDiff {
  const { label, language, languageName, wording } = field;
  const lang = language === words.language ? undefined : language;
  const [before] = field.before ?? [];
  const [after] = field.after ?? [];
  const inside =
    before !== undefined && after !== undefined ? wordDiff(before, after, language ?? 'und') : undefined;
  const runs = inside ?? wholeTexts(before, untold ? undefined : after);
  const shown =
    untold && after !== undefined && !inside ? [...runs, { kind: 'same', text: after } as const] : runs;
  return {
    form: 'text',
    label:
      lang === undefined
        ? label
        : words.t('general.in-language', { text: label, language: languageName ?? lang }),
    lang,
    whole: inside === undefined,
    runs: shown.map((run) => runOf(words, run)),
    note: wording ? words.t('notice.wording') : undefined,
  };
}

/** A value that is told whole: what it was, and what it is. */
export function valueDiff(words: Words, label: string, before: string, after: string): TextDiff {
  const runs = wholeTexts(before, after).map((run) => runOf(words, run));
  return { form: 'text', label, lang: undefined, whole: true, runs, note: undefined };
}

/** Fields that stand in no place of a subject, and that no ledger records. */
export function groupOf(fields: readonly DiffField[]): DiffGroup {
  return { title: undefined, meanings: [], fields, recorded: undefined };
}

function wholeTexts(before: string | undefined, after: string | undefined): WordRun[] {
  return [
    ...(before === undefined ? [] : [{ kind: 'removed', text: before } as const]),
    ...(after === undefined ? [] : [{ kind: 'added', text: after } as const]),
  ];
}

function runOf({ t }: Words, { kind, text }: WordRun): DiffRun {
  return { kind, word: kind === 'same' ? undefined : t(`diff.${kind}`), text };
}

/** The facts that a change tells: who it is, what begins, what ends. */
export function factGroups(words: Words, groups: readonly FactsInWords[]): FactGroup[] {
  return groups.map((group) => ({
    title: groupTitle(words, group),
    ended: group.kind === 'removed',
    facts: group.facts.map(({ label, values, stated, language, texts }) => ({
      label,
      values:
        texts?.map(inLanguage) ??
        values.map((text) => ({
          text,
          ...(stated ? {} : { quiet: true as const }),
          ...(language === undefined ? {} : { lang: language }),
        })),
    })),
  }));
}

function groupTitle(words: Words, { kind, scope }: FactsInWords): string {
  if (kind === 'entity') return words.t('third-party.who');
  const label = scope?.name ?? words.t('third-party.processing');
  return kind === 'added'
    ? label
    : words.t('third-party.labelled', { label, text: words.t('notice.removed') });
}
