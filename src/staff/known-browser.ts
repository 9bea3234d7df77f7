import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuthContext } from './auth-context.ts';
import { authSecret } from './auth-secret.ts';
import { cookiePrefix, isSecure } from './session-cookie.ts';

/** Where a request comes from. */
export interface Whence {
  readonly headers: Headers;
  /** The network, as the web layer tells it. */
  readonly client: string;
}

type Configured = Pick<AuthContext, 'configuration'>;

const HALF_A_YEAR_SECONDS = 182 * 24 * 60 * 60;

/**
 * The header `Set-Cookie` by which a browser is known again in which this person has signed in. It lets nobody in; it only
 * keeps the failures of others in the same network from slowing this browser down (OWASP, device cookies). It tells
 * nothing of the person.
 */
export function knownBrowserCookie(context: Configured, email: string): string {
  const { configuration } = context;
  const id = randomBytes(16).toString('hex');
  const secure = isSecure(configuration) ? '; Secure' : '';
  const value = `${id}.${signature(context, email, id)}`;
  return `${nameOf(context)}=${value}; Max-Age=${HALF_A_YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The place that tries of this person are counted at: a browser in which they signed in before, or else the network. */
export function placeOf(context: Configured, email: string, { headers, client }: Whence): string {
  const [id, given] = cookieIn(headers, nameOf(context))?.split('.') ?? [];
  return id !== undefined && given !== undefined && isSame(given, signature(context, email, id))
    ? `browser ${id}`
    : `network ${client}`;
}

function nameOf({ configuration }: Configured): string {
  return `${cookiePrefix(configuration)}.known`;
}

function signature({ configuration }: Configured, email: string, id: string): string {
  const parts = JSON.stringify(['known browser', email, id]);
  return createHmac('sha256', authSecret(configuration)).update(parts).digest('hex');
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function cookieIn(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
