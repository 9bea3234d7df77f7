import { readCatalogues, type Catalogue } from './content/catalogue.ts';
import { ContentFiles } from './content/content-files.ts';
import { ContentError } from './content/content-problem.ts';
import {
  readCountryGroups,
  readLegal,
  readVocabularies,
  type CountryGroups,
  type LegalReference,
  type TermGroup,
  type Vocabularies,
} from './content/reference.ts';
import { readSample, sampleNamesIn, type Sample } from './content/samples.ts';
import { readVendors, type Vendor } from './content/vendors.ts';
import { projectRoot } from './project-root.ts';

/** The words and facts under `content/`, checked: read once at start and handed on as an argument. */
export interface Content {
  /** Interface messages by language; its keys are the languages of the interface, English first. */
  readonly messages: ReadonlyMap<string, Catalogue>;
  /** Labels of vocabulary terms, in the order in which readers should meet them. */
  readonly vocabularies: Vocabularies;
  /** Categories of personal data under headings. */
  readonly dataGroups: readonly TermGroup[];
  readonly countryGroups: CountryGroups;
  /** The countries of the European Economic Area: a place outside of it is a transfer. */
  readonly eea: ReadonlySet<string>;
  readonly legal: ReadonlyMap<string, LegalReference>;
  /** The vendor catalog, in the order of names. */
  readonly vendors: ReadonlyMap<string, Vendor>;
}

/**
 * Reads everything under `content/` that the registry speaks with.
 *
 * @param root the folder that holds `content/`
 * @throws ContentError naming every fault of every file
 */
export function loadContent(root: string = projectRoot): Content {
  const files = new ContentFiles(root);
  const messages = readCatalogues(files);
  const words = readVocabularies(files);
  const countryGroups = readCountryGroups(files);
  const legal = readLegal(files);
  const vendors = readVendors(files);
  if (files.problems.length > 0) throw new ContentError(files.problems);
  return { messages, ...words, countryGroups, eea: countryGroups.EEA, legal, vendors };
}

/** Names of the sample registers there are. */
export function sampleNames(root: string = projectRoot): string[] {
  return sampleNamesIn(new ContentFiles(root));
}

/**
 * Reads one sample register. Apart from the rest: only an empty database needs it.
 *
 * @throws ContentError naming every fault of its files
 * @throws RangeError when there is no such sample
 */
export function loadSampleContent(name: string, root: string = projectRoot): Sample {
  const files = new ContentFiles(root);
  const known = sampleNamesIn(files);
  if (!known.includes(name))
    throw new RangeError(`No sample is called ${name}. There is: ${known.join(', ')}.`);
  const sample = readSample(files, name);
  if (!sample) throw new ContentError(files.problems);
  return sample;
}
