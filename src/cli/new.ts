import { addressOf } from '../../db/address.ts';
import type { Actor } from '../actor.ts';
import type { Configuration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { lastEdition } from '../domain/ledger.ts';
import { checkBaseline } from '../register/import-register.ts';
import { beginRegister } from '../register/new-register.ts';
import { originOf } from '../register/origin.ts';
import { today } from '../today.ts';
import { counted } from './counted.ts';
import { importInto } from './import.ts';
import { Refusal } from './refusal.ts';
import { atItsPlace, readRegister, type RegisterFile } from './register-file.ts';
import { setAside } from './set-aside.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, withContext, type DatabaseOption } from './with-context.ts';

export interface NewOptions extends DatabaseOption {
  readonly from?: string;
  readonly replaceSample?: boolean;
}

const OPERATOR: Actor = { kind: 'system', id: 'command-line' };

/** What a database holds, before anything is begun in it. */
type Holds = { readonly what: 'nothing' | 'own' | 'sample'; readonly editions: number; readonly day: string };

/**
 * Begins a register of one's own, empty or from an export, in a database that holds none.
 *
 * @throws Refusal with the way out, when the database holds a register already; nothing is changed then
 */
export async function newRegister(terminal: Terminal, options: NewOptions): Promise<void> {
  const configuration = configurationFor(terminal, options);
  const file = options.from === undefined ? undefined : await readRegister(terminal, options.from);
  const holds = await withContext(terminal, configuration, async (context) => {
    // Whatever is wrong with the file is said before anything is changed.
    if (file) await atItsPlace(context, file, () => Promise.resolve(checkBaseline(context, file.baseline)));
    return holdsNow(context);
  });
  refuseBegun(holds, configuration, options);
  if (holds.what === 'sample') {
    const kept = await setAside(configuration.databaseUrl, `sample-${holds.day}`);
    terminal.out(`The sample was put aside: ${kept}\n`);
  }
  await withContext(terminal, configuration, (context) => begin(terminal, context, file));
}

async function begin(terminal: Terminal, context: Context, file: RegisterFile | undefined): Promise<void> {
  await beginRegister(context, OPERATOR);
  const { databaseUrl } = context.configuration;
  if (file) await importInto(terminal, context, file);
  else terminal.out(`An empty register of your own begins in ${databaseUrl}.\n`);
  terminal.out(howToStart(context.configuration));
}

async function holdsNow(context: Context): Promise<Holds> {
  const editions = lastEdition(context.ledger.current());
  const day = today(context);
  const origin = await originOf(context.database.orm);
  const isSample = context.ledger.isSample() || (origin !== undefined && origin !== 'own');
  return { what: isSample ? 'sample' : editions > 0 ? 'own' : 'nothing', editions, day };
}

function refuseBegun({ what, editions }: Holds, { databaseUrl }: Configuration, options: NewOptions): void {
  const elsewhere = `Begin in a file of its own:\n  ${command(options)} --database file:data/mine.db`;
  if (what === 'own')
    throw new Refusal(
      `${databaseUrl} holds a register of ${counted(editions, 'edition')}. Nothing was changed.\n${elsewhere}`,
    );
  if (what !== 'sample' || options.replaceSample) return;
  const isFile = addressOf(databaseUrl).kind === 'file';
  const replace = `Or stop the server and put the sample aside; its file is kept:\n  ${command(options)} --replace-sample`;
  throw new Refusal(
    [`${databaseUrl} holds a sample. Nothing was changed.`, elsewhere, ...(isFile ? [replace] : [])].join(
      '\n',
    ),
  );
}

function command({ from }: NewOptions): string {
  return `npm run registry -- new${from === undefined ? '' : ` --from ${from}`}`;
}

function howToStart({ databaseUrl }: Configuration): string {
  return databaseUrl === 'file:data/registry.db'
    ? 'Start it with: npm start\n'
    : `Start it with: DATABASE_URL=${databaseUrl} npm start\n`;
}
