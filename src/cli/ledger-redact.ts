import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { planRedaction } from '../domain/redaction.ts';
import { redact, type Redaction } from '../register/redact.ts';
import { RegistryError } from '../errors.ts';
import { organisationOn, today } from '../today.ts';
import { counted } from './counted.ts';
import { Misuse } from './refusal.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, refuseMissing, withContext, type DatabaseOption } from './with-context.ts';

export interface RedactOptions extends DatabaseOption {
  /** `-`: from standard input, so that no shell remembers it. */
  readonly text: string;
  readonly reason?: string;
  readonly language?: string;
  readonly plan?: boolean;
}

const OPERATOR: Actor = { kind: 'system', id: 'command-line' };

/** Takes a text out of the whole ledger; with `plan`, only says which editions it stands in. */
export async function redactText(terminal: Terminal, options: RedactOptions): Promise<void> {
  if (!options.plan && options.reason === undefined)
    throw new Misuse('A redaction is announced: give its public reason with --reason.');
  const text = options.text === '-' ? (await terminal.input()).replace(/\r?\n$/, '') : options.text;
  const configuration = configurationFor(terminal, options);
  refuseMissing(configuration);
  await withContext(terminal, configuration, async (context) => {
    if (options.plan) terminal.out(planned(context, text));
    else terminal.out(await done(context, text, options));
  });
}

function planned(context: Context, text: string): string {
  const plan = planRedaction(context.ledger.current(), text, today(context));
  if ('problems' in plan) throw new RegistryError('refused', plan.problems);
  const editions = plan.rows.map(({ edition }) => edition);
  return `Would take the text out of ${inEditions(editions)}, and announce it. Nothing was written.\n`;
}

async function done(context: Context, text: string, { reason, language }: RedactOptions): Promise<string> {
  const ownLanguage = organisationOn(context.ledger.current(), today(context))?.defaultLanguage ?? 'en';
  const publicReason = reason === undefined ? {} : { reason: { [language ?? ownLanguage]: reason } };
  const redaction = await redact(context, { actor: OPERATOR, text, ...publicReason });
  const { notice, editions } = redaction;
  return [
    `The text was taken out of ${inEditions(editions)}; notice ${String(notice.edition)} announces it.`,
    PURGED[redaction.purged],
    '',
  ].join('\n');
}

const PURGED: Readonly<Record<Redaction['purged'], string>> = {
  purged: 'It is gone from the database file too. Backups and copies that others took still have it.',
  due: 'It may still lie in free pages of the database file, which another process is using: that is tried again at the next start.',
  'left-to-server': 'Whether it is gone from the files of the database server is for that server to say.',
};

function inEditions(editions: readonly number[]): string {
  return `${counted(editions.length, 'edition')} (${editions.join(', ')})`;
}
