import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Reader } from '../reader.ts';
import { phraseOf, type Phrase } from './phrase.ts';

/** What a third party is called in the reader's language; its id where it has no name. */
export function nameOf({ words }: Reader, thirdParty: ThirdParty | undefined, id: string): Phrase {
  const text = words.text(thirdParty?.name, { paths: thirdParty?.outdated, path: 'name' });
  return phraseOf(words, text) ?? { text: id };
}
