import { nextFree } from '../../../domain/rename-processings.ts';
import type { Processing } from '../../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../../domain/subjects/third-party.ts';

export type Processings = Readonly<Record<string, Processing>>;

/**
 * The processing as another third party would take it over: what it is for belongs to the organisation, how it is done
 * to whoever does it. How long, where and under which safeguard is not known of the other one and stays not stated.
 */
export function takenOver(processing: Processing): Processing {
  const {
    delimitation: _delimitation,
    retention: _retention,
    retentionTerms: _retentionTerms,
    retentionAfterContract: _retentionAfterContract,
    retentionInBackups: _retentionInBackups,
    locations: _locations,
    safeguards: _safeguards,
    supplementaryMeasures: _supplementaryMeasures,
    ...purpose
  } = processing;
  return purpose;
}

/** Processings beside those that are there already: an id that is taken becomes the next free one, as when drafts are rebased. */
export function besides(own: Processings, more: readonly (readonly [string, Processing])[]): Processings {
  const all: Record<string, Processing> = { ...own };
  for (const [id, processing] of more)
    all[Object.hasOwn(all, id) ? nextFree(id, new Set(Object.keys(all))) : id] = processing;
  return all;
}

export function processingsOf(thirdParty: ThirdParty | undefined): [string, Processing][] {
  return Object.entries(thirdParty?.processings ?? {});
}

/** The third party without the processings in the scopes; in no scope at all when none is named. */
export function withoutProcessings(thirdParty: ThirdParty, scopes: ReadonlySet<string>): ThirdParty {
  const { processings = {}, ...rest } = thirdParty;
  const kept = Object.entries(processings).filter(([, { scope }]) => scopes.size > 0 && !scopes.has(scope));
  return withProcessings(rest, Object.fromEntries(kept));
}

/** The third party with these processings only. Marks of outdated translations go with the processings they are about. */
export function withProcessings(thirdParty: ThirdParty, processings: Processings): ThirdParty {
  const { processings: before, outdated = [], ...rest } = thirdParty;
  const marks = outdated.filter((path) => {
    const id = /^processings\/([^/]+)\//.exec(path)?.[1];
    return id === undefined || (Object.hasOwn(processings, id) && before?.[id] === processings[id]);
  });
  return {
    ...rest,
    ...(marks.length > 0 ? { outdated: marks } : {}),
    ...(Object.keys(processings).length > 0 ? { processings: { ...processings } } : {}),
  };
}
