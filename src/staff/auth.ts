import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import type { Database } from '../../db/client.ts';
import { account } from '../../db/schema/account.ts';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { verification } from '../../db/schema/verification.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import type { AuthContext } from './auth-context.ts';
import { authHooks } from './auth-hooks.ts';
import { authSecret } from './auth-secret.ts';
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD, verifyPassword } from './passwords.ts';
import { cookiePrefix, isSecure } from './session-cookie.ts';
import { SESSION_SECONDS } from './session-limits.ts';

/** The library for sign-in, on the registry's own tables and its one database client. */
export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Database, Auth>();

/** The library for sign-in of a context; made once. */
export function authFor(context: AuthContext): Auth {
  const there = made.get(context.database);
  if (there) return there;
  const auth = makeAuth(context);
  made.set(context.database, auth);
  return auth;
}

/**
 * Sign-in by the library, without what the registry does itself (slowing down failures, second factors) or does not
 * want at all: open sign-up, telemetry, keeping addresses of readers.
 */
export function makeAuth(context: AuthContext, plugins: BetterAuthPlugin[] = []) {
  return betterAuth({ ...optionsFor(context), plugins });
}

function optionsFor(context: AuthContext) {
  const { clock, configuration, database } = context;
  const { publicUrl } = configuration;
  return {
    appName: 'Registry',
    baseURL: publicUrl,
    basePath: '/admin/auth',
    trustedOrigins: [publicUrl],
    secret: authSecret(configuration),
    // Not in one transaction: what its hooks write takes a turn of its own in the queue of writes.
    database: drizzleAdapter(database.orm, {
      provider: 'sqlite',
      schema: { user: staff, session, account, verification },
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, input: false },
        state: { type: 'string', required: false, input: false },
        twoFactorEnabled: { type: 'boolean', required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { confirmedAt: { type: 'date', required: false, input: false } },
    },
    account: {
      updateAccountOnSignIn: false,
      // What a visit to the provider carries along is encrypted in a cookie: whoever only sets out writes nothing here.
      storeStateStrategy: 'cookie',
      // Addresses of staff are given by an admin, not claimed by whoever signs up: a provider's word is enough.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- without it everybody would need a mail to confirm an address; before the version that drops it, staff are to be stored as verified
      accountLinking: { enabled: true, requireLocalEmailVerified: false, trustedProviders: [] },
    },
    databaseHooks: authHooks(context),
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { errorURL: `${publicUrl}/admin/sign-in?problem=provider` },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(configuration),
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: isSecure(configuration),
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidV7(clock.now()) },
    },
  } satisfies BetterAuthOptions;
}
