import type { Content } from '../content.ts';
import type { Catalogue } from '../content/catalogue.ts';
import type { LegalKey } from '../content/reference.ts';
import type { ChangeType } from '../domain/change-types.ts';
import { FIELDS } from '../domain/fields/table.ts';
import type { Problem } from '../domain/problem.ts';
import type { Retention, Role } from '../domain/subjects/processing.ts';
import type { SubjectKind } from '../domain/subjects/subject.ts';
import type { Text } from '../domain/text.ts';
import { chooseText, inNoLanguage, type OutdatedMarks, type TextInWords } from './choose-text.ts';
import { formatsFor, type Formats } from './formats.ts';
import { translator, type MessageKey, type Translate } from './messages.ts';
import { placesIn, type Places } from './places.ts';
import { retentionInWords } from './retention.ts';
import { safeguardsIn, type Safeguards } from './safeguards.ts';
import { vocabulariesIn, type VocabulariesInWords } from './vocabulary.ts';

export type { TextInWords } from './choose-text.ts';
export type { MessageKey } from './messages.ts';
export type { Vocabulary } from './vocabulary.ts';

/** What the law says somewhere, in the reader's language. */
export interface LegalInWords {
  readonly label: string;
  readonly citation: string;
  readonly instrument: string;
  readonly link: string;
  /** The language of these words, where it is not the reader's. */
  readonly lang?: string;
}

/** The registry's voice in one language: pages, feeds and files all speak through it. */
export interface Words extends Formats, Places, Safeguards, VocabulariesInWords {
  /** The language asked for: `nl`. */
  readonly language: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The countries of the European Economic Area: between them, no words about a transfer are needed. */
  readonly eea: ReadonlySet<string>;
  /** An interface message. */
  readonly t: Translate;
  /** A published text in the reader's language, or in the next best one, which it names. */
  readonly text: (text: Text | undefined, outdated?: OutdatedMarks) => TextInWords | undefined;
  /** The same without its marks; an empty text when there is none. */
  readonly plain: (text: Text | undefined) => string;
  readonly retention: (retention: Retention | undefined, terms: Text | undefined) => string;
  /** The same in one language throughout, which it names: that of the terms where it is not the reader's. */
  readonly retentionText: (
    retention: Retention | undefined,
    terms: Text | undefined,
    outdated?: OutdatedMarks,
  ) => TextInWords;
  readonly role: (role: Role) => string;
  /** A type of change as a reader would call it. */
  readonly type: (type: ChangeType) => string;
  /** A period of notice or objection: `30 days`. */
  readonly period: (period: string) => string;
  /** The name of a field, by its path with or without ids and language: `processings/p1/purpose/nl`. */
  readonly fieldName: (kind: SubjectKind, path: string) => string;
  /** A legal reference by its key in `content/reference/legal.yaml`. */
  readonly legal: (key: LegalKey) => LegalInWords;
  /** Why a notice was refused. Says nothing of the place, `problem.at`. */
  readonly problem: (problem: Problem) => string;
}

const made = new WeakMap<Content, Map<string, Words>>();

/**
 * The words of a language. A language the interface does not speak is answered in English, with published texts still in
 * the language asked for where they have it.
 *
 * @param defaultLanguage the publisher's, in which texts are shown when they lack the one asked for
 */
export function wordsFor(content: Content, language: string, defaultLanguage = 'en'): Words {
  let ofContent = made.get(content);
  if (!ofContent) made.set(content, (ofContent = new Map<string, Words>()));
  // Languages come from a short list of known ones, so this does not grow.
  const key = `${language} ${defaultLanguage}`;
  let words = ofContent.get(key);
  if (!words) ofContent.set(key, (words = makeWords(content, language, defaultLanguage)));
  return words;
}

function makeWords(content: Content, language: string, defaultLanguage: string): Words {
  const catalogue = catalogueFor(content, language);
  const t = translator(catalogue);
  const formats = formatsFor(catalogue.locale);
  const places = placesIn(t, formats);
  const text = (value: Text | undefined, outdated?: OutdatedMarks): TextInWords | undefined =>
    chooseText(value, language, defaultLanguage, outdated);
  const plain = (value: Text | undefined): string => text(value)?.value ?? '';
  // What is said around a text in another language is said in that language too, if the interface speaks it.
  const voiceFor = (told: TextInWords | undefined): Pick<Words, 't' | 'duration'> =>
    told?.fallback === true && content.messages.has(told.language)
      ? wordsFor(content, told.language, defaultLanguage)
      : { t, duration: formats.duration };
  const retentionText: Words['retentionText'] = (retention, terms, outdated) => {
    const told = text(terms, outdated);
    const voice = voiceFor(told);
    const value = retentionInWords(retention, told?.value, voice.t, voice);
    return { ...(told ?? inNoLanguage('')), value };
  };
  return {
    language,
    locale: catalogue.locale,
    direction: catalogue.direction,
    eea: content.eea,
    t,
    ...formats,
    ...places,
    ...safeguardsIn(t, formats, places),
    text,
    plain,
    ...vocabulariesIn(content, t, text, voiceFor),
    retention: (retention, terms) => retentionInWords(retention, text(terms)?.value, t, formats),
    retentionText,
    role: (role) => t(`role.${role}`),
    type: (type) => t(`type.${type}`),
    period: formats.duration,
    fieldName: (kind, path) => t(fieldKey(kind, path)),
    legal: (key) => legalInWords(content, key, text),
    problem: (problem) => problemInWords(problem, t),
  };
}

function catalogueFor({ messages }: Content, language: string): Catalogue {
  const catalogue = messages.get(language) ?? messages.get('en');
  if (!catalogue) throw new Error('The content has no English messages.');
  return catalogue;
}

const PATHS: ReadonlySet<string> = new Set(
  Object.entries(FIELDS).flatMap(([kind, fields]) => fields.map(({ path }) => `${kind} ${path}`)),
);

function fieldKey(kind: SubjectKind, path: string): MessageKey {
  const pattern = path.replace(/^processings\/[^/]+/, 'processings/*');
  const field = PATHS.has(`${kind} ${pattern}`) ? pattern : pattern.slice(0, pattern.lastIndexOf('/'));
  // Every field of the table has a message (a test holds it so); any other path fails when it is looked up.
  return `field.${kind}.${field}` as MessageKey;
}

function legalInWords(content: Content, key: LegalKey, text: Words['text']): LegalInWords {
  const reference = content.legal.get(key);
  if (!reference) throw new Error(`No legal reference is called ${key}.`);
  const { label, citation, instrument, link } = reference;
  const told = text(citation);
  return {
    label: text(label)?.value ?? '',
    citation: told?.value ?? '',
    instrument: text(instrument)?.value ?? '',
    link,
    ...(told?.fallback === true && { lang: told.language }),
  };
}

function problemInWords({ code, edition = 0, value = '' }: Problem, t: Translate): string {
  // The value of a gap is the key of what is missing; its sentence is complete.
  if (code === 'gap') return t(`gap.${value}` as MessageKey);
  if (code === 'invalid-value' && value === '') return t('problem.value-missing');
  return t(`problem.${code}`, { edition, value });
}
