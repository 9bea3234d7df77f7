import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

/** Whom the issuer vouches for, and how it misbehaves. */
export interface Conduct {
  readonly claims: Claims;
  /** Signs with a key that it does not publish. */
  readonly forged?: boolean;
  /** Answers without an ID token. */
  readonly silent?: boolean;
  /** Answers nothing at all. */
  readonly isDown?: boolean;
}

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect: string;
}

/** A provider of identities (OpenID Connect Core 1.0, authorization code flow) that lets everybody in whom it is told to. */
export interface Issuer {
  readonly url: string;
  /** The environment of a registry that trusts it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Parameters of the requests for authorization so far. */
  readonly asked: readonly URLSearchParams[];
  /** From now on it vouches for this. */
  behave(conduct: Conduct): void;
  close(): Promise<void>;
}

const CLIENT = { id: 'registry', secret: 'a secret of the test' };

/** Starts the issuer on a free port of this machine. */
export async function startIssuer(first: Conduct): Promise<Issuer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  const asked: URLSearchParams[] = [];
  let conduct = first;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(request.url ?? '/', url);
    if (conduct.isDown) {
      response.writeHead(503).end();
      return;
    }
    switch (target.pathname) {
      case '/.well-known/openid-configuration':
        json(response, discovery(url));
        return;
      case '/jwks':
        json(response, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
        return;
      case '/authorize':
        authorize(target.searchParams, response);
        return;
      case '/token':
        token(new URLSearchParams(await bodyOf(request)), request, response);
        return;
      default:
        response.writeHead(404).end();
    }
  }

  /** Everybody is known here, and sent back at once. */
  function authorize(query: URLSearchParams, response: ServerResponse): void {
    asked.push(query);
    const code = randomBytes(16).toString('hex');
    const redirect = query.get('redirect_uri') ?? '';
    codes.set(code, {
      nonce: query.get('nonce') ?? '',
      challenge: query.get('code_challenge') ?? '',
      redirect,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  }

  /** A code is good once, for the client it was made for, with the verifier of its challenge (RFC 7636, 4.6). */
  function token(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = known?.challenge === challenge && known.redirect === form.get('redirect_uri');
    if (!isRight || !isClient(form, request)) {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
      return;
    }
    const key = conduct.forged ? others.privateKey : keys.privateKey;
    const idToken = sign(key, { ...standard(url, known.nonce), ...conduct.claims });
    json(response, {
      access_token: 'an access token',
      token_type: 'Bearer',
      expires_in: 300,
      ...(!conduct.silent && { id_token: idToken }),
    });
  }

  return {
    url,
    environment: {
      OIDC_ISSUER: url,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Example ID',
    },
    asked,
    behave: (next) => {
      conduct = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function discovery(url: string): Claims {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** The library looks at the machine's clock, and so does the issuer. */
function standard(url: string, nonce: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: url, aud: CLIENT.id, iat: now, exp: now + 300, nonce };
}

function sign(key: KeyObject, claims: Claims): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

function isClient(form: URLSearchParams, { headers }: IncomingMessage): boolean {
  const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;
  return headers.authorization === basic || form.get('client_secret') === CLIENT.secret;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
