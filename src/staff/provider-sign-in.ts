import { Temporal } from 'temporal-polyfill';
import type { AuthContext } from './auth-context.ts';
import { beginSession, type SignInOutcome } from './begin-session.ts';
import { visitingProvider, type ProviderVisit } from './provider-visit.ts';
import { CALLBACK_PATH, PROVIDER, providerAuth } from './provider.ts';
import { SignInError } from './sign-in-error.ts';
import { heldSession } from './signed-in-by.ts';

/** Where a browser goes on, and the cookies it takes along. */
export interface Onward {
  readonly to: string;
  readonly cookies: readonly string[];
}

export interface ProviderRequest {
  readonly headers: Headers;
  /** Our own path to go on to after signing in. */
  readonly next: string;
  /** Our own path to go on to when it fails. */
  readonly failed: string;
  /** The person has to show again who they are, even if the provider still knows them. */
  readonly anew: boolean;
}

/**
 * Sends somebody to the provider, with state, nonce and the challenge of PKCE.
 *
 * @throws SignInError `provider-silent`
 */
export async function startProviderSignIn(context: AuthContext, asked: ProviderRequest): Promise<Onward> {
  const auth = await providerAuth(context);
  const { headers, response } = await auth.api.signInSocial({
    body: {
      provider: PROVIDER,
      callbackURL: asked.next,
      errorCallbackURL: asked.failed,
      disableRedirect: true,
      // OpenID Connect Core 1.0, 3.1.2.1: with max_age the token must say when the person showed who they are.
      ...(asked.anew && { additionalParams: { prompt: 'login', max_age: '0' } }),
    },
    headers: asked.headers,
    returnHeaders: true,
  });
  if (!('url' in response) || response.url === undefined) throw new SignInError('provider-silent');
  return { to: response.url, cookies: headers.getSetCookie() };
}

/** How a return from the provider ends: signed in, or with a code still wanted, or not. `next` is our own path. */
export type ProviderOutcome =
  | (SignInOutcome & { readonly next: string })
  | { readonly kind: 'refused'; readonly to: string; readonly cookies: readonly string[] };

/**
 * Takes somebody back from the provider. It lets in who is of the staff already: by the identity that was linked, or the
 * first time by the same address, which the provider must say it has verified. Nobody is added.
 *
 * @param query of the address the provider sent them to
 * @throws SignInError `provider-silent`
 */
export async function finishProviderSignIn(
  context: AuthContext,
  { headers, query }: { readonly headers: Headers; readonly query: Readonly<Record<string, string>> },
): Promise<ProviderOutcome> {
  const auth = await providerAuth(context);
  const before = await heldSession(context, headers);
  const address = `${context.configuration.publicUrl}${CALLBACK_PATH}?${new URLSearchParams(query).toString()}`;
  const { result, visit } = await visitingProvider(() => auth.handler(new Request(address, { headers })));
  const to = ownPath(context, result.headers.get('location'));
  const cookies = result.headers.getSetCookie();
  const kind = await begin(context, visit, before?.session.id);
  if (kind) return { kind, next: to, cookies };
  context.log.info('sign-in-failed', { by: 'provider', reason: reasonIn(to) });
  return { kind: 'refused', to: withoutReasons(to), cookies: cookies.filter((cookie) => !isSession(cookie)) };
}

async function begin(
  context: AuthContext,
  { token, authTime }: ProviderVisit,
  before: string | undefined,
): Promise<SignInOutcome['kind'] | undefined> {
  if (token === undefined) return undefined;
  return beginSession(context, { token, by: 'provider', before, confirmedAt: shownAt(context, authTime) });
}

/**
 * When the person showed the provider who they are. A provider that does not say may have known them for weeks: then
 * they are signed in, but asked again before what only the freshly signed in may do.
 */
function shownAt({ clock }: AuthContext, authTime = 0): Temporal.Instant {
  const now = clock.now();
  const said = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(Math.max(0, Math.min(authTime, 1e11))) * 1000,
  );
  return Temporal.Instant.compare(said, now) < 0 ? said : now;
}

/** The path that the library sends the browser to; it got it from us. */
function ownPath({ configuration: { publicUrl } }: AuthContext, location: string | null): string {
  const url = URL.parse(location ?? '/admin/sign-in', publicUrl);
  return url?.origin === new URL(publicUrl).origin ? `${url.pathname}${url.search}` : '/admin/sign-in';
}

/** Why it failed, in a word of the library or of the provider; anybody can have written another one. */
function reasonIn(path: string): string {
  const reason = new URL(path, 'http://here').searchParams.get('error') ?? '';
  return /^[a-z_]{1,40}$/i.test(reason) ? reason : 'unknown';
}

/** Why it failed is for the log, not for the address bar. */
function withoutReasons(path: string): string {
  const url = new URL(path, 'http://here');
  for (const name of ['error', 'error_description', 'state']) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
}

function isSession(cookie: string): boolean {
  return /^[^=]*session_token=[^;]/.test(cookie);
}
