import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tellFirstAdminLink } from './cli/first-admin.ts';
import { systemClock, type Clock } from './clock.ts';
import { addressOf, parseConfiguration, type Configuration } from './configuration.ts';
import type { Content } from './content.ts';
import { closeContext, createContext, type Context, type ContextOptions } from './context.ts';
import { wordsFor } from './language/words.ts';
import { createLog, type Log } from './log.ts';
import { projectRoot } from './project-root.ts';
import { loadSampleIfEmpty } from './sample/load-sample.ts';
import { authSecret } from './staff/auth-secret.ts';
import { astroPages } from './web/astro-pages.ts';
import { clientAddressBehind } from './web/client-address.ts';
import { doorkeeperOf } from './web/admin/doorkeeper.ts';
import { Front } from './web/front.ts';
import { closeServer, createHttpServer, listen } from './web/http-server.ts';
import { troubleInWords } from './web/problem-in-words.ts';
import { logWhatNobodyHandles, stopWhenTold } from './web/process-life.ts';
import { withLook } from './web/look-entries.ts';
import { securityHeaders } from './web/security-headers.ts';
import { whyNoStart } from './web/start-failure.ts';
import { stillStarting } from './web/still-starting.ts';
import { readStaticFiles } from './web/static-files.ts';

export interface ServerOptions {
  readonly configuration: Configuration;
  readonly clock?: Clock;
  readonly log?: Log;
  /** What it speaks with; read from content/ unless given. */
  readonly content?: Content;
}

export interface RunningServer {
  /** Where it is reached from this machine: `http://127.0.0.1:4321`. */
  readonly url: string;
  readonly context: Context;
  /** Bytes of answers kept in memory. */
  readonly cacheSize: () => number;
  /** Finishes open requests, for ten seconds at most, and closes the database. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the registry: takes the port, migrates, reads the ledger, loads the sample into an empty database, answers.
 * Until it can answer it says so with status 503. With port 0 any free one is taken.
 *
 * @throws Error of node:net when the port cannot be taken; otherwise as `authSecret`, `createContext` and
 * `loadSampleIfEmpty`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { clock = systemClock, configuration: asked, content } = options;
  const log = options.log ?? createLog({ level: asked.logLevel, clock });
  const headers = securityHeaders(asked.publicUrl);
  let handler: RequestListener = stillStarting(headers);
  const server = createHttpServer((request, response) => {
    handler(request, response);
  }, headers);
  const port = await listen(server, asked.host, asked.port);
  try {
    const { front, context } = await build({
      configuration: onPort(asked, port),
      clock,
      log,
      ...(content && { content }),
    });
    handler = front.handle;
    const close = async (): Promise<void> => {
      await closeServer(server);
      await closeContext(context);
    };
    return { url: addressOf(asked.host, port), context, cacheSize: () => front.cacheSize, close };
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}

/** What PORT=0 left open is known once the port is taken. */
function onPort(configuration: Configuration, port: number): Configuration {
  const publicUrl =
    configuration.publicUrl === addressOf(configuration.host, configuration.port)
      ? addressOf(configuration.host, port)
      : configuration.publicUrl;
  return { ...configuration, port, publicUrl };
}

async function build(options: ContextOptions): Promise<{ front: Front; context: Context }> {
  // Made, or found to be of no use, now: not when the first of the staff signs in.
  authSecret(options.configuration);
  const context = await createContext(options);
  try {
    const sample = await loadSampleIfEmpty(context);
    if (sample !== undefined) context.log.info('sample-loaded', { sample });
    return { front: await frontFor(context), context };
  } catch (error) {
    await closeContext(context);
    throw error;
  }
}

async function frontFor(context: Context): Promise<Front> {
  const { configuration, clock, ledger, look, content, database, log } = context;
  const { publicUrl } = configuration;
  const built = await readStaticFiles(join(projectRoot, 'dist', 'client'), securityHeaders(publicUrl));
  return new Front({
    publicUrl,
    clock,
    ledger,
    look,
    content,
    log,
    render: astroPages(context),
    files: withLook(built, look, publicUrl),
    words: (language) => wordsFor(content, language),
    doorkeeper: doorkeeperOf(context),
    clientAddress: clientAddressBehind(configuration.trustProxy),
    explain: (trouble, language) => troubleInWords(trouble, wordsFor(content, language)),
    isReady: () => Promise.race([answers(database), wait(2000, false, { ref: false })]),
  });
}

async function answers({ client }: Context['database']): Promise<boolean> {
  await client.execute('SELECT 1');
  return true;
}

/** Runs the registry as the operator starts it, until it is told to stop. */
async function main(): Promise<void> {
  try {
    const configuration = parseConfiguration(process.env);
    const log = createLog({ level: configuration.logLevel, clock: systemClock });
    logWhatNobodyHandles(log);
    const server = await startServer({ configuration, log });
    announce(server, log);
    await tellFirstAdminLink(server.context, process.stdout);
    stopWhenTold(log, server.close);
  } catch (error) {
    process.stderr.write(`${whyNoStart(error)}\n`);
    process.exit(1);
  }
}

/** A line for the person at the terminal, an event for whoever collects them. */
function announce({ url, context }: RunningServer, log: Log): void {
  const { publicUrl } = context.configuration;
  if (process.stdout.isTTY) process.stdout.write(`The register is at ${url}\n`);
  else log.info('listening', { address: url, publicUrl });
}

if (import.meta.main) await main();
