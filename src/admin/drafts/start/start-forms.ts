import { addingForms } from './adding-forms.ts';
import { changingForms, organisationForms, removingForms, scopeForms } from './picking-forms.ts';
import type { Asking, StartForm } from './read-new-draft-page.ts';
import { continuingForms, replacingForms } from './restructuring-forms.ts';
import type { What } from './what.ts';

/** The forms of a page that begins a draft, with what must be known before filling them in. */
export interface ShownForms {
  readonly forms: readonly StartForm[];
  readonly notes: readonly string[];
}

const FORMS: Readonly<Record<What, (asking: Asking) => ShownForms>> = {
  add: addingForms,
  change: changingForms,
  remove: removingForms,
  replace: replacingForms,
  continue: continuingForms,
  scope: scopeForms,
  organisation: organisationForms,
};

export function formsFor(what: What, asking: Asking): ShownForms {
  return FORMS[what](asking);
}
