import fc from 'fast-check';
import type { z } from 'zod';
import { normalise } from '../../src/domain/leaves.ts';
import { STATE_SCHEMAS, type SubjectKind, type SubjectStates } from '../../src/domain/subjects/subject.ts';

// Each schema of a text takes from these what it accepts. Some are names that every JavaScript object answers to, and
// some would mean something to a spreadsheet, a browser or a feed reader.
const TEXTS = [
  'en',
  'nl',
  'und',
  'NL',
  'US',
  'AU',
  'constructor',
  'valueof',
  'p1',
  'heroku',
  'Example B.V.',
  '=1+1',
  '<b>bold</b> & "quoted"',
  'Zoë 🦓 ﷽',
  'Two\n\nparagraphs',
  'https://example.com/?a=1&b=2',
  'mailto@example.com',
  'www.example.com',
  '2026-01-31',
  'P30D',
  'P1M',
  'P1Y',
  'PT12H',
  'Europe/Amsterdam',
  'Pacific/Auckland',
  'processings/p1/purpose/nl',
];

/** Any state of a kind that its schema accepts, in the one form in which states are compared. */
export function stateOfKind<Kind extends SubjectKind>(kind: Kind): fc.Arbitrary<SubjectStates[Kind]> {
  return anyOf(STATE_SCHEMAS[kind])
    .filter((state) => STATE_SCHEMAS[kind].safeParse(state).success)
    .map((state) => normalise(kind, state as SubjectStates[Kind]) as SubjectStates[Kind]);
}

/** Any value that a schema of the domain accepts, built from the schema itself: no field is forgotten. */
export function anyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'string':
      return fc.constantFrom(...TEXTS.filter((text) => accepts(schema, text)));
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'union':
      return fc.oneof(...def.options.map(anyOf));
    case 'array':
      return fc.array(anyOf(def.element), { minLength: 1, maxLength: 3 });
    case 'record':
      return fc.dictionary(anyOf(def.keyType) as fc.Arbitrary<string>, anyOf(def.valueType), {
        minKeys: 1,
        maxKeys: 3,
      });
    case 'pipe':
      return anyOf(def.in);
    case 'optional':
      return anyOf(def.innerType);
    case 'object':
      return objectOf(def.shape);
    default:
      throw new Error(`No way to make a ${def.type}.`);
  }
}

function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<unknown> {
  const required = Object.keys(shape).filter((name) => shape[name]?._zod.optin !== 'optional');
  const fields = Object.entries(shape).map(([name, schema]) => [name, anyOf(schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

function accepts(schema: z.core.$ZodType, text: string): boolean {
  return (schema as z.ZodType).safeParse(text).success;
}
