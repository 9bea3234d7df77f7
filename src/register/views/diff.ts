import type { ChangeInWords, FactsInWords, FieldInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import type { Fact } from './fact.ts';

/** A line of a difference: what was, or what is. */
export interface DiffLine {
  readonly kind: 'before' | 'after' | 'none';
  /** `Before`, `After`, `Added`, `Removed`. */
  readonly label: string;
  readonly text: string;
  readonly lang: string | undefined;
}

/** One field that changed. */
export interface DiffField {
  readonly label: string;
  readonly lines: readonly DiffLine[];
  readonly note: string | undefined;
}

/** Fields that changed in one place, under its name. */
export interface DiffGroup {
  readonly title: string | undefined;
  readonly fields: readonly DiffField[];
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
export function isNew({ kind }: ChangeInWords): boolean {
  return NEW.includes(kind);
}

/** What changed, field by field. */
export function diffGroups(words: Words, change: ChangeInWords): DiffGroup[] {
  return change.fields.map(({ scope, purpose, fields }) => ({
    title: scope && placeTitle(words, scope.name, purpose),
    fields: fields.map((field) => diffField(words, field, isNew(change))),
  }));
}

function placeTitle(words: Words, scope: string, purpose: string | undefined): string {
  return purpose === undefined ? scope : words.t('third-party.labelled', { label: scope, text: purpose });
}

function diffField(words: Words, field: FieldInWords, first: boolean): DiffField {
  const { label, language, languageName, wording } = field;
  const lang = language === words.language ? undefined : language;
  const line = (kind: 'before' | 'after', name: 'before' | 'after' | 'added' | 'removed') => (text: string) =>
    ({ kind, label: words.t(`notice.${name}`), text, lang }) as const;
  const lines: DiffLine[] =
    field.kind === 'set'
      ? [
          ...(field.removed ?? []).map(line('before', 'removed')),
          ...(field.added ?? []).map(line('after', 'added')),
        ]
      : [
          ...(field.before?.map(line('before', 'before')) ?? (first ? [] : [unstated(words, 'before')])),
          ...(field.after?.map(line('after', 'after')) ?? [unstated(words, 'after')]),
        ];
  return {
    label:
      lang === undefined
        ? label
        : words.t('general.in-language', { text: label, language: languageName ?? lang }),
    lines,
    note: wording ? words.t('notice.wording') : undefined,
  };
}

function unstated({ t }: Words, when: 'before' | 'after'): DiffLine {
  return { kind: 'none', label: t(`notice.${when}`), text: t('general.not-stated'), lang: undefined };
}

/** The facts that a change tells: who it is, what begins, what ends. */
export function factGroups(words: Words, groups: readonly FactsInWords[]): FactGroup[] {
  return groups.map((group) => ({
    title: groupTitle(words, group),
    ended: group.kind === 'removed',
    facts: group.facts.map(({ label, values, stated, language }) => ({
      label,
      values: values.map((text) => ({
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
