import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workFolder } from './paths.mjs';

const folder = join(workFolder, 'bootstrap.lock');
const holderFile = join(folder, 'holder');
const heartbeat = 2_000;
const silence = 20_000;

/**
 * Does some work while no other start of this same folder does: two starts at once install and build once.
 * Not re-entrant.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  await mkdir(workFolder, { recursive: true });
  while (!(await taken())) {
    await removeIfAbandoned();
    await sleep(200);
  }
  const beat = setInterval(() => void touch(), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(folder, { recursive: true, force: true });
  }
}

async function taken() {
  try {
    await mkdir(folder);
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    throw error;
  }
  await writeFile(holderFile, `${hostname()} ${process.pid}`);
  return true;
}

async function touch() {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}

/** A holder that was killed leaves its lock: known by its process being gone, elsewhere by its silence. */
async function removeIfAbandoned() {
  try {
    const quietFor = Date.now() - (await stat(folder)).mtimeMs;
    const holder = await readFile(holderFile, 'utf8').catch(() => '');
    if (quietFor < silence && !isGone(holder)) return;
    const aside = `${folder}.${process.pid}`;
    await rename(folder, aside);
    await rm(aside, { recursive: true, force: true });
  } catch (error) {
    // Released or removed by another in the meantime.
    if (!isError(error, 'ENOENT')) throw error;
  }
}

/** @param {string} holder */
function isGone(holder) {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isError(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isError(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
