import { z } from 'zod';
import { isCountry } from './countries.ts';

/** A language tag (BCP 47), or `und` for a text that reads the same in every language, as brand names do. */
export const languageSchema = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'Not a language tag.' });

// XML 1.0 cannot carry control characters (and reads a carriage return as a line feed), nor canonical JSON (RFC 8785)
// half a character: what a feed or a hash could not repeat is refused at the door. Direction overrides could make a text
// read as what it is not.
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

function isPrintable(text: string): boolean {
  return text.isWellFormed() && !UNPRINTABLE.test(text);
}

const printable = {
  error: 'Has a character that cannot be published (a control character or half a character).',
};
const trimmed = { error: 'Begins or ends with white space.' };

const REDACTION_MARK = /⟦redacted \d{4}-\d{2}-\d{2}⟧/;

/** The dated mark that stands in the place of text that was taken out of the ledger. */
export function redactionMark(day: string): string {
  return `⟦redacted ${day}⟧`;
}

/** Whether something was taken out of the text: it then need not be an address any more. */
export function isRedacted(text: string): boolean {
  return REDACTION_MARK.test(text);
}

/** The text with something done to it, but not within the marks that stand in it. */
export function besideRedactionMarks(text: string, change: (piece: string) => string): string {
  return text
    .split(new RegExp(`(${REDACTION_MARK.source})`, 'u'))
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('');
}

/** One line of published text. */
export const lineSchema = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text === text.trim(), trimmed)
  .refine((text) => isPrintable(text) && !/[\n\t\u2028\u2029]/.test(text), printable);

/** Published text of one or more paragraphs. */
export const proseSchema = z
  .string()
  .min(1)
  .max(5000)
  .refine((text) => text === text.trim(), trimmed)
  .refine(isPrintable, printable);

/** Text in one or more languages: each language is a field of its own. */
export const textSchema = z
  .record(languageSchema, proseSchema)
  .refine((text) => Object.keys(text).length > 0, { error: 'Has no text in any language.' });
export type Text = z.infer<typeof textSchema>;

/** A stable id in addresses and paths: lower case letters, digits, single hyphens. */
export const idSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Not an id. Ids have lower case letters, digits and single hyphens.',
  });

/** An address on the web that is safe to link to. */
export const linkSchema = lineSchema.refine(isWebAddress, { error: 'Not a web address (https://…).' });

export const mailboxSchema = lineSchema.refine(isMailbox, { error: 'Not an e-mail address.' });

function isMailbox(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) || isRedacted(text);
}

function isWebAddress(text: string): boolean {
  return (/^https?:\/\//i.test(text) && URL.canParse(text)) || isRedacted(text);
}

/** ISO 3166-1 alpha-2. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, {
    error: 'Not a country code (ISO 3166-1, two capital letters: NL, US, GB).',
    abort: true,
  })
  .refine(isCountry, { error: 'Not a country code (ISO 3166-1, two capital letters: NL, US, GB).' });
