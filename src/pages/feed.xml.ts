import type { APIRoute } from 'astro';
import { renderFeed } from '../feeds/render-feed.ts';
import type { FeedQuery } from '../web/public-routes.ts';

export const GET: APIRoute = ({ locals }) => {
  const { context, language, today } = locals;
  const filter = locals.query as FeedQuery;
  const { publicUrl } = context.configuration;
  const ledger = context.ledger.current();
  const feed = renderFeed({ ledger, today, content: context.content, language, filter, publicUrl });
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml' } });
};
