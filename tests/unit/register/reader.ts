import { loadContent } from '../../../src/content.ts';
import type { Day } from '../../../src/domain/days.ts';
import { addresses } from '../../../src/language/addresses.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { OWN_LOOK } from '../../../src/look/look.ts';
import type { Reader } from '../../../src/register/reader.ts';
import type { RegisterQuery } from '../../../src/register/read-register-page.ts';
import type { TestRegister } from '../../support/register.ts';

export const content = loadContent();

const OWN = { ...OWN_LOOK, files: {} };

/** Somebody who reads a register on a day. */
export function readerOf(register: Pick<TestRegister, 'ledger'>, today: Day, language = 'en'): Reader {
  return {
    context: { ledger: { current: () => register.ledger }, look: { current: () => OWN }, content },
    words: wordsFor(content, language, 'en'),
    addresses: addresses('https://subprocessors.example.com', language, 'en'),
    today,
  };
}

/** A question to the register's page, with what a test asks for in it. */
export function asking(asked: Partial<RegisterQuery> = {}): RegisterQuery {
  return { scope: [], role: [], country: [], data: [], safeguard: [], state: [], ...asked };
}
