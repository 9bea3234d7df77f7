import { z } from 'zod';
import { daySchema } from '../domain/days.ts';
import { locationSchema } from '../domain/subjects/processing.ts';
import { contractingEntitySchema, entitySchema, linksSchema } from '../domain/subjects/third-party.ts';
import { countrySchema, idSchema, lineSchema, textSchema, type Text } from '../domain/text.ts';
import type { ContentFiles } from './content-files.ts';

/** What a source says of a vendor's place on the Data Privacy Framework list (Implementing Decision (EU) 2023/1795). */
export const FRAMEWORK_STATES = [
  'certified',
  'under-review',
  'not-on-list',
  'withdrawn',
  'unknown',
  /** Established where no transfer needs it: in the EEA, or under an adequacy decision. */
  'not-needed',
  'adequacy',
] as const;

const sourceSchema = z.strictObject({
  source: lineSchema,
  /** The day on which the source said so, where it is known. */
  on: daySchema.optional(),
});

const vendorSchema = z.strictObject({
  name: lineSchema,
  /** Other names by which people look for it. */
  alsoCalled: z.array(lineSchema).optional(),
  category: idSchema,
  entity: entitySchema.optional(),
  parent: z.strictObject({ name: lineSchema, country: countrySchema.optional() }).optional(),
  contractingEntities: z.array(contractingEntitySchema).optional(),
  locations: z.array(locationSchema).optional(),
  /** Where it runs, in the words of the source. */
  hosting: lineSchema.optional(),
  links: linksSchema.optional(),
  dataPrivacyFramework: z
    .strictObject({
      state: z.enum(FRAMEWORK_STATES),
      participant: lineSchema.optional(),
      validUntil: daySchema.optional(),
      checkedOn: daySchema.optional(),
      note: lineSchema.optional(),
    })
    .optional(),
  /** Where sources disagree, and what to look at before believing the row. */
  caution: lineSchema.optional(),
  sources: z.array(sourceSchema).min(1),
  /** The day on which the row was taken into the catalog. */
  takenOn: daySchema,
  /** Nobody has held the row against the vendor's own contract. */
  pleaseCheck: z.boolean(),
});

const categoriesSchema = z.strictObject({
  categories: z.record(idSchema, z.strictObject({ label: textSchema, purpose: textSchema })),
});

/** A well-known vendor: facts to start an entry with, never facts to publish unread. */
export interface Vendor extends Omit<z.output<typeof vendorSchema>, 'category'> {
  readonly id: string;
  readonly category: { readonly label: Text; readonly purpose: Text };
}

/** Reads the vendor catalog, a file a vendor, in the order of their names. */
export function readVendors(files: ContentFiles): ReadonlyMap<string, Vendor> {
  const categories = files.read('reference/vendor-categories.yaml', categoriesSchema)?.categories ?? {};
  const vendors = files.names('reference/vendors', '.yaml').flatMap((id): Vendor[] => {
    const file = `reference/vendors/${id}.yaml`;
    if (!idSchema.safeParse(id).success) files.report(`content/${file}`, '', 'Is not called by an id.');
    const read = files.read(file, vendorSchema);
    const category = read && categories[read.category];
    if (read && !category)
      files.report(`content/${file}`, 'category', 'Is no category of vendor-categories.yaml.');
    return read && category ? [{ ...read, id, category }] : [];
  });
  vendors.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return new Map(vendors.map((vendor) => [vendor.id, vendor]));
}
