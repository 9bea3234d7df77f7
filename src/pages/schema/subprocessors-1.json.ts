import type { APIRoute } from 'astro';
import { jsonSchema } from '../../exports/json-schema.ts';

export const GET: APIRoute = ({ locals: { addresses } }) =>
  new Response(jsonSchema(addresses.absolute(addresses.schema())), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
