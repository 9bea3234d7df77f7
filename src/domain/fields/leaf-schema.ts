import { z } from 'zod';
import { STATE_SCHEMAS, type SubjectKind } from '../subjects/subject.ts';

/** The schema of what stands at the end of the steps, of a set that of a member; undefined when nothing can. */
export function leafSchema(kind: SubjectKind, steps: readonly string[]): z.ZodType | undefined {
  let schema: unknown = STATE_SCHEMAS[kind];
  for (const step of steps) schema = unwrapped(within(schema, step));
  const leaf = schema instanceof z.ZodArray ? schema.element : schema;
  return leaf instanceof z.ZodType ? leaf : undefined;
}

function within(schema: unknown, step: string): unknown {
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape = schema.shape as Readonly<Record<string, unknown>>;
  return Object.hasOwn(shape, step) ? shape[step] : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}
