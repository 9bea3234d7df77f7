import type { APIRoute } from 'astro';
import { goOn } from '../../../admin/sign-in/go-on.ts';
import { fromProvider } from '../../../admin/sign-in/provider-visit.ts';

/** Of all that the library for sign-in answers at its own addresses, only the return from the provider is reachable. */
export const GET: APIRoute = async ({ locals, params }) => {
  const isReturn = locals.context.configuration.oidc !== undefined && params['rest'] === 'callback/oidc';
  if (!isReturn) return new Response(null, { status: 404 });
  const { to, cookies } = await fromProvider(locals);
  return goOn(to, cookies);
};
