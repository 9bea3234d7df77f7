import { leafAt } from '../domain/fields/table.ts';
import type { Labels } from '../domain/notice.ts';
import {
  categorySchema,
  locationSchema,
  retentionSchema,
  roleSchema,
  safeguardSchema,
  useSchema,
} from '../domain/subjects/processing.ts';
import { CAPACITIES } from '../domain/subjects/scope.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import {
  aiSchema,
  certificationSchema,
  contractingEntitySchema,
  representativeSchema,
  THIRD_PARTY_KINDS,
} from '../domain/subjects/third-party.ts';
import { z } from 'zod';
import { primaryFirst } from './safeguards.ts';
import type { Words } from './words.ts';

/** What values of fields need to be told: the reader's words, labels as a notice printed them, names behind ids. */
export interface ValueContext {
  readonly words: Words;
  readonly labels?: Labels | undefined;
  readonly scopeName: (id: string) => string;
  readonly thirdPartyName: (id: string) => string;
}

type InWords = (context: ValueContext, value: unknown) => string;

/** A value that was published is of its schema; should an old format have another, it is shown as it is. */
function by<Schema extends z.ZodType>(
  schema: Schema,
  tell: (context: ValueContext, value: z.output<Schema>) => string,
): InWords {
  return (context, value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? tell(context, parsed.data) : asItIs(context, value);
  };
}

const asItIs: InWords = (_context, value) => (typeof value === 'string' ? value : JSON.stringify(value));

const country = by(z.string(), ({ words }, code) => words.country(code));
const duration = by(z.string(), ({ words }, iso) => words.duration(iso));
const languageName = by(z.string(), ({ words }, tag) => words.languageName(tag));
const scope = by(z.string(), ({ scopeName }, id) => scopeName(id));
const thirdParty = by(z.string(), ({ thirdPartyName }, id) => thirdPartyName(id));
const yesOrNo = by(z.union([z.boolean(), z.enum(['yes', 'no'])]), ({ words }, value) =>
  words.t(value === true || value === 'yes' ? 'general.yes' : 'general.no'),
);
const category = (vocabulary: 'data' | 'subjects'): InWords =>
  by(categorySchema, ({ words, labels }, member) => words.category(vocabulary, member, labels));

const legalBasis = by(
  z.enum(['6-1-a', '6-1-b', '6-1-c', '6-1-d', '6-1-e', '6-1-f']),
  ({ words }, article) => {
    const { label, citation } = words.legal(`basis-${article}`);
    return `${label} (${citation})`;
  },
);

const representative = by(representativeSchema, ({ words }, { name, address, regime }) =>
  words.t('member.representative', {
    name: address === undefined ? name : `${name}, ${address}`,
    regime: words.t(`regime.${regime}`),
  }),
);

const contractingEntity = by(contractingEntitySchema, ({ words }, { customers, name, country: seat }) =>
  words.t('member.contracting-entity', {
    customers,
    name: seat === undefined ? name : words.t('place.detail', { place: name, detail: words.country(seat) }),
  }),
);

const certification = by(certificationSchema, ({ words }, { name, scope: covers, validUntil }) => {
  const text = covers === undefined ? name : words.t('member.certification-scope', { name, scope: covers });
  return validUntil === undefined
    ? text
    : words.t('member.valid-until', { text, day: words.day(validUntil) });
});

function outdated(kind: SubjectKind): InWords {
  return by(z.string(), ({ words }, path) => {
    const leaf = leafAt(kind, path);
    if (leaf?.language === undefined) return path;
    return words.t('general.in-language', {
      text: words.fieldName(kind, path),
      language: words.languageName(leaf.language),
    });
  });
}

/** How values of fields, and members of sets, are told; a field that is not here is told as it is. */
const VALUES: Readonly<Record<SubjectKind, Readonly<Record<string, InWords>>>> = {
  organisation: {
    country,
    defaultLanguage: languageName,
    prevailingLanguage: languageName,
    noticePeriod: duration,
    objectionPeriod: duration,
    outdated: outdated('organisation'),
  },
  scope: {
    capacity: by(z.enum(CAPACITIES), ({ words }, capacity) => words.t(`capacity.${capacity}`)),
    outdated: outdated('scope'),
  },
  'third-party': {
    kind: by(z.enum(THIRD_PARTY_KINDS), ({ words }, kind) => words.t(`kind.${kind}`)),
    'entity/country': country,
    'parent/country': country,
    affiliate: yesOrNo,
    representatives: representative,
    contractingEntities: contractingEntity,
    engagedBy: thirdParty,
    replaces: thirdParty,
    continues: thirdParty,
    certifications: certification,
    'ai/trainsOnData': by(aiSchema.shape.trainsOnData.unwrap(), ({ words }, trains) =>
      words.t(`trains.${trains}`),
    ),
    'ai/retention': duration,
    outdated: outdated('third-party'),
    'processings/*/scope': scope,
    'processings/*/role': by(roleSchema, ({ words }, role) => words.role(role)),
    'processings/*/data': category('data'),
    'processings/*/subjects': category('subjects'),
    'processings/*/specialCategories': yesOrNo,
    'processings/*/use': by(useSchema, ({ words }, use) => words.t(`use.${use}`)),
    'processings/*/retention': by(retentionSchema, ({ words }, value) => words.retention(value, undefined)),
    'processings/*/retentionAfterContract': duration,
    'processings/*/retentionInBackups': duration,
    'processings/*/locations': by(locationSchema, ({ words }, location) => words.location(location)),
    'processings/*/safeguards': by(safeguardSchema, ({ words }, safeguard) => words.safeguard(safeguard)),
    'processings/*/legalBasis': legalBasis,
  },
};

/**
 * A field's value, or a member of its set, as a reader would say it.
 *
 * @param path the field's path in the table: `processings/*` + `/role`
 */
export function valueInWords(context: ValueContext, kind: SubjectKind, path: string, value: unknown): string {
  return (VALUES[kind][path] ?? asItIs)(context, value);
}

/** Members of a set; categories stand in the order of their vocabulary, safeguards with the primary ones first. */
export function membersInWords(
  context: ValueContext,
  kind: SubjectKind,
  path: string,
  members: readonly unknown[],
): string[] {
  const vocabulary = /^processings\/\*\/(data|subjects)$/.exec(path)?.[1];
  const categories = z.array(categorySchema).safeParse(members);
  if ((vocabulary === 'data' || vocabulary === 'subjects') && categories.success)
    return context.words.categories(vocabulary, categories.data, context.labels);
  const safeguards = z.array(safeguardSchema).safeParse(members);
  const inOrder =
    path === 'processings/*/safeguards' && safeguards.success ? primaryFirst(safeguards.data) : members;
  return inOrder.map((member) => valueInWords(context, kind, path, member));
}
