/**
 * What every npm script starts: `node src/cli/bootstrap.mjs <command> [arguments]`.
 *
 * Plain JavaScript on Node's own modules, since on a fresh machine there is nothing else yet and the Node that
 * reads this may be an old one (18 or later). It installs what is missing, picks the Node the product runs on,
 * builds when sources are newer, and hands over.
 */
import { commands } from './bootstrap/commands.mjs';
import { Failure } from './bootstrap/failure.mjs';

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (command === undefined) {
  console.error(`Usage: node src/cli/bootstrap.mjs <${Object.keys(commands).join('|')}> [arguments]`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.message !== '') console.error(error.message);
    process.exitCode = error.status;
  }
}
