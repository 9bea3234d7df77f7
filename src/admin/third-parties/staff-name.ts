import type { Words } from '../../language/words.ts';

/** Names of colleagues by their ids; one who was forgotten has none any more. */
export type StaffNames = ReadonlyMap<string, string>;

/** The name of a member of staff, or that it is a colleague who was removed. */
export function nameOfStaff({ t }: Words, names: StaffNames, id: string): string {
  return names.get(id) ?? t('desk.removed-colleague');
}
