import { thirdPartyOn } from '../../register/third-party-on.ts';
import { nameOf } from '../../register/views/party-name.ts';
import type { Reader } from '../../register/reader.ts';

/** The name of a third party as the register has it, or will have it; its id where no notice tells one. */
export function deskName(reader: Reader, id: string): string {
  const known = reader.context.ledger.current();
  const shown = thirdPartyOn({ known, day: reader.today }, id);
  return nameOf(reader, shown?.state, id).text;
}
