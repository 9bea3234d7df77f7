import type { z } from 'zod';
import type { Field } from '../../src/domain/fields/field.ts';
import { languageSchema } from '../../src/domain/text.ts';

export interface SchemaLeaf {
  readonly path: string;
  readonly form: Field['form'];
}

/** The leaves of a schema as fields: what is a text, a set, or a value that is replaced whole. */
export function leavesOf(schema: z.core.$ZodType, path = ''): SchemaLeaf[] {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'optional':
      return leavesOf(def.innerType, path);
    case 'object':
      return Object.entries(def.shape).flatMap(([name, inner]) =>
        leavesOf(inner, path === '' ? name : `${path}/${name}`),
      );
    case 'record':
      return def.keyType === languageSchema ? [{ path, form: 'text' }] : leavesOf(def.valueType, `${path}/*`);
    case 'array':
      return [{ path, form: 'set' }];
    default:
      return [{ path, form: 'value' }];
  }
}
