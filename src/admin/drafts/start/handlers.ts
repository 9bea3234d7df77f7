import type { ReceivedForm } from '../../../forms/received-form.ts';
import type { Refusal } from '../../../forms/form-outcome.ts';
import type { Locals } from '../../reader.ts';
import { beginFromForm } from './begin-draft.ts';
import { startOrganisation, startScope } from './other-starts.ts';
import { startContinuing, startReplacing } from './restructuring-starts.ts';
import { startAdding, startChanging, startRemoving } from './third-party-starts.ts';
import type { What } from './what.ts';

const STARTS = {
  add: startAdding,
  change: startChanging,
  remove: startRemoving,
  replace: startReplacing,
  continue: startContinuing,
  scope: startScope,
  organisation: startOrganisation,
} as const satisfies Record<What, Parameters<typeof beginFromForm>[2]>;

type Handler = (form: ReceivedForm) => Promise<string | Refusal>;

/** What the buttons of the page do, by their action. */
export function newDraftHandlers(locals: Locals): Readonly<Record<What, Handler>> {
  const begin =
    (what: What): Handler =>
    (form) =>
      beginFromForm(locals, form, STARTS[what]);
  return {
    add: begin('add'),
    change: begin('change'),
    remove: begin('remove'),
    replace: begin('replace'),
    continue: begin('continue'),
    scope: begin('scope'),
    organisation: begin('organisation'),
  };
}
