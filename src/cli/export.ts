import type { Context } from '../context.ts';
import { isDay } from '../domain/days.ts';
import { lastEdition } from '../domain/ledger.ts';
import { renderJson } from '../exports/render-json.ts';
import { addresses } from '../language/addresses.ts';
import { organisationOn, today } from '../today.ts';
import { writeOutput } from './files.ts';
import { Misuse, Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, refuseMissing, withContext, type DatabaseOption } from './with-context.ts';

export interface ExportOptions extends DatabaseOption {
  readonly output?: string;
  readonly on?: string;
  readonly edition?: string;
}

/** Writes the whole public register as JSON, as `/subprocessors.json` has it: to a file, or to standard output. */
export async function exportRegister(terminal: Terminal, options: ExportOptions): Promise<void> {
  if (options.on !== undefined && !isDay(options.on))
    throw new Misuse(`${options.on} is no day. Days are written YYYY-MM-DD.`);
  const configuration = configurationFor(terminal, options);
  refuseMissing(configuration);
  const text = await withContext(terminal, configuration, (context) =>
    Promise.resolve(rendered(context, options)),
  );
  if (options.output === undefined) terminal.out(text);
  else await writeOutput(terminal, options.output, text);
}

function rendered(context: Context, { on, edition: asked }: ExportOptions): string {
  const { configuration, content } = context;
  const ledger = context.ledger.current();
  const last = lastEdition(ledger);
  if (last === 0) throw new Refusal('The register has no edition yet: there is nothing to export.');
  const edition = asked === undefined ? undefined : editionOf(asked, last);
  const day = today(context);
  const language = organisationOn(ledger, day)?.defaultLanguage ?? 'en';
  return renderJson({
    ledger,
    today: day,
    query: { on, edition },
    addresses: addresses(configuration.publicUrl, language, language),
    eea: content.eea,
  });
}

function editionOf(text: string, last: number): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Misuse(`${text} is no edition. Editions are whole numbers from 1.`);
  const edition = Number(text);
  if (edition > last) throw new Refusal(`There is no edition ${text}. The last one is ${String(last)}.`);
  return edition;
}
