import type { z } from 'zod';
import { importSchema, processingRowSchema } from './import-schema.ts';
import type { JsonPath } from './json-places.ts';
import { messagesOf } from './schema-messages.ts';

/** Something wrong with a value, and where it stands. */
export interface ImportFault {
  readonly path: JsonPath;
  readonly message: string;
}

/** No list within a row is longer in any register; the sets of a processing hold 200 members. */
const LONGEST_LIST = 1000;

/**
 * What is wrong with a file as such, its rows judged one by one until there are enough faults. The schema of the whole
 * would judge every row before it says anything: a small file of empty rows has millions of faults.
 */
export function faultsOfFile(json: unknown, most: number): ImportFault[] {
  const faults: ImportFault[] = [];
  for (const { path, row, schema } of rowsIn(json)) {
    if (faults.length >= most) break;
    faults.push(...faultsOfRow(path, row, schema));
  }
  return faults.slice(0, most);
}

interface Row {
  readonly path: JsonPath;
  readonly row: unknown;
  readonly schema: z.ZodType;
}

const LISTS = ['scopes', 'thirdParties', 'planned'] as const;

function* rowsIn(json: unknown): Generator<Row> {
  yield { path: [], row: withoutRows(json), schema: importSchema };
  for (const list of LISTS) {
    const { element: schema } = unwrapped(importSchema.shape[list]);
    for (const [index, row] of listAt(json, list).entries()) {
      const path = [list, index];
      for (const [position, processing] of list === 'thirdParties'
        ? listAt(row, 'processings').entries()
        : [])
        yield { path: [...path, 'processings', position], row: processing, schema: processingRowSchema };
      yield { path, row: list === 'thirdParties' ? withoutProcessings(row) : row, schema };
    }
  }
}

function unwrapped(schema: (typeof importSchema.shape)[(typeof LISTS)[number]]) {
  return 'element' in schema ? schema : schema.unwrap();
}

function faultsOfRow(path: JsonPath, row: unknown, schema: z.ZodType): ImportFault[] {
  const long = listTooLong(row, path);
  if (long)
    return [{ path: long, message: `A list of more than ${String(LONGEST_LIST)} is none of a register.` }];
  const issues = schema.safeParse(row).error?.issues ?? [];
  return issues.flatMap(messagesOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/** Deeper than any row: what is down there the schema refuses without looking into it. */
const DEEPEST = 8;

function listTooLong(value: unknown, path: JsonPath, depth = 0): JsonPath | undefined {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value) && value.length > LONGEST_LIST) return path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = listTooLong(inner, [...path, name], depth + 1);
    if (found) return found;
  }
  return undefined;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function withoutRows(json: unknown): unknown {
  const full = LISTS.filter((list) => listAt(json, list).length > 0);
  return full.length === 0
    ? json
    : { ...(json as object), ...Object.fromEntries(full.map((list) => [list, []])) };
}

/** They are judged one by one; that something is no list of them is for the schema to say. */
function withoutProcessings(row: unknown): unknown {
  if (listAt(row, 'processings').length === 0) return row;
  return { ...(row as object), processings: [] };
}
