import type { APIRoute } from 'astro';
import { renderSitemap } from '../exports/sitemap.ts';

export const GET: APIRoute = ({ locals: { context, addresses } }) => {
  const languages = [...context.content.messages.keys()];
  const map = renderSitemap({ ledger: context.ledger.current(), languages, addresses });
  return new Response(map, { headers: { 'Content-Type': 'application/xml' } });
};
