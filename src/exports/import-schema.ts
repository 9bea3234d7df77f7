import { z } from 'zod';
import { organisationSchema } from '../domain/subjects/organisation.ts';
import {
  noticeEntrySchema,
  processingEntrySchema,
  registerFileSchema,
  SCHEMA_VERSION,
  scopeEntrySchema,
  thirdPartyEntrySchema,
} from './register-schema.ts';

const computed = { url: true, state: true, periodsOfUse: true } as const;
const optionalParts = { transfer: true } as const;

/** A processing of a file, without what is computed. */
export const processingRowSchema = processingEntrySchema.partial(optionalParts);

/** The file as `export` writes it, or written by hand: what is computed may be left out. */
export const importSchema = registerFileSchema
  .omit({ scopes: true, thirdParties: true, planned: true })
  .partial()
  .extend({
    $schema: z.string().optional(),
    schemaVersion: z.literal(SCHEMA_VERSION),
    organisation: organisationSchema,
    scopes: z.array(scopeEntrySchema),
    thirdParties: z.array(
      thirdPartyEntrySchema.partial(computed).extend({
        url: z.string().optional(),
        processings: z.array(processingRowSchema).optional(),
      }),
    ),
    planned: z.array(noticeEntrySchema).optional(),
  });
export type ImportFile = z.infer<typeof importSchema>;
