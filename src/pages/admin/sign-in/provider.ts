import type { APIRoute } from 'astro';
import { goOn } from '../../../admin/sign-in/go-on.ts';
import { toProvider } from '../../../admin/sign-in/provider-visit.ts';
import { safeNext } from '../../../web/admin/safe-next.ts';

/** A link, not a form: forms may lead to this host only (Content Security Policy, form-action), redirects included. */
export const GET: APIRoute = async ({ locals }) => {
  if (!locals.context.configuration.oidc) return new Response(null, { status: 404 });
  const { to, cookies } = await toProvider(locals, safeNext(locals.admin?.query['next'], '/admin'));
  return goOn(to, cookies);
};
