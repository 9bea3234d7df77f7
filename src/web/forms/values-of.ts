import type { z } from 'zod';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { MessageKey } from '../../language/messages.ts';
import type { Words } from '../../language/words.ts';

/** A schema whose keys are the names of controls. */
type FormSchema<Values> = z.ZodType<Values> & { readonly shape: Readonly<Record<string, z.ZodType>> };

/**
 * The values of a form by its schema, an object with a key for each control. A key whose schema is an array gets all
 * values of its name, any other the first one; what was not sent is an empty text.
 *
 * What is wrong stands at its control, `a.b` for what is within. An issue whose message is the key of an interface
 * message is said with it; others in general words.
 */
export function valuesOf<Values>(
  form: ReceivedForm,
  schema: FormSchema<Values>,
  words: Words,
): { readonly values: Values } | { readonly problems: readonly FieldProblem[] } {
  const sent = Object.entries(schema.shape).map(([name, field]): [string, string | readonly string[]] => [
    name,
    isList(field) ? form.values(name) : form.value(name),
  ]);
  const parsed = schema.safeParse(Object.fromEntries(sent));
  if (parsed.success) return { values: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      message: inWords(issue, words),
    })),
  };
}

/** Whether a field takes several values, whatever is done to them before or afterwards. */
function isList(field: z.ZodType): boolean {
  // What a schema is wrapped around is no part of its type, but documented for tools that walk through schemas.
  const { type, innerType, in: before, out } = (field as unknown as { readonly def: Definition }).def;
  if (type === 'array' || type === 'set') return true;
  return [innerType, before, out].some((inner) => inner !== undefined && isList(inner));
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

// A sentence of a schema has spaces and capitals; keys of messages are words between dots.
const KEY = /^[a-z][\w-]*(?:\.[\w-]+)+$/;

function inWords(issue: z.core.$ZodIssue, { t }: Words): string {
  // Whoever wrote the schema wrote the key: one that does not exist is a fault, and told as one.
  if (KEY.test(issue.message)) return t(issue.message as MessageKey);
  if (issue.code === 'too_small') return t('gate.field.missing');
  if (issue.code === 'too_big') return t('gate.field.too-long', { most: Number(issue.maximum) });
  return t(issue.code === 'invalid_value' ? 'gate.field.unknown' : 'gate.field.unreadable');
}
