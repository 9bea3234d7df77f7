import type { APIRoute } from 'astro';
import { renderRobots } from '../exports/robots.ts';

export const GET: APIRoute = ({ locals: { addresses, context } }) =>
  new Response(renderRobots(addresses, context.content.messages.keys()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
