import { CAPACITIES } from '../domain/subjects/scope.ts';
import { GROUNDS, REGIMES, ROLES, USES } from '../domain/subjects/processing.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import { THIRD_PARTY_KINDS } from '../domain/subjects/third-party.ts';

import { CATEGORIES } from './category-control.ts';
import { required, type Control } from './control.ts';
import { DURATION_CONTROL, PERIOD_CONTROL, RETENTION_CONTROL } from './duration-control.ts';
import {
  COUNTRY,
  DAY,
  DESTINATION,
  DOMAIN,
  ID,
  LANGUAGE,
  LINE,
  LINK,
  MAILBOX,
  option,
  PATH,
  TIME_ZONE,
} from './formats.ts';
import { LOCATION_ROW } from './location-control.ts';
import { FLAG, lines, one, several, text } from './plain-controls.ts';
import { record, rows } from './row-controls.ts';

export const LEGAL_BASES = ['6-1-a', '6-1-b', '6-1-c', '6-1-d', '6-1-e', '6-1-f'] as const;
export const TRAINS = ['no', 'opt-in', 'opt-out', 'yes'] as const;
export const SCC_MODULES = ['1', '2', '3', '4'] as const;

const REPRESENTATIVE = record(
  { regime: required(one(option(REGIMES))), name: required(one(LINE)), address: one(LINE) },
  ['regime'],
);
const CONTRACTING_ENTITY = record({
  customers: required(one(LINE)),
  name: required(one(LINE)),
  country: one(COUNTRY),
});
const CERTIFICATION = record({
  name: required(one(LINE)),
  scope: one(LINE),
  validUntil: one(DAY),
  source: one(LINK),
});
const SAFEGUARD = record(
  {
    ground: required(one(option(GROUNDS))),
    regime: required(one(option(REGIMES))),
    rank: required(one(option(['primary', 'fallback']))),
    destinations: several(DESTINATION),
    modules: several(option(SCC_MODULES)),
    reference: one(LINE),
    validFrom: one(DAY),
    validUntil: one(DAY),
    copy: text(),
    copyLink: one(LINK),
  },
  ['regime', 'rank'],
);

const PROCESSING: Readonly<Record<string, Control>> = {
  scope: required(one(ID)),
  role: required(one(option(ROLES))),
  purpose: text(),
  subjectMatter: text(),
  nature: text(),
  delimitation: text(),
  data: CATEGORIES,
  dataNote: text(),
  subjects: CATEGORIES,
  specialCategories: one(option(['yes', 'no'])),
  specialCategoriesNote: text(),
  use: one(option(USES)),
  condition: text(),
  customerRegions: lines(LINE),
  retention: RETENTION_CONTROL,
  retentionTerms: text(),
  retentionAfterContract: DURATION_CONTROL,
  retentionInBackups: DURATION_CONTROL,
  locations: rows(LOCATION_ROW),
  safeguards: rows(SAFEGUARD),
  supplementaryMeasures: text(),
  legalBasis: several(option(LEGAL_BASES)),
};

const THIRD_PARTY: Readonly<Record<string, Control>> = {
  kind: required(one(option(THIRD_PARTY_KINDS))),
  name: required(text('und')),
  service: text(),
  'entity/person': one(ID),
  'entity/name': one(LINE),
  'entity/country': one(COUNTRY),
  'entity/address': one(LINE),
  'entity/registration': one(LINE),
  'parent/name': one(LINE),
  'parent/country': one(COUNTRY),
  affiliate: FLAG,
  'contact/position': one(LINE),
  'contact/address': one(LINE),
  representatives: rows(REPRESENTATIVE, 10),
  contractingEntities: rows(CONTRACTING_ENTITY, 50),
  engagedBy: one(ID),
  replaces: several(ID),
  continues: several(ID),
  'links/website': one(LINK),
  'links/privacy': one(LINK),
  'links/security': one(LINK),
  'links/status': one(LINK),
  'links/terms': one(LINK),
  'links/agreement': one(LINK),
  'links/subprocessors': one(LINK),
  'links/subprocessorsFeed': one(LINK),
  certifications: rows(CERTIFICATION, 50),
  securityMeasures: text(),
  'ai/modelProvider': one(LINE),
  'ai/trainsOnData': one(option(TRAINS)),
  'ai/retention': DURATION_CONTROL,
  'ai/optOut': text(),
  outdated: several(PATH),
};

/** How every public field stands in a form, by its path in the table of fields. */
export const CONTROLS: Readonly<Record<SubjectKind, Readonly<Record<string, Control>>>> = {
  organisation: {
    name: required(one(LINE)),
    legalName: one(LINE),
    address: one(LINE),
    country: one(COUNTRY),
    website: one(LINK),
    privacyContact: one(MAILBOX),
    objectionMailbox: one(MAILBOX),
    introduction: text(),
    timeZone: required(one(TIME_ZONE)),
    defaultLanguage: required(one(LANGUAGE)),
    prevailingLanguage: one(LANGUAGE),
    noticePeriod: required(PERIOD_CONTROL),
    objectionPeriod: required(PERIOD_CONTROL),
    outdated: several(PATH),
  },
  scope: {
    name: required(text('und')),
    description: text(),
    domains: lines(DOMAIN),
    capacity: required(one(option(CAPACITIES))),
    outdated: several(PATH),
  },
  'third-party': {
    ...THIRD_PARTY,
    ...Object.fromEntries(
      Object.entries(PROCESSING).map(([field, control]) => [`processings/*/${field}`, control]),
    ),
  },
};
