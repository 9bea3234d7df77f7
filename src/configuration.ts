import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { LOG_LEVELS } from './log.ts';

/** What the operator decides, read once at start. The build needs none of it. */
export type Configuration = Readonly<z.output<typeof environmentSchema>>;

/** Every wrong value of the configuration at once, by name and never by value: values may be secrets. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'a problem' : `${String(problems.length)} problems`;
    super(`The configuration has ${count}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

const host = z.string().refine((value) => isIP(value) !== 0 || HOST_NAME.test(value), {
  error: 'must be an IP address or a host name to listen on, like 127.0.0.1 or 0.0.0.0',
});

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
    error: 'must be a whole number from 0 to 65535 (0: any free port)',
  })
  .transform(Number);

const publicUrl = z
  .string()
  .refine(isOrigin, {
    error:
      'must be the address of a host of its own, like https://subprocessors.example.com: http or https, no path, no query, no user name',
  })
  .transform((value) => new URL(value).origin);

function isOrigin(value: string): boolean {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return (
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  );
}

const databaseUrl = z.string().refine(isDatabaseUrl, {
  error:
    'must be a file that is kept, like file:data/registry.db, or a libSQL server, like libsql://host or http://host:8080',
});

function isDatabaseUrl(value: string): boolean {
  if (value.startsWith('file:')) return value.length > 'file:'.length && !value.includes(':memory:');
  return /^(libsql|https?):\/\//.test(value) && URL.canParse(value);
}

const sample = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'must be auto, off, or the name of a sample register',
});

const authSecret = z.string().min(32, { error: 'must have at least 32 characters' });

const issuer = z.string().refine(isIssuer, {
  error:
    'must be the issuer as the provider itself writes it, like https://login.example.com/realms/staff: https (http only on this machine), no query',
});

/** A provider's word decides who comes in: it has to come by TLS, except from the machine itself. */
function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  if (!url || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

const trustProxy = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), {
    error: 'must be a list of IP addresses or networks, separated by commas, like 10.0.0.0/8,::1',
  });

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && isSubnet(address, Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
}

function isSubnet(address: string, prefix: number, family: 'ipv4' | 'ipv6'): boolean {
  try {
    new BlockList().addSubnet(address, prefix, family);
    return true;
  } catch {
    return false;
  }
}

const environmentSchema = z
  .object({
    HOST: host.default('127.0.0.1'),
    PORT: port.default(4321),
    PUBLIC_URL: publicUrl.optional(),
    DATABASE_URL: databaseUrl.default('file:data/registry.db'),
    DATABASE_AUTH_TOKEN: z.string().optional(),
    SAMPLE: sample.default('auto'),
    AUTH_SECRET: authSecret.optional(),
    TRUST_PROXY: trustProxy.default([]),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
    OIDC_ISSUER: issuer.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60, { error: 'must have at most 60 characters' }).optional(),
  })
  .transform((values) => ({
    /** Address or host name to listen on. */
    host: values.HOST,
    /** Port to listen on; 0: any free one. */
    port: values.PORT,
    /** The origin readers use, without a slash at the end: `https://subprocessors.example.com`. */
    publicUrl: values.PUBLIC_URL ?? addressOf(values.HOST, values.PORT),
    databaseUrl: values.DATABASE_URL,
    databaseAuthToken: values.DATABASE_AUTH_TOKEN,
    /** `auto`: the sample goes into an empty database; `off`: never; otherwise a sample's name. */
    sample: values.SAMPLE,
    authSecret: values.AUTH_SECRET,
    /** IP addresses and networks of proxies whose forwarded address is believed. */
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    /** The provider by which staff may sign in beside a password (OpenID Connect); none when nothing is set. */
    oidc: providerOf(values),
  }));

/** What the registry needs to know of a provider; the name stands on the button. */
interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

const PROVIDER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const;
type ProviderValues = Readonly<Partial<Record<(typeof PROVIDER)[number], string | undefined>>>;

function providerOf(values: ProviderValues): Provider | undefined {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: name,
  } = values;
  if (!issuer || !clientId || !clientSecret || !name) return undefined;
  return { issuer, clientId, clientSecret, name };
}

/** A provider is told whole or not at all: half of it would be a button that leads nowhere. */
function missingOfProvider(given: ProviderValues): string[] {
  const missing = PROVIDER.filter((name) => given[name] === undefined);
  return missing.length === PROVIDER.length
    ? []
    : missing.map((name) => `${name} must be set, too, since another OIDC_ variable is.`);
}

/** Where something that listens there is reached from the same machine: `http://127.0.0.1:4321`. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return new URL(`http://${name}:${String(port)}`).origin;
}

/**
 * Reads the configuration from the environment. What is absent or empty has its default.
 *
 * @throws {ConfigurationError} naming every wrong value at once
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const values = Object.fromEntries(given);
  const parsed = environmentSchema.safeParse(values);
  const missing = missingOfProvider(values);
  if (parsed.success && missing.length === 0) return parsed.data;
  const wrong = parsed.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`) ?? [];
  throw new ConfigurationError([...wrong, ...missing]);
}
