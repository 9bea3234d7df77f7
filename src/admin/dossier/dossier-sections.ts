import { CONTRACT_STATES, type DossierField } from '../../dossier/dossier.ts';
import { idOf, type FieldView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { lawLink, type Link } from '../../register/views/link.ts';
import type { AdminReader } from '../reader.ts';
import { nameOfStaff } from '../names-of-staff.ts';
import { limitOf } from './dossier-entry.ts';

/** Fields of the form that belong together, and why they are asked. */
export interface DossierSection {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Where the law, or who explains it, says so. */
  readonly law: Link | undefined;
  readonly fields: readonly FieldView[];
}

export interface DossierForm {
  readonly texts: Record<DossierField, string>;
  readonly problems: readonly FieldProblem[];
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

const SECTIONS = [
  { id: 'care', law: 'dossier-care', fields: ['owner', 'nextReview'] },
  { id: 'agreement', law: 'dossier-contract', fields: ['contract', 'contractNote'] },
  { id: 'contact', law: 'dossier-contact', fields: ['contactPerson'] },
  {
    id: 'assessment',
    law: 'dossier-assessment',
    fields: ['assessmentOn', 'assessmentOutcome', 'assessmentNextOn'],
  },
  { id: 'remarks', law: undefined, fields: ['notes'] },
] as const satisfies readonly { id: string; law: string | undefined; fields: readonly DossierField[] }[];

/** The form of a dossier, in the order in which a person thinks. */
export function dossierSections(reader: AdminReader, form: DossierForm): DossierSection[] {
  const { words } = reader;
  return SECTIONS.map(({ id, law, fields }) => ({
    id,
    title: words.t(`dossier.section.${id}`),
    lead: words.t(`dossier.section.${id}.lead`),
    law: law === undefined ? undefined : lawLink(words.legal(law)),
    fields: fields.map((field) => fieldView(reader, form, field)),
  }));
}

function fieldView({ words }: AdminReader, form: DossierForm, field: DossierField): FieldView {
  const common = {
    id: idOf(field),
    name: field,
    label: words.t(`dossier.field.${field}`),
    error: form.problems.find((problem) => problem.field === field)?.message,
  };
  const value = form.texts[field];
  switch (field) {
    case 'owner':
      return { ...common, value, options: ownerOptions() };
    case 'contract':
      return { ...common, value, options: contractOptions() };
    case 'nextReview':
    case 'assessmentOn':
    case 'assessmentNextOn':
      return { ...common, type: 'date', value };
    case 'contactPerson':
      return {
        ...common,
        type: 'line',
        value,
        hint: words.t('dossier.hint.contactPerson'),
        maxLength: limitOf(field),
        autocomplete: 'off',
      };
    case 'contractNote':
    case 'assessmentOutcome':
    case 'notes':
      return {
        ...common,
        type: 'prose',
        value,
        hint: words.t(`dossier.hint.${field}`),
        rows: field === 'notes' ? 6 : 3,
        maxLength: limitOf(field),
      };
  }

  function ownerOptions() {
    const names = new Map(form.owners.map(({ id, name }) => [id, name]));
    const staff = form.owners.map(({ id }) => ({ value: id, label: nameOfStaff(words, names, id) }));
    return [{ value: '', label: words.t('dossier.no-owner') }, ...staff];
  }

  function contractOptions() {
    return CONTRACT_STATES.map((state) => ({ value: state, label: words.t(`dossier.contract.${state}`) }));
  }
}
