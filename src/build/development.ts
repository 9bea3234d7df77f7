import type { IncomingMessage } from 'node:http';
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
      .then(([site, opened]) => {
        const movedTo = prepare(request, site, opened);
        if (movedTo === undefined) next();
        else response.writeHead(301, { Location: movedTo }).end();
      })
      .catch(next);
  });
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

/** Points the request at its page and hands that what it shows; gives the address a moved one has now. */
function prepare(request: IncomingMessage, site: Site, register: Register): string | undefined {
  const answer = site.answerAt(register, request.url ?? '/');
  if (answer === undefined) return undefined;
  if ('movedTo' in answer) return answer.movedTo;
  request.url = answer.page;
  Reflect.set(request, LOCALS, answer.locals);
  return undefined;
}
