import type { Handler } from '../../web/forms/handle-form.ts';
import { saveSubjectForm } from './save-subject-form.ts';
import type { FormAddress, Locals } from './subject-in-draft.ts';

/** What the buttons of the form do: only one of them saves, the others show it anew. */
export function subjectHandlers(locals: Locals, address: FormAddress) {
  const show: Handler = () => Promise.resolve({ kind: 'shown' });
  const save: Handler = async (form) => {
    const saved = await saveSubjectForm(locals, address, form);
    return 'to' in saved ? saved.to : { kind: 'refused', status: 400, problems: saved.problems };
  };
  return { save, add: show, remove: show, preview: show };
}
