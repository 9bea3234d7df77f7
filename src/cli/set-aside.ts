import { existsSync, renameSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addressOf } from '../../db/address.ts';
import { nameBeside } from '../../db/name-beside.ts';
import { Refusal } from './refusal.ts';

/**
 * Gives the file of a database another name beside its own: `registry.db` becomes `registry.sample-2026-11-22.db`. To be
 * called when this process has closed it.
 *
 * @returns the path under which it is kept
 * @throws Refusal when another process has it open, or it is no file
 */
export async function setAside(databaseUrl: string, mark: string): Promise<string> {
  const address = addressOf(databaseUrl);
  if (address.kind !== 'file')
    throw new Refusal('Only the file of a database can be put aside; a server keeps its own.');
  // What is in the log would be lost; and while there is one, somebody else has the database open.
  if (!(await logIsGone(address.path)))
    throw new Refusal(
      `Another process has ${address.path} open. Stop the server first. Nothing was changed.`,
    );
  const aside = freeName(address.path, mark);
  renameSync(address.path, aside);
  return aside;
}

const TRIES = 40;
const PAUSE = 25;

/**
 * Whether the write-ahead log went into the file, which whoever closes a database last sees to. The client closes for good
 * only when its last statement has been collected, so that is hastened here.
 */
async function logIsGone(path: string): Promise<boolean> {
  setFlagsFromString('--expose-gc');
  // The function exists only in contexts made after the flag was set.
  const collect = runInNewContext('gc') as () => void;
  for (let attempt = 0; attempt < TRIES && existsSync(`${path}-wal`); attempt++) {
    collect();
    await wait(PAUSE);
  }
  return !existsSync(`${path}-wal`);
}

/** A name that no file has yet. */
function freeName(path: string, mark: string): string {
  for (let count = 1; ; count++) {
    const candidate = nameBeside(path, mark, count);
    if (!existsSync(candidate)) return candidate;
  }
}
