import { createHmac } from 'node:crypto';
import type { Configuration } from '../configuration.ts';
import type { AuthContext } from './auth-context.ts';
import { authSecret } from './auth-secret.ts';
import { SESSION_SECONDS } from './session-limits.ts';

type Published = Pick<Configuration, 'publicUrl'>;

/** Whether readers come by TLS; only then do browsers keep cookies that want it. */
export function isSecure({ publicUrl }: Published): boolean {
  return publicUrl.startsWith('https:');
}

/** What the names of all cookies begin with: by TLS, what binds a cookie to this very host (RFC 6265bis, 4.1.3.2). */
export function cookiePrefix(configuration: Published): string {
  return isSecure(configuration) ? '__Host-registry' : 'registry';
}

/** The cookie by which a browser says in which session it is. */
export function sessionCookieName(configuration: Published): string {
  return `${cookiePrefix(configuration)}.session_token`;
}

/** The value of that cookie: the token with its signature, as the library for sign-in reads it. */
export function sessionCookieValue(
  { configuration }: Pick<AuthContext, 'configuration'>,
  token: string,
): string {
  const signature = createHmac('sha256', authSecret(configuration)).update(token).digest('base64');
  return encodeURIComponent(`${token}.${signature}`);
}

/** The header `Set-Cookie` that begins a session in the browser. */
export function sessionCookie(context: Pick<AuthContext, 'configuration'>, token: string): string {
  const { configuration } = context;
  const pair = `${sessionCookieName(configuration)}=${sessionCookieValue(context, token)}`;
  const secure = isSecure(configuration) ? '; Secure' : '';
  return `${pair}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The header `Set-Cookie` that takes the session out of the browser. */
export function endedSessionCookie(configuration: Published): string {
  const secure = isSecure(configuration) ? '; Secure' : '';
  return `${sessionCookieName(configuration)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether a request brings the cookie of a session at all, whatever it is worth. */
export function bringsSession(configuration: Published, cookies: string | null | undefined): boolean {
  const name = sessionCookieName(configuration);
  return (cookies ?? '').split(';').some((pair) => pair.trim().startsWith(`${name}=`));
}
