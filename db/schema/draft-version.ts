import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { draft } from './draft.ts';
import { isInstant } from './formats.ts';

/** Every version of a draft that was saved: whoever comes second can see both, and who edited is known. */
export const draftVersion = sqliteTable(
  'draft_version',
  {
    draft: text('draft')
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draft, table.version] }),
    check('draft_version_version', sql`${table.version} > 0`),
    check('draft_version_content', sql`json_valid(${table.content})`),
    check('draft_version_actor_kind', sql`${table.actorKind} in ('staff', 'subscriber', 'system', 'import')`),
    check('draft_version_saved_at', isInstant(table.savedAt)),
  ],
);
