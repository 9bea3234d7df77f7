import { isRedacted } from '../domain/text.ts';
import type { ImportFile } from './import-schema.ts';
import type { JsonPath } from './json-places.ts';

/** Something wrong with a file, at a path in it. */
export interface Found {
  readonly path: JsonPath;
  readonly message: string;
}

/** What is wrong with a file of the right form: what a schema cannot say. */
export function problemsIn(file: ImportFile): Found[] {
  return [
    ...repeatedIds(file.scopes, ['scopes']),
    ...repeatedIds(file.thirdParties, ['thirdParties']),
    ...file.thirdParties.flatMap(({ processings = [] }, index) =>
      repeatedIds(processings, ['thirdParties', index, 'processings']),
    ),
    ...redactedTexts(file.organisation, ['organisation']),
    ...redactedTexts(file.scopes, ['scopes']),
    ...redactedTexts(file.thirdParties, ['thirdParties']),
  ];
}

function repeatedIds(entries: readonly { readonly id: string }[], path: JsonPath): Found[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], message: `The id "${id}" stands here twice.` }];
  });
}

/** The mark of a redaction belongs to the ledger in which it was made; nobody may write one. */
function redactedTexts(value: unknown, path: JsonPath): Found[] {
  if (typeof value === 'string')
    return isRedacted(value)
      ? [{ path, message: 'This was redacted: write what may be published, or leave it out.' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    redactedTexts(member, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
