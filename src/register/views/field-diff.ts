import type { FieldInWords } from '../../language/notice-in-words.ts';
import { wordDiff, type WordRun } from '../../language/word-diff.ts';
import type { Words } from '../../language/words.ts';

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

/** @param untold no sentence tells what the fields mean: values are shown as well, which a sentence would tell whole */
export function diffField(words: Words, field: FieldInWords, untold: boolean): DiffField[] {
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
  const { label, language, languageName } = field;
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
  };
}

/** A value that is told whole: what it was, and what it is. */
export function valueDiff(words: Words, label: string, before: string, after: string): TextDiff {
  const runs = wholeTexts(before, after).map((run) => runOf(words, run));
  return { form: 'text', label, lang: undefined, whole: true, runs };
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
