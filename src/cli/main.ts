import { runCommandLine } from './command-line.ts';
import { processTerminal } from './terminal.ts';

// Not process.exit: what is written to a pipe has to get there first.
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
