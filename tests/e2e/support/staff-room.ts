import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { systemClock } from '../../../src/clock.ts';
import { parseConfiguration } from '../../../src/configuration.ts';
import type { StaffTestContext } from '../../support/staff.ts';
import { startRegistry, stopRegistry } from './registry.ts';

/** A registry of its own in another process, with the sample in it, and a way to its staff past its pages. */
export interface StaffRoom {
  readonly url: string;
  /** For `signedInAs` and the like. */
  readonly context: StaffTestContext;
  close(): Promise<void>;
}

export async function openStaffRoom(environment: Readonly<Record<string, string>> = {}): Promise<StaffRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-staff-'));
  const registry = await startRegistry(folder, environment);
  const databaseUrl = `file:${folder}/registry.db`;
  const database = await openDatabase({ url: databaseUrl });
  return {
    url: registry.url,
    context: {
      clock: systemClock,
      configuration: parseConfiguration({
        ...environment,
        DATABASE_URL: databaseUrl,
        PUBLIC_URL: registry.url,
      }),
      database,
    },
    close: async () => {
      await database.close();
      await stopRegistry(registry);
      await rm(folder, { recursive: true });
    },
  };
}
