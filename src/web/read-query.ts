import type { Known } from './known.ts';
import type { Parameter, QueryFault } from './parameters.ts';
import type { PublicRoute } from './public-routes.ts';

/** A query as its page receives it, and the one way of writing it: two queries that ask the same are written the same. */
export interface ReadQuery {
  readonly values: Readonly<Record<string, unknown>>;
  /** With its question mark; empty when nothing is asked. */
  readonly canonical: string;
}

/** What is wrong with a query, by the name of the parameter. */
export interface QueryProblem {
  readonly parameter: string;
  readonly fault: QueryFault;
  /** The values there are, where they can be listed. */
  readonly values: readonly string[];
  /** The last edition that may be named, where it is not the last one of all. */
  readonly last?: number;
}

/**
 * Reads the query of an address. Parameters the route does not have are left out, empty values count as absent.
 *
 * @param text what stands after the question mark
 * @param language the language to which a file's `language` falls back
 */
export function readQuery(
  route: PublicRoute,
  text: string,
  known: Known,
  language: string,
): ReadQuery | { readonly problem: QueryProblem } {
  const asked = new URLSearchParams(text);
  const values: Record<string, unknown> = {};
  const written: string[] = [];
  for (const [name, parameter] of Object.entries(route.parameters)) {
    const read = readParameter(name, parameter, asked.getAll(name), known);
    if ('problem' in read) return read;
    const told = read.values.filter((value) => value !== parameter.absent?.(language));
    values[name] = parameter.repeats ? told : told[0];
    written.push(...told.map((value) => `${name}=${encodeURIComponent(String(value))}`));
  }
  const problem = comparedBackwards(values);
  if (problem) return { problem };
  return { values, canonical: written.length > 0 ? `?${written.join('&')}` : '' };
}

/** What changed since an edition cannot be read in an earlier one: "nothing" would be no answer. */
function comparedBackwards({ since, edition }: Readonly<Record<string, unknown>>): QueryProblem | undefined {
  if (typeof since !== 'number' || typeof edition !== 'number' || since <= edition) return undefined;
  return { parameter: 'since', fault: 'edition', values: [], last: edition };
}

function readParameter(
  name: string,
  parameter: Parameter<unknown>,
  texts: readonly string[],
  known: Known,
): { readonly values: readonly unknown[] } | { readonly problem: QueryProblem } {
  const given = texts.filter((text) => text.trim() !== '');
  const problem = (fault: QueryFault) => ({
    problem: { parameter: name, fault, values: parameter.values?.(known) ?? [] },
  });
  if (given.length > 1 && !parameter.repeats) return problem('repeated');
  const schema = parameter.schema(known);
  const values = new Set<unknown>();
  for (const text of given) {
    const parsed = schema.safeParse(text);
    if (!parsed.success) return problem((parsed.error.issues[0]?.message ?? 'text') as QueryFault);
    values.add(parsed.data);
  }
  // What may repeat is a set: its order says nothing.
  return { values: [...values].sort() };
}
