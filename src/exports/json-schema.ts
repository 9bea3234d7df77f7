import { z } from 'zod';
import { documentation, registerFileSchema } from './register-schema.ts';

/**
 * The JSON Schema (draft 2020-12) of `/subprocessors.json` as text, made from the schema that the file is written by.
 *
 * What it does not name it does not forbid: a later release may add facts without breaking who checks against it.
 *
 * @param id the whole address of the schema
 */
export function jsonSchema(id: string): string {
  const { $schema, ...schema } = z.toJSONSchema(registerFileSchema, {
    io: 'input',
    metadata: documentation,
    override: ({ jsonSchema: part }) => {
      if (part.additionalProperties === false) delete part.additionalProperties;
    },
  });
  return `${JSON.stringify({ $schema, $id: id, ...schema }, null, 2)}\n`;
}
