import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { projectPath } from '../project-root.ts';

type Site = typeof import('./development-site.ts');
type Register = Awaited<ReturnType<Site['openRegister']>>;

/** Where Astro looks for what a page is handed. */
const LOCALS = Symbol.for('astro.locals');

/**
 * Lets `astro dev` serve the register: pages get what the server hands them, and show an edit at once.
 * What opens the database (context, db) is loaded once; after a change there, start again.
 */
export function development(): AstroIntegration {
  return {
    name: 'registry:development',
    hooks: {
      'astro:server:setup': async ({ server }) => {
        await serveRegister(server);
      },
    },
  };
}

async function serveRegister(server: ViteDevServer): Promise<void> {
  const load = siteLoader(server);
  let register = (await load()).openRegister();
  await register;
  reopenOnNewContent(server, async () => {
    await (await load()).closeRegister(await register);
    register = (await load()).openRegister();
  });
  server.middlewares.use((request, response, next) => {
    Promise.all([load(), register])
      .then(([site, opened]) => serve(site, opened, { request, response, next }))
      .catch(next);
  });
}

interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly next: () => void;
}

async function serve(site: Site, register: Register, { request, response, next }: Turn): Promise<void> {
  const answer = await answerTo(site, register, request);
  if (answer && 'movedTo' in answer) response.writeHead(303, { Location: answer.movedTo }).end();
  else if (answer && 'file' in answer)
    response.writeHead(200, { 'Content-Type': answer.file.type }).end(answer.file.bytes);
  else if (answer && 'methods' in answer) response.writeHead(405, { Allow: answer.methods.join(', ') }).end();
  else {
    if (answer) prepare(request, answer);
    next();
  }
}

async function answerTo(site: Site, register: Register, request: IncomingMessage) {
  const answer = site.answerAt(register, request.url ?? '/');
  return answer && 'admin' in answer ? site.admitAt(register, request, answer.admin) : answer;
}

/** Loads modules through Vite's own graph, so that pages and these share every class and see every edit. */
function siteLoader(server: ViteDevServer): () => Promise<Site> {
  const environment = server.environments['ssr'];
  if (!isRunnableDevEnvironment(environment)) {
    throw new Error('The development server of Astro has no environment that runs modules.');
  }
  return () => environment.runner.import<Site>('/src/build/development-site.ts');
}

/** Messages, vocabularies and samples are read when the register is opened. */
function reopenOnNewContent(server: ViteDevServer, reopen: () => Promise<void>): void {
  const content = projectPath('content');
  server.watcher.add(content);
  server.watcher.on('change', (file) => {
    if (!file.startsWith(content)) return;
    reopen().catch((error: unknown) => {
      server.config.logger.error(String(error));
    });
  });
}

/** Points the request at its page and hands that what it shows. Its form has been read, so there is no body any more. */
function prepare(
  request: IncomingMessage,
  { page, locals }: { readonly page: string; readonly locals: object },
): void {
  request.url = page;
  if (request.method === 'POST') request.method = 'GET';
  Reflect.set(request, LOCALS, locals);
}
