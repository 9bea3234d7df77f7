import { valuesIn } from '../../forms/form-values.ts';
import { hasTooManyRows, MOST_ROWS } from '../../forms/too-many-rows.ts';
import type { Handler } from '../../forms/form-outcome.ts';
import { saveSubjectForm } from './save-subject-form.ts';
import type { Locals } from '../reader.ts';
import type { FormAddress } from './subject-in-draft.ts';

/** What the buttons of the form do: only one of them saves, the others show it anew. */
export function subjectHandlers(locals: Locals, address: FormAddress) {
  const within =
    (handle: Handler): Handler =>
    async (form) => {
      if (!hasTooManyRows(valuesIn(form))) return handle(form);
      const message = locals.words.t('form.wrong.too-many', { limit: locals.words.number(MOST_ROWS) });
      return { kind: 'refused', status: 400, problems: [{ field: '', message }] };
    };
  const show = within(() => Promise.resolve({ kind: 'shown' }));
  const save = within(async (form) => {
    const saved = await saveSubjectForm(locals, address, form);
    return 'to' in saved ? saved.to : { kind: 'refused', status: 400, problems: saved.problems };
  });
  return { save, add: show, remove: show, preview: show };
}
