import { ne } from 'drizzle-orm';
import { staff } from '../../db/schema/staff.ts';
import type { WritingContext } from '../register/writing-context.ts';

/** Names by id, of everybody who is or was on the staff. Who was forgotten has none and is not among them. */
export async function staffNames({
  database,
}: Pick<WritingContext, 'database'>): Promise<ReadonlyMap<string, string>> {
  const rows = await database.orm
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(ne(staff.name, ''));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
