import { existsSync } from 'node:fs';
import { addressOf } from '../../db/address.ts';
import { parseConfiguration, type Configuration } from '../configuration.ts';
import { closeContext, createContext, type Context } from '../context.ts';
import { RegistryError } from '../errors.ts';
import { createLog } from '../log.ts';
import { Refusal, refusalOf } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** The option by which every command that needs one is told of another database than `DATABASE_URL`. */
export interface DatabaseOption {
  readonly database?: string;
}

/**
 * The configuration as the server reads it, with the database that was asked for.
 *
 * @throws ConfigurationError naming every wrong value
 */
export function configurationFor({ environment }: Terminal, { database }: DatabaseOption): Configuration {
  return parseConfiguration(
    database === undefined ? environment : { ...environment, DATABASE_URL: database },
  );
}

/**
 * Does the work in a context of its own, and closes it. What the register refuses becomes a refusal in words.
 *
 * @throws Refusal, and whatever opening a context throws
 */
export async function withContext<T>(
  terminal: Terminal,
  configuration: Configuration,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  // Standard output belongs to what was asked for.
  const log = createLog({ level: 'error', clock: terminal.clock, write: (line) => terminal.error(line) });
  const context = await createContext({ configuration, clock: terminal.clock, log });
  try {
    return await work(context);
  } catch (error) {
    throw error instanceof RegistryError ? refusalOf(error, context.content) : error;
  } finally {
    await closeContext(context);
  }
}

/** To read from a database that is not there would make an empty one. */
export function refuseMissing({ databaseUrl }: Configuration): void {
  const address = addressOf(databaseUrl);
  if (address.kind === 'file' && !existsSync(address.path))
    throw new Refusal(`There is no database at ${address.path}. Name it with --database or DATABASE_URL.`);
}
