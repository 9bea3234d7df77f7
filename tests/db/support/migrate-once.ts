import { openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { projectPath } from '../../../src/project-root.ts';

/** A process that starts on a database: opens, migrates, closes. Argument: its address. */
const database = await openDatabase({ url: process.argv[2] ?? '' });
await migrateDatabase(database, projectPath('db', 'migrations'));
await database.close();
