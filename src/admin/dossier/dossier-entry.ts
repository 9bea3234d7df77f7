import type { ReceivedForm, FieldProblem } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';
import {
  DOSSIER_FIELDS,
  dossierValuesSchema,
  type DossierField,
  type DossierValues,
} from '../../dossier/dossier.ts';

/** What a form of a dossier says: values that can be kept, or what is wrong with them. */
export type DossierEntry =
  { readonly values: DossierValues } | { readonly problems: readonly FieldProblem[] };

/** The texts of the fields as they were sent, without white space around them. */
export function sentTexts(form: ReceivedForm, prefix = ''): Record<DossierField, string> {
  const texts = DOSSIER_FIELDS.map((field) => [field, form.value(`${prefix}${field}`).trim()] as const);
  return Object.fromEntries(texts) as Record<DossierField, string>;
}

/** The texts by which fields show values. */
export function textsOf(values: DossierValues): Record<DossierField, string> {
  const texts = DOSSIER_FIELDS.map((field) => [field, values[field] ?? ''] as const);
  return Object.fromEntries(texts) as Record<DossierField, string>;
}

/** @param owners ids of those who may be named as owner */
export function readDossierEntry(
  words: Words,
  texts: Record<DossierField, string>,
  owners: ReadonlySet<string>,
): DossierEntry {
  const stated = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const read = dossierValuesSchema.safeParse(stated);
  const wrong = new Set(read.error?.issues.map(({ path }) => path[0] as DossierField));
  const { owner, assessmentOn, assessmentNextOn } = texts;
  if (owner !== '' && !owners.has(owner)) wrong.add('owner');
  const problems = DOSSIER_FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    message: messageFor(words, field, texts[field]),
  }));
  if (!wrong.has('assessmentNextOn') && isBefore(assessmentNextOn, assessmentOn))
    problems.push({ field: 'assessmentNextOn', message: words.t('dossier.error.order') });
  return read.success && problems.length === 0 ? { values: read.data } : { problems };
}

function isBefore(day: string, other: string): boolean {
  return day !== '' && other !== '' && day < other;
}

const LIMITS: Partial<Record<DossierField, number>> = {
  contractNote: 5000,
  contactPerson: 500,
  assessmentOutcome: 5000,
  notes: 5000,
};

/** The most characters that a field of text takes. */
export function limitOf(field: DossierField): number | undefined {
  return LIMITS[field];
}

function messageFor({ t }: Words, field: DossierField, text: string): string {
  switch (field) {
    case 'owner':
    case 'contract':
      return t(`dossier.error.${field}`);
    case 'nextReview':
    case 'assessmentOn':
    case 'assessmentNextOn':
      return t('dossier.error.day', { name: t(`dossier.field.${field}`) });
    case 'contractNote':
    case 'contactPerson':
    case 'assessmentOutcome':
    case 'notes':
      return text.length > (limitOf(field) ?? 0)
        ? t('dossier.error.too-long', { name: t(`dossier.field.${field}`), most: limitOf(field) ?? 0 })
        : t('dossier.error.text', { name: t(`dossier.field.${field}`) });
  }
}
