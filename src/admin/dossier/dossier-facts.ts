import type { DossierField, DossierValues } from '../../dossier/dossier.ts';
import type { Phrase } from '../../register/views/phrase.ts';
import type { AdminReader } from '../reader.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { SummaryFact } from '../page-parts.ts';
import { dueTag } from '../third-parties/due.ts';
import { contractTag } from '../third-parties/party-tags.ts';
import { nameOfStaff, type StaffNames } from '../names-of-staff.ts';

/** What is said of a field in which nothing is kept, where it can be said better than that. */
const EMPTY: Partial<Record<DossierField, 'dossier.no-owner' | 'dossier.no-day'>> = {
  owner: 'dossier.no-owner',
  nextReview: 'dossier.no-day',
  assessmentOn: 'dossier.no-day',
  assessmentNextOn: 'dossier.no-day',
};

/** What is kept in a field of a dossier, in words. */
export function dossierFact(
  { words }: Pick<AdminReader, 'words'>,
  staff: StaffNames,
  field: DossierField,
  { [field]: value }: DossierValues,
): Phrase {
  if (value === undefined) return { text: words.t(EMPTY[field] ?? 'dossier.nothing'), quiet: true };
  switch (field) {
    case 'owner':
      return { text: nameOfStaff(words, staff, value) };
    case 'nextReview':
    case 'assessmentOn':
    case 'assessmentNextOn':
      return { text: words.day(value) };
    case 'contract':
      // The field's value is one of the states.
      return { text: words.t(`dossier.contract.${value as DossierValues['contract']}`) };
    default:
      return { text: value };
  }
}

/** The dossier in short: what is always asked, and what is kept beside it. */
export function dossierSummary(reader: AdminReader, staff: StaffNames, values: DossierValues): SummaryFact[] {
  const { words, today } = reader;
  const fact = (field: DossierField, tag?: Tag): SummaryFact => ({
    label: words.t(`dossier.field.${field}`),
    values: [dossierFact(reader, staff, field, values)],
    ...(tag ? { tags: [tag] } : {}),
  });
  const kept = (field: DossierField, tag?: Tag): SummaryFact[] =>
    values[field] === undefined ? [] : [fact(field, tag)];
  return [
    fact('owner'),
    fact('nextReview', dueTag(words, values.nextReview, today)),
    {
      label: words.t('dossier.field.contract'),
      values: values.contractNote === undefined ? [] : [{ text: values.contractNote }],
      tags: [contractTag(words, values.contract)],
    },
    ...kept('contactPerson'),
    ...kept('assessmentOn'),
    ...kept('assessmentOutcome'),
    ...kept('assessmentNextOn', dueTag(words, values.assessmentNextOn, today)),
    ...kept('notes'),
  ];
}
