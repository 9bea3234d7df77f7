import type { Json } from '../domain/json.ts';
import { normalise } from '../domain/leaves.ts';
import type { SubjectKind, SubjectStates } from '../domain/subjects/subject.ts';

/**
 * The public facts of a subject in one order: fields as in the table of fields, everything below by name. The order in
 * which a history happened to bring facts along must not show in a file.
 *
 * Only what the table of fields names gets through: this is what makes a file public.
 */
export function inOrder<Kind extends SubjectKind>(
  kind: Kind,
  state: SubjectStates[Kind],
): SubjectStates[Kind] {
  const facts = normalise(kind, state) as unknown as Record<string, Json>;
  // A processing's own fields stand in the table's order already; their values do not.
  const ordered = Object.entries(facts).map(([name, value]) => [
    name,
    name === 'processings' ? mapValues(value, (processing) => mapValues(processing, sorted)) : sorted(value),
  ]);
  return Object.fromEntries(ordered) as SubjectStates[Kind];
}

function mapValues(value: Json, map: (value: Json) => Json): Json {
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, map(one as Json)]));
}

/** The value with the names in every object sorted; arrays stay as they are. */
export function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => sorted(one));
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(
    names.map((name) => [name, sorted((value as Record<string, Json>)[name] ?? null)]),
  );
}
