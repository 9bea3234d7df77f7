import { z } from 'zod';
import { daySchema } from '../domain/days.ts';
import { normalise } from '../domain/leaves.ts';
import type { Problem } from '../domain/problem.ts';
import type { Register } from '../domain/register.ts';
import { organisationSchema } from '../domain/subjects/organisation.ts';
import type { SubjectStates } from '../domain/subjects/subject.ts';
import { isRedacted } from '../domain/text.ts';
import { jsonFaultAt } from './json-fault.ts';
import { hasRepeatedNames, jsonPointer, JsonPlaces, type JsonPath, type TextPlace } from './json-places.ts';
import { messagesOf } from './schema-messages.ts';
import {
  noticeEntrySchema,
  processingEntrySchema,
  registerFileSchema,
  SCHEMA_VERSION,
  scopeEntrySchema,
  thirdPartyEntrySchema,
} from './register-schema.ts';

/** Something wrong with a file, and where. */
export interface FileProblem extends TextPlace {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
}

/** What the file tells and a first edition cannot: it says what is in use, not what will be or was. */
export interface LeftOut {
  readonly planned: readonly {
    readonly edition: number;
    readonly effectiveOn: string;
    readonly subjects: string[];
  }[];
  /** Ids of scopes and third parties that do not exist on the file's day. */
  readonly scopes: readonly string[];
  readonly thirdParties: readonly string[];
}

export interface ReadFile {
  /** What is in use on the file's day. */
  readonly baseline: Register;
  readonly leftOut: LeftOut;
  /** Whether the file is of a sample: publisher and history are invented. */
  readonly sample: boolean;
  /** Where in the file a refused notice would have to be mended. */
  readonly placeOf: (problem: Problem) => Omit<FileProblem, 'message'>;
}

const computed = { url: true, state: true, periodsOfUse: true } as const;
const optionalParts = { transfer: true } as const;

/** The file as `export` writes it, or written by hand: what is computed may be left out. */
const importSchema = registerFileSchema
  .omit({ scopes: true, thirdParties: true, planned: true })
  .partial()
  .extend({
    $schema: z.string().optional(),
    schemaVersion: z.literal(SCHEMA_VERSION),
    organisation: organisationSchema,
    scopes: z.array(scopeEntrySchema),
    thirdParties: z.array(
      thirdPartyEntrySchema.partial(computed).extend({
        url: z.string().optional(),
        processings: z.array(processingEntrySchema.partial(optionalParts)).optional(),
      }),
    ),
    planned: z.array(noticeEntrySchema).optional(),
    on: daySchema.optional(),
  });
type ImportFile = z.infer<typeof importSchema>;

/**
 * Reads a register from the text of a file as `export` writes it, or names everything that is wrong with it, with its
 * place. Unknown names are wrong: a slip of the pen must not silently leave out a fact.
 */
export function readRegisterFile(text: string): ReadFile | { readonly problems: readonly FileProblem[] } {
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if ('problem' in value) return { problems: [value.problem] };
  const parsed = importSchema.safeParse(value.json);
  const found = parsed.success ? problemsIn(parsed.data) : parsed.error.issues.flatMap(messagesOf);
  const repeated = hasRepeatedNames(text, value.json);
  if (parsed.success && found.length === 0 && !repeated) return readFile(text, parsed.data);
  const places = new JsonPlaces(text);
  const problems = found.map(({ path, message }) => ({
    pointer: jsonPointer(path),
    message,
    ...places.placeOf(path),
  }));
  const twice = repeated ? places.repeatedNames().map(nameTwice) : [];
  return { problems: [...twice, ...problems].sort(inReadingOrder) };
}

function nameTwice(place: TextPlace): FileProblem {
  return { ...place, pointer: '', message: 'This name stands twice in one object.' };
}

function inReadingOrder(one: TextPlace, other: TextPlace): number {
  return one.line - other.line || one.column - other.column;
}

function parseJson(text: string): { readonly json: unknown } | { readonly problem: FileProblem } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    const before = text.slice(0, jsonFaultAt(text)).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { problem: { ...place, pointer: '', message: 'From here on this is not JSON.' } };
  }
}

interface Found {
  readonly path: JsonPath;
  readonly message: string;
}

