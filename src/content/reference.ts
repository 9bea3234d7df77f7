import { z } from 'zod';
import { daySchema } from '../domain/days.ts';
import { GAP_REASONS } from '../domain/gaps.ts';
import { GROUNDS } from '../domain/subjects/processing.ts';
import { countrySchema, idSchema, lineSchema, linkSchema, textSchema, type Text } from '../domain/text.ts';
import type { ContentFiles } from './content-files.ts';

const termSchema = z.strictObject({ label: textSchema, group: idSchema.optional() });
const vocabularySchema = z.strictObject({
  groups: z.record(idSchema, textSchema).optional(),
  terms: z.record(idSchema, termSchema),
});
type VocabularyFile = z.output<typeof vocabularySchema>;

/** Terms in the order in which readers should meet them, with their labels; and the groups they are sorted by. */
export interface Vocabularies {
  readonly data: ReadonlyMap<string, Text>;
  readonly subjects: ReadonlyMap<string, Text>;
}

/** A heading for a few terms: `{en: 'Contact details'}`, `['email-address', …]`. */
export interface TermGroup {
  readonly id: string;
  readonly label: Text;
  readonly terms: readonly string[];
}

export interface VocabularyContent {
  readonly vocabularies: Vocabularies;
  readonly dataGroups: readonly TermGroup[];
}

export function readVocabularies(files: ContentFiles): VocabularyContent {
  const data = files.read('reference/data-categories.yaml', vocabularySchema);
  const subjects = files.read('reference/data-subjects.yaml', vocabularySchema);
  if (data) checkGroups(files, data);
  return {
    vocabularies: { data: labelsIn(data), subjects: labelsIn(subjects) },
    dataGroups: groupsIn(data),
  };
}

function labelsIn(file: VocabularyFile | undefined): ReadonlyMap<string, Text> {
  return new Map(Object.entries(file?.terms ?? {}).map(([id, { label }]) => [id, label]));
}

function groupsIn(file: VocabularyFile | undefined): readonly TermGroup[] {
  const terms = Object.entries(file?.terms ?? {});
  return Object.entries(file?.groups ?? {}).map(([id, label]) => ({
    id,
    label,
    terms: terms.filter(([, term]) => term.group === id).map(([term]) => term),
  }));
}

function checkGroups(files: ContentFiles, { groups = {}, terms }: VocabularyFile): void {
  for (const [id, { group }] of Object.entries(terms))
    if (group === undefined || !Object.hasOwn(groups, group))
      files.report(
        'content/reference/data-categories.yaml',
        `terms/${id}/group`,
        'Is no group of this file.',
      );
}

/** Codes with spaces between them. */
const countriesSchema = z
  .string()
  .transform((codes) => codes.split(/\s+/))
  .pipe(z.array(countrySchema));

const countryGroupsSchema = z.strictObject({
  verifiedOn: daySchema,
  groups: z.strictObject({ EU: countriesSchema, 'EEA-beside-EU': countriesSchema }),
});

/** The countries of a group, by ISO 3166-1 code. */
export interface CountryGroups {
  readonly EU: ReadonlySet<string>;
  readonly EEA: ReadonlySet<string>;
}

export function readCountryGroups(files: ContentFiles): CountryGroups {
  const read = files.read('reference/country-groups.yaml', countryGroupsSchema);
  const { EU = [], 'EEA-beside-EU': besideEU = [] } = read?.groups ?? {};
  return { EU: new Set(EU), EEA: new Set([...EU, ...besideEU]) };
}

/** What the interface refers to: each has to be in `content/reference/legal.yaml`. */
const NEEDED = [
  ...GAP_REASONS,
  ...(['notice', 'time-limit', 'recipients', 'chain', 'special-categories'] as const),
  ...([
    'role-subprocessor',
    'role-processor',
    'role-joint-controller',
    'role-independent-controller',
  ] as const),
  ...(['basis-6-1-a', 'basis-6-1-b', 'basis-6-1-c', 'basis-6-1-d', 'basis-6-1-e', 'basis-6-1-f'] as const),
  ...GROUNDS.map((ground) => `ground-${ground}` as const),
  ...(['dossier-care', 'dossier-contract', 'dossier-contact', 'dossier-assessment'] as const),
] as const;
export type LegalKey = (typeof NEEDED)[number];

const referenceSchema = z.strictObject({ instrument: idSchema, label: textSchema, citation: textSchema });
const legalSchema = z.strictObject({
  instruments: z.record(idSchema, z.strictObject({ name: textSchema, link: linkSchema.and(lineSchema) })),
  references: z.record(idSchema, referenceSchema),
});

/** Where the law says something: what it is about, the article, the text of the law on the web. */
export interface LegalReference {
  readonly label: Text;
  readonly citation: Text;
  readonly instrument: Text;
  readonly link: string;
}

export function readLegal(files: ContentFiles): ReadonlyMap<string, LegalReference> {
  const file = 'reference/legal.yaml';
  const read = files.read(file, legalSchema);
  const found = new Map<string, LegalReference>();
  if (!read) return found;
  for (const [key, { instrument, label, citation }] of Object.entries(read.references)) {
    const source = read.instruments[instrument];
    if (source) found.set(key, { label, citation, instrument: source.name, link: source.link });
    else files.report(`content/${file}`, `references/${key}/instrument`, 'Is no instrument of this file.');
  }
  for (const key of NEEDED)
    if (!Object.hasOwn(read.references, key))
      files.report(`content/${file}`, `references/${key}`, 'Is missing.');
  return found;
}
