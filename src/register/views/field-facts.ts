import { leafAt } from '../../domain/fields/table.ts';
import type { Day } from '../../domain/days.ts';
import type { Json } from '../../domain/json.ts';
import { valueAt } from '../../domain/leaves.ts';
import type { Text } from '../../domain/text.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { valueInWords, type ValueContext } from '../../language/field-values.ts';
import type { PlacedFact } from './answers.ts';
import type { FactValue } from './fact.ts';
import { mailAddress, webAddress } from './link.ts';
import { phraseOf } from './phrase.ts';
import type { PlacedField } from './third-party-fields.ts';

/** A third party as it is told on a day. */
export interface ToldParty {
  readonly context: ValueContext;
  readonly thirdParty: ThirdParty;
  readonly day: Day;
}

/** The values of a field where its own way of telling is not enough; undefined to tell it like any other. */
export type Teller = (name: string) => readonly FactValue[] | undefined;

/**
 * Fields of a third party, or of one of its processings, as facts: one for each field, in the order given.
 *
 * @param prefix `processings/p1/`, or nothing for the fields of the third party itself
 */
export function fieldFacts(
  party: ToldParty,
  fields: readonly PlacedField[],
  prefix = '',
  teller: Teller = () => undefined,
): PlacedFact[] {
  return fields.map(({ path, missing }) => ({
    label: party.context.words.fieldName('third-party', prefix === '' ? path : `processings/*/${path}`),
    missing,
    values: teller(path) ?? valuesOf(party, `${prefix}${path}`),
  }));
}

function valuesOf(party: ToldParty, path: string): FactValue[] {
  const value = valueAt(party.thirdParty as unknown as Json, path.split('/'));
  if (value === undefined) return [];
  const leaf = leafAt('third-party', path);
  if (!leaf) return textValues(party, path, value as Text);
  const members = leaf.field.form === 'set' && Array.isArray(value) ? (value as readonly Json[]) : [value];
  return members.map((member) => valueOf(party, leaf.field.path, member));
}

/** A path that is no leaf is a text: its leaves are its languages. */
function textValues({ context: { words }, thirdParty }: ToldParty, path: string, text: Text): FactValue[] {
  const phrase = phraseOf(words, words.text(text, { paths: thirdParty.outdated, path }));
  return phrase ? [phrase] : [];
}

function valueOf({ context, day }: ToldParty, path: string, value: Json): FactValue {
  const href = addressIn(path, value);
  const until = memberOf(value, 'validUntil');
  return {
    text: valueInWords(context, 'third-party', path, value),
    ...(href === undefined ? {} : { href }),
    ...(until !== undefined && until < day ? { flag: context.words.t('third-party.expired') } : {}),
  };
}

function addressIn(path: string, value: Json): string | undefined {
  if (path === 'certifications') return webAddress(memberOf(value, 'source') ?? '');
  if (typeof value !== 'string') return undefined;
  if (path === 'contact/address') return mailAddress(value) ?? webAddress(value);
  return path.startsWith('links/') ? webAddress(value) : undefined;
}

/** What a certificate says of itself: where it can be seen, until when it is valid. */
function memberOf(certificate: Json, name: string): string | undefined {
  if (typeof certificate !== 'object' || certificate === null || Array.isArray(certificate)) return undefined;
  const value: unknown = Reflect.get(certificate, name);
  return typeof value === 'string' ? value : undefined;
}
