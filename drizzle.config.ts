import { defineConfig } from 'drizzle-kit';

/** Used only by `npm run migration`, which compares db/schema with the migrations already written. */
export default defineConfig({
  dialect: 'turso',
  schema: './db/schema',
  out: './db/migrations',
  strict: true,
});
