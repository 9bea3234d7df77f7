import type { Problem } from '../domain/problem.ts';
import type { ImportFile } from './import-schema.ts';
import type { JsonPath } from './json-places.ts';

/**
 * Where in a file it stands that a notice is refused for: the problem names `third-party/sentry/processings/p1/purpose`,
 * the file has `/thirdParties/3/processings/0/purpose`.
 */
export function pathOf({ at = '' }: Problem, file: ImportFile): JsonPath {
  const [kind, id, ...field] = at.split('/');
  if (kind === 'organisation') return ['organisation', ...field];
  if (kind === 'scope') return ['scopes', indexOf(file.scopes, id), ...field];
  if (kind === 'third-party') {
    const index = indexOf(file.thirdParties, id);
    const [first, processing, ...rest] = field;
    if (first !== 'processings') return ['thirdParties', index, ...field];
    const rows = file.thirdParties[index]?.processings ?? [];
    return ['thirdParties', index, 'processings', indexOf(rows, processing), ...rest];
  }
  return kind === 'data' || kind === 'subjects' ? firstUse(kind, id, file) : [];
}

function indexOf(entries: readonly { readonly id: string }[], id: string | undefined): number {
  return entries.findIndex((entry) => entry.id === id);
}

/** Where a term of a vocabulary is used first. */
function firstUse(vocabulary: 'data' | 'subjects', term: string | undefined, file: ImportFile): JsonPath {
  for (const [index, { processings = [] }] of file.thirdParties.entries())
    for (const [row, processing] of processings.entries())
      for (const [position, category] of (processing[vocabulary] ?? []).entries())
        if ('term' in category && category.term === term)
          return ['thirdParties', index, 'processings', row, vocabulary, position];
  return [];
}
