import type { SubjectKind } from '../subjects/subject.ts';
import { idSchema, languageSchema } from '../text.ts';
import type { Field } from './field.ts';
import { ORGANISATION_FIELDS } from './organisation-fields.ts';
import { SCOPE_FIELDS } from './scope-fields.ts';
import { THIRD_PARTY_FIELDS } from './third-party-fields.ts';

/** The one table of public fields. What is not in it cannot be published. */
export const FIELDS: Readonly<Record<SubjectKind, readonly Field[]>> = {
  organisation: ORGANISATION_FIELDS,
  scope: SCOPE_FIELDS,
  'third-party': THIRD_PARTY_FIELDS,
};

const BY_PATH = new Map<string, Field>(
  Object.entries(FIELDS).flatMap(([kind, fields]) =>
    fields.map((field) => [`${kind}:${field.path}`, field] as const),
  ),
);

/** A leaf found in the table: its field, the steps to it, and the language when it is a text. */
export interface Leaf {
  readonly field: Field;
  readonly steps: readonly string[];
  readonly language?: string;
  readonly processing?: string;
}

// A ledger has few different paths and every fold asks for all of them again. Drafts may ask for any: hence the bound.
const KEPT = 20_000;
const asked = new Map<string, Leaf | undefined>();

/** The leaf at a path such as `processings/p1/purpose/nl`, or undefined when no field has that path. */
export function leafAt(kind: SubjectKind, path: string): Leaf | undefined {
  const key = `${kind}:${path}`;
  const known = asked.get(key);
  if (known !== undefined || asked.has(key)) return known;
  if (asked.size >= KEPT) asked.clear();
  const found = findLeaf(kind, path);
  asked.set(key, found);
  return found;
}

function findLeaf(kind: SubjectKind, path: string): Leaf | undefined {
  const steps = path.split('/');
  const processing = steps[0] === 'processings' ? steps[1] : undefined;
  // An id or a language that the schema would refuse must not reach a path: `__proto__` would be lost without a trace.
  if (processing !== undefined && !idSchema.safeParse(processing).success) return undefined;
  const pattern = processing === undefined ? steps : ['processings', '*', ...steps.slice(2)];
  const owner = processing === undefined ? {} : { processing };
  const exact = BY_PATH.get(`${kind}:${pattern.join('/')}`);
  if (exact) return exact.form === 'text' ? undefined : { field: exact, steps, ...owner };
  const text = BY_PATH.get(`${kind}:${pattern.slice(0, -1).join('/')}`);
  const language = steps.at(-1);
  if (text?.form !== 'text' || !languageSchema.safeParse(language).success) return undefined;
  return { field: text, steps, ...(language === undefined ? {} : { language }), ...owner };
}