/** What a schema cannot say. */
function problemsIn(file: ImportFile): Found[] {
  return [
    ...repeatedIds(file.scopes, ['scopes']),
    ...repeatedIds(file.thirdParties, ['thirdParties']),
    ...file.thirdParties.flatMap(({ processings = [] }, index) =>
      repeatedIds(processings, ['thirdParties', index, 'processings']),
    ),
    ...redactedTexts(file.organisation, ['organisation']),
    ...redactedTexts(file.scopes, ['scopes']),
    ...redactedTexts(file.thirdParties, ['thirdParties']),
  ];
}

function repeatedIds(entries: readonly { readonly id: string }[], path: JsonPath): Found[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, index, 'id'], message: `The id "${id}" stands here twice.` }];
  });
}

/** The mark of a redaction belongs to the ledger in which it was made; nobody may write one. */
function redactedTexts(value: unknown, path: JsonPath): Found[] {
  if (typeof value === 'string')
    return isRedacted(value)
      ? [{ path, message: 'This was redacted: write what may be published, or leave it out.' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    redactedTexts(member, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function readFile(text: string, file: ImportFile): ReadFile {
  const scopes = file.scopes.filter(({ factsOn }) => factsOn === undefined);
  const thirdParties = file.thirdParties.filter(({ factsOn }) => factsOn === undefined);
  return {
    baseline: {
      organisation: file.organisation,
      scopes: publicFacts('scope', scopes),
      thirdParties: publicFacts('third-party', thirdParties.map(withProcessings)),
    },
    leftOut: {
      planned: (file.planned ?? []).map(({ edition, standing, changes }) => ({
        edition,
        effectiveOn: standing.effectiveOn,
        subjects: changes.map(({ subject }) => subject.id),
      })),
      scopes: file.scopes.filter(({ factsOn }) => factsOn !== undefined).map(({ id }) => id),
      thirdParties: file.thirdParties.filter(({ factsOn }) => factsOn !== undefined).map(({ id }) => id),
    },
    sample: file.sample ?? false,
    placeOf: placeFinder(text, file),
  };
}

/** Rows by their id again, as the ledger has them. */
function withProcessings({ processings = [], ...entry }: ImportFile['thirdParties'][number]) {
  return { ...entry, processings: Object.fromEntries(processings.map((row) => [row.id, row])) };
}

/** Only what can be published: ids, addresses and whatever else is computed stay behind. */
function publicFacts<Kind extends 'scope' | 'third-party'>(
  kind: Kind,
  entries: readonly (SubjectStates[Kind] & { readonly id: string })[],
): Map<string, SubjectStates[Kind]> {
  const facts = entries.map((entry) => [entry.id, normalise(kind, entry)] as const);
  return new Map(facts.flatMap(([id, state]) => (state ? [[id, state] as const] : [])));
}

/** A refused notice names `third-party/sentry/processings/p1/retention`; the file has `/thirdParties/3/processings/0/retention`. */
function placeFinder(text: string, file: ImportFile): ReadFile['placeOf'] {
  let places: JsonPlaces | undefined;
  return ({ at = '' }) => {
    const path = pathOf(at.split('/'), file);
    places ??= new JsonPlaces(text);
    return { pointer: jsonPointer(path), ...places.placeOf(path) };
  };
}

function pathOf([kind, id, ...field]: string[], file: ImportFile): JsonPath {
  if (kind === 'organisation') return ['organisation', ...field];
  if (kind === 'scope') return ['scopes', indexOf(file.scopes, id), ...field];
  if (kind === 'third-party') {
    const index = indexOf(file.thirdParties, id);
    const [first, processing, ...rest] = field;
    if (first !== 'processings') return ['thirdParties', index, ...field];
    const rows = file.thirdParties[index]?.processings ?? [];
    return ['thirdParties', index, 'processings', indexOf(rows, processing), ...rest];
  }
  return kind === 'data' || kind === 'subjects' ? firstUse(kind, id, file) : [];
}

function indexOf(entries: readonly { readonly id: string }[], id: string | undefined): number {
  return entries.findIndex((entry) => entry.id === id);
}

/** Where a term of a vocabulary is used first. */
function firstUse(vocabulary: 'data' | 'subjects', term: string | undefined, file: ImportFile): JsonPath {
  for (const [index, { processings = [] }] of file.thirdParties.entries())
    for (const [row, processing] of processings.entries())
      for (const [position, category] of (processing[vocabulary] ?? []).entries())
        if ('term' in category && category.term === term)
          return ['thirdParties', index, 'processings', row, vocabulary, position];
  return [];
}
