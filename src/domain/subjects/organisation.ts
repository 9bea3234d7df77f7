import { z } from 'zod';
import { isPeriod, neverLonger, periodSchema } from '../days.ts';
import { countrySchema, languageSchema, lineSchema, linkSchema, mailboxSchema, textSchema } from '../text.ts';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Asked of what is no period too: that is told by its own message. */
function mayObjectInTime(organisation: { objectionPeriod: string; noticePeriod: string }): boolean {
  const { objectionPeriod, noticePeriod } = organisation;
  if (!isPeriod(objectionPeriod) || !isPeriod(noticePeriod)) return true;
  return neverLonger(objectionPeriod, noticePeriod);
}

/** The publisher of the register. */
export const organisationSchema = z
  .strictObject({
    name: lineSchema,
    legalName: lineSchema.optional(),
    address: lineSchema.optional(),
    country: countrySchema.optional(),
    website: linkSchema.optional(),
    privacyContact: mailboxSchema.optional(),
    objectionMailbox: mailboxSchema.optional(),
    introduction: textSchema.optional(),
    timeZone: z.string().refine(isTimeZone, { error: 'Not a time zone (Europe/Amsterdam).' }),
    defaultLanguage: languageSchema,
    prevailingLanguage: languageSchema.optional(),
    noticePeriod: periodSchema,
    objectionPeriod: periodSchema,
    outdated: z.array(z.string().max(200)).max(500).optional(),
  })
  .refine(mayObjectInTime, {
    path: ['objectionPeriod'],
    error: 'The objection period may not be longer than the notice period.',
  });
export type Organisation = z.infer<typeof organisationSchema>;
