import type { APIRoute } from 'astro';
import { renderCsv } from '../exports/render-csv.ts';

export const GET: APIRoute = ({ locals: { context, today, words, query } }) => {
  const { eea } = context.content;
  const ledger = context.ledger.current();
  const file = renderCsv({ ledger, today, query, words, eea });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="subprocessors.csv"',
    },
  });
};
