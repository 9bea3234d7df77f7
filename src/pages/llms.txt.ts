import type { APIRoute } from 'astro';
import { renderLlms } from '../exports/llms.ts';

export const GET: APIRoute = ({ locals: { context, today, words, addresses } }) => {
  const languages = [...context.content.messages.keys()];
  const text = renderLlms({ ledger: context.ledger.current(), today, words, addresses, languages });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
