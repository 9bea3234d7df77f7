import type { Words } from '../../language/words.ts';
import { staffNames } from '../../staff/staff-names.ts';
import type { Locals } from './staff-locals.ts';

/** Calls whoever did something by name. */
export type NameOf = (actor: { readonly kind: string; readonly id: string }) => string;

/** The names of all colleagues, read once a page. One who was forgotten has no name any more. */
export async function namesOfStaff({ context, words }: Pick<Locals, 'context' | 'words'>): Promise<NameOf> {
  const names = await staffNames(context);
  return ({ kind, id }) =>
    kind === 'staff' ? (names.get(id) ?? words.t('draft.somebody')) : other(words, kind);
}

function other({ t }: Words, kind: string): string {
  return t(kind === 'import' ? 'draft.by-import' : 'draft.by-system');
}
