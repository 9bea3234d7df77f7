import {
  DOSSIER_FIELDS,
  type Dossier,
  type DossierField,
  type DossierValues,
} from '../../dossier/dossier.ts';
import { idOf, type ChoicesView } from '../../forms/field-view.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import type { Pair } from '../../register/views/pairs.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminReader } from '../reader.ts';
import type { StaffNames } from '../names-of-staff.ts';
import { sentTexts, textsOf } from './dossier-entry.ts';
import { dossierFact } from './dossier-facts.ts';

/** Two versions of a dossier side by side: what a colleague saved meanwhile, and what was about to be saved. */
export interface DossierConflict {
  readonly title: string;
  readonly lead: string;
  /** One choice a field in which the two differ. */
  readonly choices: readonly ChoicesView[];
  /** What was entered, and the version that the choice is about. */
  readonly kept: readonly Pair[];
  readonly save: string;
  /** Leads to the dossier as the colleague saved it. */
  readonly discard: Link;
}

/**
 * What somebody who comes second chooses from. Chosen at first is what that person changed; where they left a field as it
 * was, what the colleague saved.
 */
export function dossierConflict(
  reader: AdminReader,
  staff: StaffNames,
  saved: Dossier,
  form: ReceivedForm,
): DossierConflict {
  const { words } = reader;
  const theirs = textsOf(saved.values);
  const mine = afterChoices(form, sentTexts(form), theirs);
  const base = sentTexts(form, 'base.');
  const differing = DOSSIER_FIELDS.filter((field) => mine[field] !== theirs[field]);
  return {
    title: words.t('dossier.conflict.title'),
    lead: words.t('dossier.conflict.lead'),
    choices: differing.map((field) => choiceOf(field, mine[field] === base[field] ? 'theirs' : 'mine')),
    kept: [
      { name: 'version', value: String(saved.version) },
      ...DOSSIER_FIELDS.map((field) => ({ name: field, value: mine[field] })),
      ...DOSSIER_FIELDS.map((field) => ({ name: `base.${field}`, value: theirs[field] })),
    ],
    save: words.t('dossier.conflict.save'),
    discard: {
      text: words.t('dossier.conflict.discard'),
      href: adminAddresses(reader.addresses).dossier(saved.thirdParty),
    },
  };

  function choiceOf(field: DossierField, chosen: 'mine' | 'theirs'): ChoicesView {
    const name = choiceName(field);
    return {
      id: idOf(name),
      name,
      legend: words.t(`dossier.field.${field}`),
      type: 'radio',
      options: [
        { value: 'mine', text: mine[field] },
        { value: 'theirs', text: theirs[field] },
      ].map(({ value, text }) => ({
        value,
        label: shown(field, text),
        hint: words.t(value === 'mine' ? 'dossier.conflict.mine' : 'dossier.conflict.theirs'),
        checked: value === chosen,
      })),
    };
  }

  function shown(field: DossierField, text: string): string {
    // Either was saved, or was found to be in order before the conflict was.
    const values = (text === '' ? {} : { [field]: text }) as DossierValues;
    return dossierFact(reader, staff, field, values).text;
  }
}

function choiceName(field: DossierField): string {
  return `choice.${field}`;
}

/** What was entered, with what a colleague saved in its place where that was chosen. */
export function afterChoices(
  form: ReceivedForm,
  mine: Record<DossierField, string>,
  theirs: Record<DossierField, string>,
): Record<DossierField, string> {
  const chosen = DOSSIER_FIELDS.map(
    (field) => [field, form.value(choiceName(field)) === 'theirs' ? theirs[field] : mine[field]] as const,
  );
  return Object.fromEntries(chosen) as Record<DossierField, string>;
}
