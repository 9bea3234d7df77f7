import type { APIRoute } from 'astro';
import { renderLedgerLines } from '../exports/ledger-lines.ts';

export const GET: APIRoute = ({ locals: { context } }) =>
  new Response(renderLedgerLines(context.ledger.current()), {
    headers: { 'Content-Type': 'application/jsonl' },
  });
