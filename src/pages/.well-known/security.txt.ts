import type { APIRoute } from 'astro';
import { renderSecurityTxt } from '../../exports/security-txt.ts';

export const GET: APIRoute = ({ locals: { context, today, addresses } }) => {
  const languages = [...context.content.messages.keys()];
  const text = renderSecurityTxt({ ledger: context.ledger.current(), today, languages, addresses });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
