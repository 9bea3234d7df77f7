import { z } from 'zod';
import { organisationSchema } from '../domain/subjects/organisation.ts';
import { scopeSchema } from '../domain/subjects/scope.ts';
import { thirdPartySchema } from '../domain/subjects/third-party.ts';
import { idSchema, textSchema } from '../domain/text.ts';
import type { ContentFiles } from './content-files.ts';

const registerSchema = z.strictObject({
  title: textSchema,
  organisation: organisationSchema,
  scopes: z.record(idSchema, scopeSchema),
});

const thirdPartiesSchema = z.strictObject({ thirdParties: z.record(idSchema, thirdPartySchema) });

const daysAgo = z.number().int().nonnegative();

/** One notice of a sample's history: what it does to third parties, by id. */
const stepSchema = z.strictObject({
  daysAgo,
  reason: textSchema.optional(),
  /** Third parties that come into use, whole. */
  add: z.record(idSchema, thirdPartySchema).default({}),
  /** Third parties that go out of use. */
  end: z.array(idSchema).default([]),
  /** Values of fields, by path. */
  set: z.record(idSchema, z.record(z.string(), z.json())).default({}),
  /** Texts that read better and mean the same, by path. */
  wording: z.record(idSchema, z.record(z.string(), textSchema)).default({}),
});
export type SampleStep = z.output<typeof stepSchema>;

const noticesSchema = z.strictObject({
  notices: z
    .tuple([z.strictObject({ daysAgo, baseline: z.literal(true) })], stepSchema)
    .refine(([first, ...steps]) => isFalling([first.daysAgo, ...steps.map((step) => step.daysAgo)]), {
      error: 'Notices stand in the order in which they were published.',
    }),
});

function isFalling(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number <= (numbers[index - 1] ?? 0));
}

/** A sample register with its history, told in days before the day on which it is loaded. */
export interface Sample extends z.output<typeof registerSchema> {
  readonly name: string;
  /** The third parties of the first edition. */
  readonly thirdParties: z.output<typeof thirdPartiesSchema>['thirdParties'];
  /** The first edition's days ago, and the notices after it. */
  readonly baseline: { readonly daysAgo: number };
  readonly steps: readonly SampleStep[];
}

/** Names of the sample registers: the folders of `content/samples/`. */
export function sampleNamesIn(files: ContentFiles): string[] {
  return files.names('samples', '');
}

export function readSample(files: ContentFiles, name: string): Sample | undefined {
  const folder = `samples/${name}`;
  const register = files.read(`${folder}/register.yaml`, registerSchema);
  const thirdParties = files.read(`${folder}/third-parties.yaml`, thirdPartiesSchema);
  const history = files.read(`${folder}/notices.yaml`, noticesSchema);
  if (!register || !thirdParties || !history) return undefined;
  const [baseline, ...steps] = history.notices;
  return { name, ...register, ...thirdParties, baseline, steps };
}
