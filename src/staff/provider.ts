import { genericOAuth, type GenericOAuthUserInfo } from 'better-auth/plugins/generic-oauth';
import type { Database } from '../../db/client.ts';
import type { AuthContext } from './auth-context.ts';
import { makeAuth, type Auth } from './auth.ts';
import { currentVisit } from './provider-visit.ts';
import { SignInError } from './sign-in-error.ts';

/** The one provider's name in addresses and in the database; which it is, the configuration says. */
export const PROVIDER = 'oidc';
/** Where the provider sends people back to: to be registered there. */
export const CALLBACK_PATH = `/admin/auth/callback/${PROVIDER}`;
/** How long a provider may take to tell what it is. */
const PATIENCE_MILLISECONDS = 10_000;

const made = new WeakMap<Database, Promise<Auth>>();

/**
 * The library for sign-in with the provider of the configuration (OpenID Connect by discovery). Apart from the one for
 * passwords: a provider that does not answer keeps nobody from signing in by password. What failed is tried anew when
 * somebody asks again.
 *
 * @throws SignInError `provider-silent`
 */
export async function providerAuth(context: AuthContext): Promise<Auth> {
  const { database, log } = context;
  const asked = made.get(database) ?? discover(context);
  made.set(database, asked);
  try {
    return await withinPatience(asked);
  } catch (error) {
    made.delete(database);
    log.error('provider-failed', { error });
    throw new SignInError('provider-silent');
  }
}

async function discover(context: AuthContext): Promise<Auth> {
  const { oidc } = context.configuration;
  if (!oidc) throw new Error('No provider is configured.');
  const auth = makeAuth(context, [pluginFor(oidc)]);
  const { socialProviders } = await auth.$context;
  const found = socialProviders.find(({ id }) => id === PROVIDER);
  if (!found) throw new Error('The provider tells nothing usable at /.well-known/openid-configuration.');
  // Whoever answers there has to be the issuer that was asked for (OpenID Connect Discovery 1.0, 4.3).
  if (found.issuer !== oidc.issuer) throw new Error('The provider names another issuer than OIDC_ISSUER.');
  return auth;
}

function pluginFor({
  issuer,
  clientId,
  clientSecret,
  name,
}: NonNullable<AuthContext['configuration']['oidc']>) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        clientId,
        clientSecret,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        disableSignUp: true,
        getUserInfo: ({ idToken }) => Promise.resolve(identityIn(idToken)),
      },
    ],
  });
}

/**
 * What the ID token says, which the library has verified before it asks: signature, issuer, audience, expiry, nonce.
 * Without an ID token nobody is told.
 */
function identityIn(idToken: string | undefined): GenericOAuthUserInfo | null {
  const payload = idToken?.split('.')[1];
  if (payload === undefined) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Readonly<
    Record<string, unknown>
  >;
  const { sub, email, email_verified: verified, auth_time: authTime } = claims;
  if (typeof sub !== 'string' || sub === '' || typeof email !== 'string') return null;
  const visit = currentVisit();
  if (visit && typeof authTime === 'number') visit.authTime = authTime;
  return { id: sub, sub, email, emailVerified: verified === true || verified === 'true', name: '' };
}

async function withinPatience<T>(asked: Promise<T>): Promise<T> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    silence.reject(new Error('The provider did not answer in time.'));
  }, PATIENCE_MILLISECONDS);
  try {
    return await Promise.race([asked, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}
