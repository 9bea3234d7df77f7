import type { z } from 'zod';
import type { JsonPath } from './json-places.ts';

type Issue = z.core.$ZodIssue;

/** What a schema finds wrong, each with its own place: unknown names one by one, and of alternatives the nearest. */
export function messagesOf(issue: Issue): { readonly path: JsonPath; readonly message: string }[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      path: [...path, name],
      message: `There is no field "${name}" here.`,
    }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  return nearest(issue.errors).flatMap((inner) => messagesOf({ ...inner, path: [...path, ...inner.path] }));
}

/** The alternative with the fewest faults is the one that was meant. */
function nearest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  return [...alternatives].sort((one, other) => one.length - other.length)[0] ?? [];
}
