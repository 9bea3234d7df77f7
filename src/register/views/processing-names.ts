import type { Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { notStated, phraseOf, type Phrase } from './phrase.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** One processing, as the page names it. */
export interface NamedProcessing {
  readonly id: string;
  readonly processing: Processing;
  readonly scope: Phrase;
  readonly purpose: Phrase;
  /** Short, and not the name of any other: its scope; its purpose where there are several in one scope. */
  readonly name: Phrase;
}

/** One that is listed for clarity receives nothing: there is no data of which anything could be missing. */
export function receivesData({ processing: { role } }: Pick<NamedProcessing, 'processing'>): boolean {
  return role !== 'none';
}

type Unnamed = Omit<NamedProcessing, 'name'>;

/** The processings of a third party by scope, in the order of the alphabet. */
export function namedProcessings(reader: Reader, moment: Moment, thirdParty: ThirdParty): NamedProcessing[] {
  const all = Object.entries(thirdParty.processings ?? {})
    .map(([id, processing]) => unnamed(reader, moment, thirdParty, id, processing))
    .sort((a, b) => reader.words.compare(a.scope.text, b.scope.text) || reader.words.compare(a.id, b.id));
  return all.map((one) => ({ ...one, name: nameAmong(all, one) }));
}

function unnamed(
  reader: Reader,
  moment: Moment,
  { outdated }: ThirdParty,
  id: string,
  processing: Processing,
): Unnamed {
  const { words } = reader;
  const text = words.text(processing.purpose, { paths: outdated, path: `processings/${id}/purpose` });
  return {
    id,
    processing,
    scope: scopeName(reader, scopeAt(moment, processing.scope), processing.scope),
    purpose: phraseOf(words, text) ?? notStated(words),
  };
}

function nameAmong(all: readonly Unnamed[], { id, processing, scope, purpose }: Unnamed): Phrase {
  const inScope = all.filter((other) => other.processing.scope === processing.scope);
  if (inScope.length === 1) return bare(scope);
  const like = inScope.filter((other) => shortened(other.purpose.text) === shortened(purpose.text));
  if (like.length === 1) return { ...bare(purpose), text: shortened(purpose.text) };
  const number = inScope.findIndex((other) => other.id === id) + 1;
  return { ...bare(scope), text: `${scope.text} ${String(number)}` };
}

/** Notes on the text stand where it is told in full. */
function bare({ text, lang }: Phrase): Phrase {
  return { text, ...(lang === undefined ? {} : { lang }) };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const LONGEST = 72;

/** Only a name: the whole purpose is told once. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = [...graphemes.segment(text)].slice(0, LONGEST - 1).map(({ segment }) => segment);
  return start.length < LONGEST - 1 ? text : `${start.join('').trimEnd()}…`;
}
