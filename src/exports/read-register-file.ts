import { normalise } from '../domain/leaves.ts';
import type { Problem } from '../domain/problem.ts';
import type { Register } from '../domain/register.ts';
import type { SubjectStates } from '../domain/subjects/subject.ts';
import { problemsIn } from './import-checks.ts';
import { pathOf } from './import-places.ts';
import { faultsOfFile } from './import-rows.ts';
import { importSchema, type ImportFile } from './import-schema.ts';
import { jsonFaultAt } from './json-fault.ts';
import { jsonPointer, JsonPlaces, type TextPlace } from './json-places.ts';

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

// A file that is wrong in more places is another kind of file.
const MOST_PROBLEMS = 1000;

/**
 * Reads a register from the text of a file as `export` writes it, or names what is wrong with it, with its place. Unknown names are wrong: a slip of the pen must not silently leave out a fact.
 */
export function readRegisterFile(given: string): ReadFile | { readonly problems: readonly FileProblem[] } {
  const text = given.replace(/^\uFEFF/, '');
  const value = parseJson(text);
  if ('problem' in value) return { problems: [value.problem] };
  const faults = faultsOfFile(value.json, MOST_PROBLEMS);
  const file = faults.length > 0 ? undefined : importSchema.parse(value.json);
  const found = file ? problemsIn(file) : faults;
  const places = new JsonPlaces(text);
  const problems = [
    ...places.repeatedNames().slice(0, MOST_PROBLEMS).map(nameTwice),
    ...found.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
      pointer: jsonPointer(path),
      message,
      ...places.placeOf(path),
    })),
  ];
  if (file && problems.length === 0) return readFile(places, file);
  return { problems: problems.sort(inReadingOrder) };
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

function readFile(places: JsonPlaces, file: ImportFile): ReadFile {
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
    placeOf: (problem) => {
      const path = pathOf(problem, file);
      return { pointer: jsonPointer(path), ...places.placeOf(path) };
    },
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
