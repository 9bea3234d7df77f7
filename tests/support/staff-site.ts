import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import { closeContext, createContext, type Context } from '../../src/context.ts';
import { createLog } from '../../src/log.ts';
import { startRegistry, stopRegistry } from '../e2e/support/registry.ts';

/** The built registry with the sample, in a process of its own, and its database as the tests look into it. */
export interface StaffSite {
  /** Where it listens. */
  readonly url: string;
  /** Stands on the same file as the registry: sessions and drafts that a test writes are there for it. */
  readonly context: Context;
  close(): Promise<void>;
}

const SECRET = 'a secret of tests, as long as it has to be';

/** @param environment in addition to what it needs to run */
export async function startStaffSite(environment: Readonly<Record<string, string>> = {}): Promise<StaffSite> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-staff-'));
  const registry = await startRegistry(folder, { AUTH_SECRET: SECRET, ...environment });
  const configuration = parseConfiguration({
    PUBLIC_URL: registry.url,
    AUTH_SECRET: SECRET,
    DATABASE_URL: `file:${join(folder, 'registry.db')}`,
    ...environment,
  });
  const log = createLog({ level: 'silent', clock: systemClock });
  const context = await createContext({ configuration, clock: systemClock, log });
  return {
    url: registry.url,
    context,
    close: async () => {
      await closeContext(context);
      await stopRegistry(registry);
      await rm(folder, { recursive: true });
    },
  };
}
