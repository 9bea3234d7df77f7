import type { Entry } from './entry.ts';
import { LONGEST_TARGET } from './limits.ts';
import { withoutOrigin } from './read-target.ts';
import { resolve, type Reading, type Resolution } from './resolve.ts';
import type { Files } from './site.ts';

/** `/healthz`: the process is up. `/readyz`: it can answer readers. */
const HEALTH_PATHS = ['/healthz', '/readyz'] as const;
export type HealthPath = (typeof HEALTH_PATHS)[number];

/** What stands at an address. */
export type Place =
  | Resolution
  | { readonly kind: 'file'; readonly entry: Entry }
  | { readonly kind: 'health'; readonly path: HealthPath }
  | { readonly kind: 'too-long' }
  /** `*`: the server as a whole, which only OPTIONS may ask for (RFC 9112, section 3.2.4). */
  | { readonly kind: 'server' };

export function placeAt(target: string, files: Files, reading: Reading): Place {
  if (target.length > LONGEST_TARGET) return { kind: 'too-long' };
  if (target === '*') return { kind: 'server' };
  const path = withoutOrigin(target).split('?', 1)[0] ?? '';
  if (isHealthPath(path)) return { kind: 'health', path };
  const entry = files.get(path);
  return entry ? { kind: 'file', entry } : resolve(target, reading);
}

function isHealthPath(path: string): path is HealthPath {
  return (HEALTH_PATHS as readonly string[]).includes(path);
}

const READ = ['GET', 'HEAD'];

/** The methods a place answers; undefined where that is not known here, or there is nothing, whatever the method. */
export function methodsOf(place: Place): readonly string[] | undefined {
  if (place.kind === 'too-long' || place.kind === 'refused' || place.kind === 'admin') return undefined;
  if (place.kind === 'server') return ['OPTIONS'];
  return isOpen(place) ? [...READ, 'OPTIONS'] : READ;
}

/** Whether pages of other origins may read what stands there. */
export function isOpen(place: Place): boolean {
  return place.kind === 'found' && place.route.open === true;
}
