/**
 * What is said of a field that is not stated. `needed`: that it is not, because the law or the standard clauses ask for
 * it; `asked`: the same, in one line with others; `extra`: nothing, since there need not be anything to state.
 */
export interface PlacedField {
  readonly path: string;
  readonly missing: 'needed' | 'asked' | 'extra';
}

const needed = (path: string): PlacedField => ({ path, missing: 'needed' });
const asked = (path: string): PlacedField => ({ path, missing: 'asked' });
const extra = (path: string): PlacedField => ({ path, missing: 'extra' });

/** Where each field of a third party stands on its page, in the order in which a reviewer asks. */
export const SECTIONS = {
  who: [
    extra('service'),
    needed('entity/name'),
    needed('entity/country'),
    asked('entity/address'),
    asked('entity/registration'),
    extra('contact/position'),
    asked('contact/address'),
    asked('parent/name'),
    extra('parent/country'),
    extra('affiliate'),
    extra('contractingEntities'),
    extra('representatives'),
  ],
  processing: [
    asked('subjectMatter'),
    asked('nature'),
    extra('condition'),
    asked('use'),
    needed('data'),
    extra('dataNote'),
    needed('subjects'),
    needed('specialCategories'),
    extra('specialCategoriesNote'),
    extra('customerRegions'),
    needed('retention'),
    asked('retentionAfterContract'),
    asked('retentionInBackups'),
    needed('locations'),
    needed('safeguards'),
    asked('supplementaryMeasures'),
    asked('legalBasis'),
    extra('delimitation'),
  ],
  contract: [
    needed('links/agreement'),
    asked('links/subprocessors'),
    extra('links/subprocessorsFeed'),
    asked('links/privacy'),
    extra('links/terms'),
    extra('links/website'),
    asked('links/security'),
    extra('links/status'),
  ],
  assurance: [asked('certifications'), asked('securityMeasures')],
  ai: [asked('ai/modelProvider'), needed('ai/trainsOnData'), asked('ai/retention'), asked('ai/optOut')],
  chain: [extra('engagedBy'), extra('replaces'), extra('continues')],
} as const satisfies Record<string, readonly PlacedField[]>;

/** Told otherwise on the page: in its title, its headings, with another field, or as marks on texts. */
export const UNSEEN = [
  'kind',
  'name',
  'entity/person',
  'outdated',
  'processings/*/scope',
  'processings/*/role',
  'processings/*/purpose',
  'processings/*/retentionTerms',
] as const;
