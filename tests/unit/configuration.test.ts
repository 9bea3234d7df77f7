import { describe, expect, it } from 'vitest';
import { addressOf, ConfigurationError, parseConfiguration } from '../../src/configuration.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(parseConfiguration({})).toEqual({
      host: '127.0.0.1',
      port: 4321,
      publicUrl: 'http://127.0.0.1:4321',
      databaseUrl: 'file:data/registry.db',
      databaseAuthToken: undefined,
      sample: 'auto',
      authSecret: undefined,
      trustProxy: [],
      logLevel: 'info',
    });
  });

  it('reads what is given and leaves the rest of the environment alone', () => {
    const configuration = parseConfiguration({
      HOST: '0.0.0.0',
      PORT: '80',
      PUBLIC_URL: 'https://Register.example.com/',
      DATABASE_URL: 'libsql://register.example.com',
      DATABASE_AUTH_TOKEN: 'a token',
      SAMPLE: 'smarttrackers',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      LOG_LEVEL: 'debug',
      PATH: '/usr/bin',
    });
    expect(configuration).toMatchObject({
      host: '0.0.0.0',
      port: 80,
      publicUrl: 'https://register.example.com',
      sample: 'smarttrackers',
      trustProxy: ['10.0.0.0/8', '::1'],
      logLevel: 'debug',
    });
  });

  it('takes an empty value for an absent one', () => {
    expect(parseConfiguration({ PORT: '', PUBLIC_URL: ' ', AUTH_SECRET: '' })).toEqual(
      parseConfiguration({}),
    );
  });

  it('lists every problem in one message', () => {
    const wrong = { HOST: 'a b', PORT: '65536', PUBLIC_URL: 'ftp://x', DATABASE_URL: 'postgres://x' };
    expect(() => parseConfiguration({ ...wrong, SAMPLE: 'No', LOG_LEVEL: 'loud' })).toThrow(
      /^The configuration has 6 problems:\n {2}HOST .+\n {2}PORT .+\n {2}PUBLIC_URL .+\n {2}DATABASE_URL .+\n {2}SAMPLE .+\n {2}LOG_LEVEL .+$/,
    );
  });

  it('takes a provider whole or not at all', () => {
    const provider = {
      OIDC_ISSUER: 'https://login.example.com/realms/staff',
      OIDC_CLIENT_ID: 'registry',
      OIDC_CLIENT_SECRET: 'a secret',
      OIDC_NAME: 'Example ID',
    };
    expect(parseConfiguration(provider).oidc).toEqual({
      issuer: 'https://login.example.com/realms/staff',
      clientId: 'registry',
      clientSecret: 'a secret',
      name: 'Example ID',
    });
    expect(problemsOf({ OIDC_ISSUER: provider.OIDC_ISSUER, PORT: 'x' })).toEqual([
      expect.stringMatching(/^PORT /),
      expect.stringMatching(/^OIDC_CLIENT_ID must be set, too/),
      expect.stringMatching(/^OIDC_CLIENT_SECRET must be set, too/),
      expect.stringMatching(/^OIDC_NAME must be set, too/),
    ]);
  });

  it.each([
    ['http://login.example.com', 1],
    ['http://127.0.0.1:8080', 0],
    ['http://localhost:8080/realm', 0],
    ['https://login.example.com?realm=staff', 1],
    ['https://user@login.example.com', 1],
    ['login.example.com', 1],
  ])('says of %s as an issuer that it has %i problems', (url, problems) => {
    const rest = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_NAME: 'c' };
    expect(problemsOf({ OIDC_ISSUER: url, ...rest })).toHaveLength(problems);
  });

  it('never repeats a value, since values may be secrets', () => {
    expect(
      problemsOf({ AUTH_SECRET: 'too short', DATABASE_URL: 'mysql://user:hunter2@host' }).join(),
    ).not.toMatch(/too short|hunter2/);
  });

  it.each([
    ['http://host/path'],
    ['http://host/?query'],
    ['http://user@host'],
    ['host'],
    ['javascript:alert(1)'],
    ['http://host/#part'],
  ])('refuses %s as the public address', (url) => {
    expect(problemsOf({ PUBLIC_URL: url })).toHaveLength(1);
  });

  it.each([
    ['10.0.0.0/33'],
    ['10.0.0'],
    ['10.0.0.0/8/8'],
    ['proxy.example.com'],
    ['::1/129'],
    ['10.0.0.1,,::1'],
  ])('refuses %s as a list of proxies', (list) => {
    expect(problemsOf({ TRUST_PROXY: list })).toHaveLength(1);
  });

  it('refuses a database that would be gone at the next start', () => {
    expect(problemsOf({ DATABASE_URL: 'file::memory:' })).toHaveLength(1);
    expect(problemsOf({ DATABASE_URL: 'file:' })).toHaveLength(1);
  });

  it.each([
    ['127.0.0.1', 4321, 'http://127.0.0.1:4321'],
    ['0.0.0.0', 4321, 'http://localhost:4321'],
    ['::1', 80, 'http://[::1]'],
    ['register.internal', 8080, 'http://register.internal:8080'],
  ])('is reached from the same machine, listening on %s:%i, at %s', (host, port, address) => {
    expect(addressOf(host, port)).toBe(address);
  });
});
