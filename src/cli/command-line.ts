import { Command, CommanderError } from 'commander';
import { exportRegister, type ExportOptions } from './export.ts';
import { importFile, type ImportOptions } from './import.ts';
import { redactText, type RedactOptions } from './ledger-redact.ts';
import { verify, type VerifyOptions } from './ledger-verify.ts';
import { newRegister, type NewOptions } from './new.ts';
import { Misuse, Refusal } from './refusal.ts';
import {
  addStaff,
  printLink,
  printStaff,
  removeFromStaff,
  type AddStaffOptions,
  type LinkOptions,
  type ListStaffOptions,
} from './staff.ts';
import type { Terminal } from './terminal.ts';
import type { DatabaseOption } from './with-context.ts';

/** Done; refused, with the reason on standard error; used wrongly. */
export type ExitStatus = 0 | 1 | 2;

/** Errors whose message was written for the operator. */
const FORESEEN = new Set(['ConfigurationError', 'ContentError', 'DatabaseError', 'RegistryError']);

/** Runs one command line, without the program's own name: `['ledger', 'verify', '--hash', '…']`. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    await programFor(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said what was wrong, or what was asked for.
    if (error instanceof CommanderError) return args.length > 0 && error.exitCode === 0 ? 0 : 2;
    terminal.error(`${messageOf(error)}\n`);
    return error instanceof Misuse ? 2 : 1;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForeseen = error instanceof Refusal || error instanceof Misuse || FORESEEN.has(error.name);
  return isForeseen ? error.message : (error.stack ?? error.message);
}

function programFor(terminal: Terminal): Command {
  const program = new Command('npm run registry --')
    .description('The register of subprocessors, from a terminal.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.error(text) })
    .showHelpAfterError('(--help shows what there is)');
  addRegisterCommands(program, terminal);
  addLedgerCommands(program.command('ledger').description('the ledger of notices'), terminal);
  addStaffCommands(program.command('staff').description('who may enter the staff pages'), terminal);
  return program;
}

const DATABASE = ['--database <url>', 'another database than DATABASE_URL, like file:data/mine.db'] as const;

function addRegisterCommands(program: Command, terminal: Terminal): void {
  program
    .command('new')
    .description('begin a register of your own, empty or from an export')
    .option('--from <file>', 'a file that export wrote; - reads standard input')
    .option('--replace-sample', 'put a sample aside; its file is kept under a dated name')
    .option(...DATABASE)
    .action((options: NewOptions) => newRegister(terminal, options));
  program
    .command('import <file>')
    .description(
      'publish a register file as the first edition of an empty register, or draft what differs in one that has begun; - reads standard input',
    )
    .option('--plan', 'only say what would be done, and everything that is wrong with the file')
    .option('--complete', 'in a register that has begun: third parties that the file lacks go out of use')
    .option(...DATABASE)
    .action((file: string, options: ImportOptions) => importFile(terminal, file, options));
  program
    .command('export')
    .description('write the whole public register as JSON')
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--on <day>', 'as it was, or will be, in effect on a day (YYYY-MM-DD)')
    .option('--edition <number>', 'as known in an edition')
    .option(...DATABASE)
    .action((options: ExportOptions) => exportRegister(terminal, options));
}

function addLedgerCommands(ledger: Command, terminal: Terminal): void {
  ledger
    .command('verify [source]')
    .description(
      'verify the database, or a ledger.jsonl: a file, an address on the web, or - for standard input',
    )
    .option('--hash <hex>', 'a hash somebody kept: say which edition it is')
    .option(...DATABASE)
    .action((source: string | undefined, options: VerifyOptions) => verify(terminal, source, options));
  ledger
    .command('redact')
    .description('take a text out of every edition and draft, for good, and announce it')
    .requiredOption('--text <text>', 'exactly as it was published; - reads standard input')
    .option('--reason <text>', 'public reason')
    .option('--language <tag>', 'language of the reason; otherwise the default language of the register')
    .option('--plan', 'only say in which editions it stands')
    .option(...DATABASE)
    .action((options: RedactOptions) => redactText(terminal, options));
}

function addStaffCommands(staff: Command, terminal: Terminal): void {
  staff
    .command('add')
    .description('put somebody on the staff, and print the link by which they choose a password')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'as colleagues read it')
    .requiredOption('--role <role>', 'viewer, editor, approver or admin')
    .option(...DATABASE)
    .action((options: AddStaffOptions) => addStaff(terminal, options));
  staff
    .command('list')
    .description('print who is on the staff')
    .option('--json', 'as JSON, a line each, removed staff among them')
    .option(...DATABASE)
    .action((options: ListStaffOptions) => printStaff(terminal, options));
  staff
    .command('link [email]')
    .description('print a new link by which somebody sets a password; it ends the ones before')
    .option('--first', 'the link by which the first admin is set up, while there is none')
    .option(...DATABASE)
    .action((email: string | undefined, options: LinkOptions) => printLink(terminal, email, options));
  staff
    .command('remove <email>')
    .description('take somebody off the staff, at once and for good')
    .option(...DATABASE)
    .action((email: string, options: DatabaseOption) => removeFromStaff(terminal, email, options));
}
