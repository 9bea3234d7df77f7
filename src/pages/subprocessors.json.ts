import type { APIRoute } from 'astro';
import { renderJson } from '../exports/render-json.ts';

export const GET: APIRoute = ({ locals: { context, today, addresses, query } }) => {
  const { eea } = context.content;
  const ledger = context.ledger.current();
  const file = renderJson({ ledger, today, query, addresses, eea });
  return new Response(file, { headers: { 'Content-Type': 'application/json' } });
};
