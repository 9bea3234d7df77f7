import { z } from 'zod';
import { textSchema } from '../text.ts';

export const CAPACITIES = ['processor', 'controller', 'both'] as const;
export type Capacity = (typeof CAPACITIES)[number];

const domainSchema = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, { error: 'Not a domain name (www.example.com).' });

/** Where processing happens for customers: a product, the websites, the organisation itself. */
export const scopeSchema = z.strictObject({
  name: textSchema,
  description: textSchema.optional(),
  domains: z.array(domainSchema).max(50).optional(),
  /** The capacity in which the organisation acts there: a notice period binds only a processor. */
  capacity: z.enum(CAPACITIES),
  outdated: z.array(z.string().max(200)).max(500).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;
