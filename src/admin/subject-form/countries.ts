import { isCountry } from '../../domain/countries.ts';
import type { Words } from '../../language/words.ts';
import type { Option } from './controls.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const COUNTRIES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);

const made = new WeakMap<Words, readonly Option[]>();

/** Every country by its name in the reader's language, in the order of these names. */
export function countryOptions(words: Words): readonly Option[] {
  let options = made.get(words);
  if (!options) {
    options = COUNTRIES.map((value) => ({ value, label: words.country(value) })).sort((one, other) =>
      words.compare(one.label, other.label),
    );
    made.set(words, options);
  }
  return options;
}
