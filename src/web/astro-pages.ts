import { createApp } from 'astro/app/entrypoint';
import type { Context } from '../context.ts';
import { addresses } from '../language/addresses.ts';
import { wordsFor } from '../language/words.ts';
import type { Asked, Render } from './render.ts';

/**
 * Makes pages and files through Astro, in this same module graph. Only the built server has it: `astro/app/entrypoint`
 * is what the build makes of src/pages.
 */
export function astroPages(context: Context): Render {
  const app = createApp({ streaming: false });
  // Its lines become lines of our log. Errors come to us a second time, as errors, and are told then.
  app.logger.setDestination({
    write: ({ level, label, message }) => {
      if (level !== 'error' || label !== null) context.log.warn('pages', { label, message });
    },
  });
  // Whoever asked decides what the reader is told; Astro's own error pages never come into it.
  app.renderError = (_request, { status, error }) =>
    error ? Promise.reject(asError(error)) : Promise.resolve(new Response(null, { status }));
  const { publicUrl } = context.configuration;
  return async (asked) =>
    app.render(requestFor(publicUrl, asked), { locals: localsFor(context, asked), addCookieHeader: true });
}

/** The request as a page sees it. The body of a form has been read already, and its origin judged: see the gate. */
function requestFor(publicUrl: string, { page, admin }: Asked): Request {
  if (!admin) return new Request(publicUrl + page);
  return new Request(publicUrl + page, { method: admin.form ? 'POST' : 'GET', headers: admin.headers });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What every page and file is handed. Made for each: pages may add to their own. */
export function localsFor(context: Context, asked: Asked): App.Locals {
  const { language, defaultLanguage, query, today, problem, admin } = asked;
  return {
    context,
    language,
    words: wordsFor(context.content, language, defaultLanguage),
    addresses: addresses(context.configuration.publicUrl, language, defaultLanguage),
    today,
    query,
    ...(problem && { problem }),
    ...(admin && { admin }),
  };
}
