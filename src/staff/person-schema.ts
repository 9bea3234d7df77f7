import { z } from 'zod';
import { lineSchema } from '../domain/text.ts';

/** A person's name as colleagues read it: something of it can be seen. */
export const personNameSchema = z
  .string()
  .trim()
  .pipe(lineSchema.max(200).regex(/[\p{L}\p{N}]/u, { error: 'Has no letter or number.' }));

/** An e-mail address, in lower case: it is what somebody signs in with, however they type it. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    lineSchema.max(254).regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/, { error: 'Not an e-mail address.' }),
  );
