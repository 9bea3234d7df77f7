import { z } from 'zod';
import { daySchema } from '../domain/days.ts';
import { PLACE_GROUPS } from '../domain/subjects/processing.ts';
import { scopeSchema } from '../domain/subjects/scope.ts';
import { organisationSchema } from '../domain/subjects/organisation.ts';
import {
  countrySchema,
  idSchema,
  languageSchema,
  lineSchema,
  linkSchema,
  mailboxSchema,
  proseSchema,
} from '../domain/text.ts';
import type { FaultCode } from './form-fault.ts';

/** What a text in a control has to be, and what is said when it is not. */
export interface Format {
  readonly schema: z.ZodType<string>;
  readonly fault: FaultCode;
}

const domains = scopeSchema.shape.domains.unwrap().element;

export const LINE: Format = { schema: lineSchema, fault: 'not-a-line' };
export const PROSE: Format = { schema: proseSchema, fault: 'unprintable' };
export const LINK: Format = { schema: linkSchema, fault: 'not-a-link' };
export const MAILBOX: Format = { schema: mailboxSchema, fault: 'not-a-mailbox' };
export const COUNTRY: Format = { schema: countrySchema, fault: 'not-a-country' };
/** Where a safeguard covers a transfer to. */
export const DESTINATION: Format = {
  schema: z.union([countrySchema, z.enum(PLACE_GROUPS)]),
  fault: 'not-a-country',
};
export const ID: Format = { schema: idSchema, fault: 'not-an-id' };
export const DAY: Format = { schema: daySchema, fault: 'not-a-day' };
export const LANGUAGE: Format = { schema: languageSchema, fault: 'not-a-language' };
export const DOMAIN: Format = { schema: domains, fault: 'not-a-domain' };
export const TIME_ZONE: Format = { schema: organisationSchema.shape.timeZone, fault: 'not-a-time-zone' };
/** The path of a text that was put out of date: what it may be is for the rules to say. */
export const PATH: Format = { schema: z.string().max(200), fault: 'invalid' };

/** One of a few values. */
export function option(values: readonly string[]): Format {
  return { schema: z.enum(values), fault: 'not-an-option' };
}

/** What is wrong with the text; undefined when nothing is. */
export function faultIn(
  { schema, fault }: Format,
  text: string,
): { readonly code: FaultCode; readonly limit?: number } | undefined {
  const issue = schema.safeParse(text).error?.issues[0];
  if (!issue) return undefined;
  if (issue.code === 'too_big') return { code: 'too-long', limit: Number(issue.maximum) };
  return { code: fault !== 'not-an-option' && !isPrintable(text) ? 'unprintable' : fault };
}

/** Of a long text only the beginning is looked at: how long it may be is judged by its own format. */
function isPrintable(text: string): boolean {
  return proseSchema.safeParse(`x${text.slice(0, 4000)}x`).success;
}
