import { leafAt } from '../../domain/fields/table.ts';
import type { Json } from '../../domain/json.ts';
import { valueAt } from '../../domain/leaves.ts';
import type { Text } from '../../domain/text.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { valueInWords, type ValueContext } from '../../language/field-values.ts';
import type { Fact, FactValue } from './fact.ts';
import { mailAddress, webAddress } from './link.ts';
import { notStated, phraseOf } from './phrase.ts';
import type { PlacedField } from './third-party-fields.ts';

/** Facts that are stated or needed, and the names of others that a reader would ask for. */
export interface FieldFacts {
  readonly facts: readonly Fact[];
  readonly unstated: readonly string[];
}

/** The values of a field where its own way of telling is not enough; undefined to tell it like any other. */
export type Teller = (name: string) => readonly FactValue[] | undefined;

/**
 * Fields of a third party, or of one of its processings, as facts.
 *
 * @param prefix `processings/p1/`, or nothing for the fields of the third party itself
 */
export function fieldFacts(
  context: ValueContext,
  thirdParty: ThirdParty,
  fields: readonly PlacedField[],
  prefix = '',
  teller: Teller = () => undefined,
): FieldFacts {
  const facts: Fact[] = [];
  const unstated: string[] = [];
  for (const { path, missing } of fields) {
    const label = context.words.fieldName('third-party', prefix === '' ? path : `processings/*/${path}`);
    const values = teller(path) ?? valuesOf(context, thirdParty, `${prefix}${path}`);
    if (values.length > 0) facts.push({ label, values });
    else if (missing === 'needed') facts.push({ label, values: [notStated(context.words)] });
    else if (missing === 'asked') unstated.push(label);
  }
  return { facts, unstated };
}

function valuesOf(context: ValueContext, thirdParty: ThirdParty, path: string): FactValue[] {
  const value = valueAt(thirdParty as unknown as Json, path.split('/'));
  if (value === undefined) return [];
  const leaf = leafAt('third-party', path);
  if (!leaf) return textValues(context, thirdParty, path, value as Text);
  const members = leaf.field.form === 'set' && Array.isArray(value) ? (value as readonly Json[]) : [value];
  return members.map((member) => valueOf(context, leaf.field.path, member));
}

/** A path that is no leaf is a text: its leaves are its languages. */
function textValues({ words }: ValueContext, thirdParty: ThirdParty, path: string, text: Text): FactValue[] {
  const phrase = phraseOf(words, words.text(text, { paths: thirdParty.outdated, path }));
  return phrase ? [phrase] : [];
}

function valueOf(context: ValueContext, path: string, value: Json): FactValue {
  const text = valueInWords(context, 'third-party', path, value);
  const href = addressIn(path, value);
  return href === undefined ? { text } : { text, href };
}

function addressIn(path: string, value: Json): string | undefined {
  if (path === 'certifications') return sourceOf(value);
  if (typeof value !== 'string') return undefined;
  if (path === 'contact/address') return mailAddress(value) ?? webAddress(value);
  return path.startsWith('links/') ? webAddress(value) : undefined;
}

/** Where a certificate can be seen. */
function sourceOf(certification: Json): string | undefined {
  if (typeof certification !== 'object' || certification === null || !('source' in certification))
    return undefined;
  const { source } = certification;
  return typeof source === 'string' ? webAddress(source) : undefined;
}
