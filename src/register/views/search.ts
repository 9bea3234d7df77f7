import type { Text } from '../../domain/text.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { termName } from './categories.ts';

/** Whether a processing has all the words that are searched for: in names, purpose, condition, data, country. */
export function searcher(reader: Reader, search: string): (row: ProcessingInTime) => boolean {
  const wanted = plainLetters(search)
    .split(' ')
    .filter((word) => word !== '');
  return (row) => {
    const text = plainLetters(textOf(reader, row));
    return wanted.every((word) => text.includes(word));
  };
}

/** Without accents and capitals: nobody should have to type them to find something. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function textOf(reader: Reader, { thirdPartyId, thirdParty, processing }: ProcessingInTime): string {
  const { words } = reader;
  const { name, service, entity, parent } = thirdParty;
  const { purpose, nature, subjectMatter, condition, dataNote, data = [] } = processing;
  const texts = [name, service, purpose, nature, subjectMatter, condition, dataNote];
  return [
    thirdPartyId,
    entity?.name ?? '',
    parent?.name ?? '',
    entity?.country === undefined ? '' : words.country(entity.country),
    ...texts.map((text: Text | undefined) => words.plain(text)),
    ...data.map((one) => ('term' in one ? termName(reader, words, 'data', one.term) : words.plain(one.text))),
  ].join('\n');
}
