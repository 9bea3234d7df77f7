import type { ReceivedForm } from '../../forms/received-form.ts';
import {
  beginSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  renewRecoveryCodes,
} from '../../staff/second-factor.ts';
import type { Handled, Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { orSignInRefused } from '../sign-in/sign-in-refusal.ts';
import { signedInOf } from '../sign-in/visitor.ts';

/**
 * What the page of the second factor can do.
 *
 * @param codes is given the recovery codes that are made: they are shown in the answer, and nowhere again
 */
export function secondFactorHandlers(
  locals: Locals,
  codes: string[],
): Readonly<Record<'begin' | 'enable' | 'disable' | 'renew', Handler>> {
  const { context, addresses } = locals;
  const signedIn = signedInOf(locals);
  const pages = adminAddresses(addresses);
  const refusing = (work: () => Promise<Handled>): Promise<Handled> =>
    orSignInRefused<Handled>(locals, { 'wrong-code': 'code' }, work);
  const telling = (make: () => Promise<readonly string[]>): Promise<Handled> =>
    refusing(async () => {
      codes.push(...(await make()));
      return { kind: 'shown' };
    });
  return {
    begin: () =>
      refusing(async () => {
        await beginSecondFactor(context, signedIn);
        return pages.secondFactor();
      }),
    enable: (form: ReceivedForm) =>
      telling(() => enableSecondFactor(context, { signedIn, code: form.value('code') })),
    renew: () => telling(() => renewRecoveryCodes(context, signedIn)),
    disable: () =>
      refusing(async () => {
        await disableSecondFactor(context, signedIn);
        return pages.account({ done: 'second-factor-off' });
      }),
  };
}
