import { writeSync } from 'node:fs';
import { publishAnother, startContext } from './register.ts';

/**
 * A process that publishes third parties one after the other and prints the edition of each when it was acknowledged.
 * Arguments: the address of the database, a name for its third parties, how many (none: until it is killed).
 */
const [url = '', name = '', count = 'Infinity'] = process.argv.slice(2);
const context = await startContext(url);
for (let index = 0; index < Number(count); index++) {
  const { edition, hash } = await publishAnother(context, `${name}-${String(index)}`);
  // Straight to the pipe: what was acknowledged must not be lost with the process.
  writeSync(1, `${String(edition)} ${hash}\n`);
}
await context.close();
