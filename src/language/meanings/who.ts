import { leafAt } from '../../domain/fields/table.ts';
import { changed, added, removed, values, type Teller, type Told } from './told.ts';

/** `Now called Redis (was Redis Labs).` A name in another language than the reader's is a translation. */
export const tellName: Teller = (told) => {
  const { before, after } = values(told);
  const { languageName, language } = told.field;
  const { words } = told.context;
  if (before === undefined || after === undefined) return undefined;
  if (languageName !== undefined && language !== words.language) return undefined;
  return [changed(words.t('meaning.name', { before, after }))];
};

/** The same legal person under another name, or another one: that difference is what the law asks about. */
export const tellEntity: Teller = (told) => {
  const { before, after } = values(told);
  if (before === undefined || after === undefined) return undefined;
  const { t } = told.context.words;
  return [
    changed(t(isRenamed(told) ? 'meaning.entity.renamed' : 'meaning.entity.replaced', { before, after })),
  ];
};

function isRenamed({ change, around: { before, after } }: Told): boolean {
  const judge = leafAt('third-party', 'entity/name')?.field.judge;
  if ('added' in change || !judge || !before || !after) return false;
  const judged = judge(change.before ?? undefined, change.after ?? undefined, { before, after });
  return judged.some(({ type }) => type === 'renamed');
}

/** The name stays, and another legal person bears it. */
export const tellPerson: Teller = ({ context: { words }, change }) => {
  if ('added' in change || change.before === null || change.after === null) return undefined;
  return [changed(words.t('meaning.entity.person'))];
};

export const tellSeat: Teller = ({ context: { words }, change }) => {
  if ('added' in change || typeof change.before !== 'string' || typeof change.after !== 'string')
    return undefined;
  const places = { before: words.inSentence(change.before), after: words.inSentence(change.after) };
  return [changed(words.t('meaning.seat', places))];
};

export const tellAffiliate: Teller = ({ context: { words }, change }) => {
  // That it was not stated before does not say that it was otherwise.
  if ('added' in change || change.before === null) return undefined;
  if (change.after === true) return [changed(words.t('meaning.affiliate.yes'))];
  return change.after === false ? [changed(words.t('meaning.affiliate.no'))] : undefined;
};

export const tellReplaces: Teller = ({ context: { words }, field }) => [
  ...sentence(field.added, (names) => added(words.t('meaning.replaces', { names: words.list(names) }))),
  ...sentence(field.removed, (names) =>
    removed(words.t('meaning.replaces.no', { names: words.list(names) })),
  ),
];

export const tellContinues: Teller = ({ context: { words }, field }) => [
  ...sentence(field.added, (names) => changed(words.t('meaning.continues', { names: words.list(names) }))),
  ...sentence(field.removed, (names) =>
    changed(words.t('meaning.continues.no', { names: words.list(names) })),
  ),
];

function sentence<Meaning>(
  names: readonly string[] | undefined,
  tell: (names: readonly string[]) => Meaning,
): Meaning[] {
  return names === undefined || names.length === 0 ? [] : [tell(names)];
}
