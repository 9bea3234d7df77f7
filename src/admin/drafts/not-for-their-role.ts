import { refusal, type Refusal } from '../../forms/form-outcome.ts';
import type { Locals } from '../reader.ts';

/** What the gate cannot know: it depends on what the draft is about whether whoever sent the form may do it. */
export function notForTheirRole({ words }: Pick<Locals, 'words'>): Refusal {
  return refusal([{ field: '', message: words.t('gate.action-not-allowed.text') }], 403);
}
