import {
  added,
  changed,
  isTranslation,
  membersOf,
  removed,
  values,
  type MeaningInWords,
  type Teller,
  type Told,
} from './told.ts';

/** What the change of any field means, by its form: a text, a value or a set. */
export function tellInGeneral(told: Told): readonly MeaningInWords[] {
  switch (told.field.kind) {
    case 'set':
      return tellSet(told);
    case 'text':
      return [tellText(told)];
    case 'value':
      return [tellValue(told)];
  }
}

/** A value is told whole: what it is, and what it was. */
function tellValue(told: Told): MeaningInWords {
  const { t } = told.context.words;
  const { label, wording } = told.field;
  const { before, after } = values(told);
  if (wording) return changed(t('meaning.text.wording', { label }));
  if (after === undefined) return removed(t('meaning.value.unstated', { label, before: before ?? '' }));
  if (before === undefined) return changed(t('meaning.value.stated', { label, after }));
  return changed(t('meaning.value.changed', { label, before, after }));
}

/** Of a text only that it changed: its words stand beside the sentence, with what was struck and added. */
function tellText(told: Told): MeaningInWords {
  const { words } = told.context;
  const { field } = told;
  const label = labelOf(told);
  if (field.wording) return changed(words.t('meaning.text.wording', { label }));
  if (isTranslation(told)) return tellTranslation(told);
  if (field.before === undefined) return added(words.t('meaning.text.stated', { label }));
  if (field.after === undefined) return removed(words.t('meaning.text.unstated', { label }));
  return changed(words.t('meaning.text.changed', { label }));
}

/** What the text says was known in another language: only that one can read it in this one is new, or over. */
function tellTranslation({ context: { words }, field }: Told): MeaningInWords {
  const { label, language = '', languageName = language } = field;
  const key = field.before === undefined ? 'meaning.text.translated' : 'meaning.text.untranslated';
  return changed(words.t(key, { label, language: languageName }));
}

/** The name of a field, with the language of a text that is not the reader's. */
export function labelOf({ context: { words }, field }: Told): string {
  const { label, language, languageName } = field;
  return language === undefined || language === words.language
    ? label
    : words.t('general.in-language', { text: label, language: languageName ?? language });
}

/** Members that were added and those that were removed, each in a sentence. */
function tellSet(told: Told): readonly MeaningInWords[] {
  const { words } = told.context;
  const { label, added: more = [], removed: less = [] } = told.field;
  const members = membersOf(told);
  const list = (names: readonly string[]): string => names.join(words.t('general.separator'));
  if (members?.unstated === true)
    return [removed(words.t('meaning.value.unstated', { label, before: list(less) }))];
  if (members?.stated === true)
    return [changed(words.t('meaning.value.stated', { label, after: list(more) }))];
  return [
    ...(more.length > 0 ? [added(words.t('meaning.set.added', { label, members: list(more) }))] : []),
    ...(less.length > 0 ? [removed(words.t('meaning.set.removed', { label, members: list(less) }))] : []),
  ];
}

/** Which translations lag behind since: a mark on texts, no fact of its own. */
export const tellOutdated: Teller = ({ context: { words }, field }) => {
  const sentence = (key: 'meaning.outdated' | 'meaning.confirmed', members: readonly string[] = []) =>
    members.length === 0
      ? []
      : [changed(words.t(key, { count: members.length, members: words.list(members) }))];
  return [...sentence('meaning.outdated', field.added), ...sentence('meaning.confirmed', field.removed)];
};
