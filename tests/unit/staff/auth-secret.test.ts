import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../src/configuration.ts';
import { projectPath } from '../../../src/project-root.ts';
import { authSecret, secretFileOf } from '../../../src/staff/auth-secret.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

const path = () => join(folder, 'data', 'registry.db.secret');
const ours = (secret?: string) => ({ authSecret: secret, databaseUrl: `file:${folder}/data/registry.db` });

describe('the secret of sign-in', () => {
  it('is the one that is configured', () => {
    expect(authSecret(ours('a secret with thirty-two characters'))).toBe(
      'a secret with thirty-two characters',
    );
  });

  it('is made once, beside the database, for its owner alone', async () => {
    const secret = authSecret(ours());
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(authSecret(ours())).toBe(secret);
    expect((await readFile(path(), 'utf8')).trim()).toBe(secret);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'data'))).toEqual(['registry.db.secret']);
  });

  it('is the same for processes that start at once', async () => {
    const make = `import { authSecret } from ${JSON.stringify(projectPath('src', 'staff', 'auth-secret.ts'))};
      process.stdout.write(authSecret(${JSON.stringify(ours())}));`;
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', make]);
    const secrets = await Promise.all(Array.from({ length: 4 }, start));
    expect(new Set(secrets.map(({ stdout }) => stdout)).size).toBe(1);
    expect(secrets[0]?.stdout).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is shut to others when it was left open', async () => {
    const secret = authSecret(ours());
    await chmod(path(), 0o644);
    expect(authSecret(ours())).toBe(secret);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('is told to be broken, without being told', async () => {
    authSecret(ours());
    await writeFile(path(), 'half a secr');
    expect(() => authSecret(ours())).toThrow(ConfigurationError);
    expect(() => authSecret(ours())).toThrow(/holds no secret/);
    expect(() => authSecret(ours())).not.toThrow(/half a secr/);
  });

  it('is in the folder of data when the database is a server’s', () => {
    expect(secretFileOf('libsql://register.example.com')).toBe('data/auth-secret');
  });
});
