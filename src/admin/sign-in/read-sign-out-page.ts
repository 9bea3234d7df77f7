import { signOut } from '../../staff/sessions.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { plainFrame, type PlainFrame } from '../frame.ts';
import { signedInOf } from './visitor.ts';

export interface SignOutPage {
  readonly frame: PlainFrame;
  readonly button: string;
}

/** A look at the address alone signs nobody out: links can be made to be followed. */
export function readSignOutPage(locals: Locals): SignOutPage {
  const { t } = locals.words;
  return {
    frame: plainFrame(locals, { title: t('sign-in.out.title'), lead: t('sign-in.out.lead') }),
    button: t('sign-in.out.button'),
  };
}

/** Ends the session; gives the page to go on to. */
export async function leave(locals: Locals, cookies: string[]): Promise<string> {
  cookies.push(...(await signOut(locals.context, signedInOf(locals))));
  return adminAddresses(locals.addresses).signIn({ done: 'signed-out' });
}
