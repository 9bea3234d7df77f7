import type { Words } from '../language/words.ts';
import { staffNames } from '../staff/staff-names.ts';
import type { AdminReader } from './reader.ts';

/** Names of colleagues by their ids; one who was forgotten has none any more. */
export type StaffNames = ReadonlyMap<string, string>;

/** The name of a member of staff, or that it is a colleague who was removed. */
export function nameOfStaff({ t }: Words, names: StaffNames, id: string): string {
  return names.get(id) ?? t('desk.removed-colleague');
}

/** Calls whoever did something by name. */
export type NameOf = (actor: { readonly kind: string; readonly id: string }) => string;

/** The names of all who do something to drafts, read once a page. */
export async function namesOfStaff({
  context,
  words,
}: Pick<AdminReader, 'context' | 'words'>): Promise<NameOf> {
  const names = await staffNames(context);
  return ({ kind, id }) =>
    kind === 'staff'
      ? nameOfStaff(words, names, id)
      : words.t(kind === 'import' ? 'draft.by-import' : 'draft.by-system');
}
