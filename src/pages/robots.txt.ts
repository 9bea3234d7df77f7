import type { APIRoute } from 'astro';
import { renderRobots } from '../exports/robots.ts';

export const GET: APIRoute = ({ locals: { addresses } }) =>
  new Response(renderRobots(addresses), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
