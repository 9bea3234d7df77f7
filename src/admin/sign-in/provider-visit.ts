import { SignInError } from '../../staff/sign-in-error.ts';
import { finishProviderSignIn, startProviderSignIn, type Onward } from '../../staff/provider-sign-in.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { visitorOf } from './visitor.ts';

/**
 * Sends the browser to the provider. It comes back to the page for the code, which sends those on who need none.
 *
 * @param next the page to go on to in the end, without a language
 */
export async function toProvider(locals: Locals, next: string): Promise<Onward> {
  const { context, addresses, admin } = locals;
  const anew = admin?.query['confirm'] !== undefined && admin.signedIn !== undefined;
  const pages = adminAddresses(addresses);
  const failed = (problem: string): string =>
    anew ? `${pages.confirm(next)}&problem=${problem}` : pages.signIn({ next, problem });
  try {
    const { headers } = visitorOf(locals);
    return await startProviderSignIn(context, {
      headers,
      next: pages.signInCode({ next }),
      failed: failed('provider'),
      anew,
    });
  } catch (error) {
    return { to: silent(error, failed('provider-silent')), cookies: [] };
  }
}

/** Takes the browser back from the provider, and sends it on to a page of ours. */
export async function fromProvider(locals: Locals): Promise<Onward> {
  const { context, addresses, admin } = locals;
  try {
    const outcome = await finishProviderSignIn(context, { ...visitorOf(locals), query: admin?.query ?? {} });
    return { to: outcome.kind === 'refused' ? outcome.to : outcome.next, cookies: outcome.cookies };
  } catch (error) {
    return {
      to: silent(error, adminAddresses(addresses).signIn({ problem: 'provider-silent' })),
      cookies: [],
    };
  }
}

function silent(error: unknown, to: string): string {
  if (error instanceof SignInError && error.reason === 'provider-silent') return to;
  throw error;
}
