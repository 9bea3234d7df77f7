import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';
import type { ContentFiles } from './content-files.ts';
import { isolated } from './isolated.ts';
import { argumentsOf } from './message-arguments.ts';
// A type only: the file itself is read at run time, so that its words can be mended without a build.
import type english from '../../content/messages/en.json';

/** Key of an interface message. `content/messages/en.json` says which there are. */
export type MessageKey = keyof typeof english;

/** A message without arguments as it is, any other compiled. */
export type Message = string | IntlMessageFormat;

/** The interface messages of one language. Every language has the same keys. */
export interface Catalogue {
  /** Tag of the language, as in addresses: `en`. */
  readonly language: string;
  /** The locale that dates, numbers and plurals follow: `en-GB`. */
  readonly locale: string;
  /** The language's own name for itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: ReadonlyMap<string, Message>;
}

const REFERENCE = 'en';

const headSchema = {
  'language.locale': z.string().refine(isLocale, { error: 'Not a locale (en-GB).' }),
  'language.name': z.string().min(1),
  'language.direction': z.enum(['ltr', 'rtl']),
};
const catalogueSchema = z.object(headSchema).catchall(z.string().min(1, { error: 'Is empty.' }));
type Strings = z.output<typeof catalogueSchema>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Reads `content/messages/*.json`: a language is one file. The default of the interface, English, comes first. */
export function readCatalogues(files: ContentFiles): ReadonlyMap<string, Catalogue> {
  const languages = files.names('messages', '.json').sort((a, b) => order(a) - order(b));
  if (!languages.includes(REFERENCE)) files.report(`content/messages/${REFERENCE}.json`, '', 'is missing.');
  const read = languages.flatMap((language) => {
    const strings = files.read(`messages/${language}.json`, catalogueSchema);
    return strings ? [[language, compile(files, language, strings)] as const] : [];
  });
  const reference = read.find(([language]) => language === REFERENCE)?.[1];
  if (reference) for (const [, catalogue] of read) compare(files, reference, catalogue);
  return new Map(read);
}

function order(language: string): number {
  return language === REFERENCE ? 0 : 1;
}

function compile(files: ContentFiles, language: string, strings: Strings): Catalogue {
  const messages = new Map<string, Message>();
  const locale = strings['language.locale'];
  const direction = strings['language.direction'];
  for (const [key, text] of Object.entries(strings)) {
    const message = compiled(text, locale, direction);
    if (message instanceof Error)
      files.report(fileOf(language), key, `Is no ICU message: ${message.message}`);
    else messages.set(key, message);
  }
  return {
    language,
    locale,
    name: strings['language.name'],
    direction,
    messages,
  };
}

function compiled(text: string, locale: string, direction: Catalogue['direction']): Message | Error {
  // An apostrophe only means something to ICU before a brace, and so does a tag to nobody here.
  if (!/[{}]/.test(text)) return text;
  try {
    const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    return direction === 'rtl' ? new IntlMessageFormat(isolated(message.getAst()), locale) : message;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A message that lacks an argument, or asks for one that is not given, would fail only when a reader comes by. */
function compare(files: ContentFiles, reference: Catalogue, catalogue: Catalogue): void {
  const file = fileOf(catalogue.language);
  for (const [key, message] of reference.messages) {
    const own = catalogue.messages.get(key);
    if (own === undefined) files.report(file, key, 'Is missing.');
    else if (argumentsOf(own) !== argumentsOf(message))
      files.report(
        file,
        key,
        `Has other arguments (${argumentsOf(own)}) than in English (${argumentsOf(message)}).`,
      );
  }
  for (const key of catalogue.messages.keys())
    if (!reference.messages.has(key)) files.report(file, key, 'Is no key of the English messages.');
}

function fileOf(language: string): string {
  return `content/messages/${language}.json`;
}
