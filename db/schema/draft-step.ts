import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { draft } from './draft.ts';
import { isInstant, isUuidV7 } from './formats.ts';

/** The steps of a draft's life, with the notes colleagues write to each other. Never public. */
export const draftStep = sqliteTable(
  'draft_step',
  {
    id: text('id').primaryKey(),
    draft: text('draft')
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    step: text('step', {
      enum: [
        'begun',
        'submitted',
        'taken-back',
        'sent-back',
        'approved',
        'approval-voided',
        'published',
        'discarded',
      ],
    }).notNull(),
    /** The version that it was about. */
    version: integer('version').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    at: text('at').notNull(),
    note: text('note'),
  },
  (table) => [
    index('draft_step_draft').on(table.draft),
    check('draft_step_id', isUuidV7(table.id)),
    check('draft_step_actor_kind', sql`${table.actorKind} in ('staff', 'subscriber', 'system', 'import')`),
    check('draft_step_at', isInstant(table.at)),
    check('draft_step_note', sql`${table.note} is null or length(${table.note}) between 1 and 5000`),
  ],
);
