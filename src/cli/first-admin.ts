import type { Context } from '../context.ts';
import { firstAdminLink } from '../staff/first-admin-link.ts';
import { linkAddress } from '../staff/link-address.ts';

/** Where the operator reads: a terminal, or something that collects events. */
interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/**
 * While there is no admin, tells the operator the link by which the first one is set up: in a sentence at a terminal,
 * otherwise as an event. A fault here stops nothing: the command line makes such a link, too.
 */
export async function tellFirstAdminLink(context: Context, output: Output): Promise<void> {
  const { configuration, log } = context;
  // A link that nobody gets to read would only end the one that somebody holds.
  if (!output.isTTY && !log.writes('info')) return;
  try {
    const link = await firstAdminLink(context);
    if (!link) return;
    const address = linkAddress(configuration.publicUrl, link.token);
    if (output.isTTY) output.write(sentence(address));
    else log.info('first-admin-link', { address });
  } catch (error) {
    log.error('first-admin-link-not-made', { error });
  }
}

function sentence(address: string): string {
  return `\nThere is no admin yet. This link sets up the first one; it works once, for 24 hours:\n\n  ${address}\n\n`;
}
