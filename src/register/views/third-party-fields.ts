/**
 * Whether a reader misses a field that is not stated. `asked`: the law, the standard clauses or reviewers ask for it, so
 * the page says that it is not stated; `extra`: there need not be anything to state.
 */
export interface PlacedField {
  readonly path: string;
  readonly missing: 'asked' | 'extra';
}

const asked = (path: string): PlacedField => ({ path, missing: 'asked' });
const extra = (path: string): PlacedField => ({ path, missing: 'extra' });

/** Fields of the third party itself, by the question of a reviewer that they answer. */
export const OWN_FIELDS = {
  who: [
    extra('service'),
    asked('entity/name'),
    asked('entity/country'),
    asked('entity/address'),
    asked('entity/registration'),
    extra('contact/position'),
    asked('contact/address'),
    asked('parent/name'),
    extra('parent/country'),
    extra('affiliate'),
    extra('contractingEntities'),
    extra('representatives'),
    extra('links/website'),
  ],
  contract: [asked('links/agreement'), extra('links/terms'), asked('links/privacy')],
  chain: [extra('engagedBy'), asked('links/subprocessors'), extra('links/subprocessorsFeed')],
  succession: [extra('replaces'), extra('continues')],
  assurance: [
    asked('certifications'),
    asked('securityMeasures'),
    asked('links/security'),
    extra('links/status'),
  ],
  ai: [asked('ai/trainsOnData'), asked('ai/modelProvider'), asked('ai/retention'), asked('ai/optOut')],
} as const satisfies Record<string, readonly PlacedField[]>;

/** Fields of each of its processings, likewise: every question is answered for all of them at once. */
export const PROCESSING_FIELDS = {
  processing: [
    asked('role'),
    asked('nature'),
    asked('subjectMatter'),
    extra('delimitation'),
    asked('legalBasis'),
  ],
  data: [
    asked('data'),
    extra('dataNote'),
    asked('specialCategories'),
    extra('specialCategoriesNote'),
    asked('subjects'),
  ],
  retention: [asked('retention'), asked('retentionAfterContract'), asked('retentionInBackups')],
  places: [asked('locations'), extra('customerRegions')],
  transfer: [asked('safeguards'), asked('supplementaryMeasures')],
  use: [asked('use'), extra('condition')],
} as const satisfies Record<string, readonly PlacedField[]>;

export type OwnQuestion = keyof typeof OWN_FIELDS;
export type ProcessingQuestion = keyof typeof PROCESSING_FIELDS;
export type QuestionName = OwnQuestion | ProcessingQuestion;

/** The questions in the order in which reviewers ask them. */
export const QUESTIONS = [
  'who',
  'processing',
  'data',
  'retention',
  'places',
  'transfer',
  'use',
  'contract',
  'chain',
  'succession',
  'assurance',
  'ai',
] as const satisfies readonly QuestionName[];

/** Told otherwise on the page: in its title, as the name of a processing, with another field, or as marks on texts. */
export const UNSEEN = [
  'kind',
  'name',
  'entity/person',
  'outdated',
  'processings/*/scope',
  'processings/*/purpose',
  'processings/*/retentionTerms',
] as const;
