import type { Draft } from '../../drafts/draft-content.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame, type AdminHead } from '../frame.ts';
import type { Locals } from '../reader.ts';

/** The frame of a page below that of a draft. */
export function draftFrame(
  locals: Locals,
  { id, title }: Pick<Draft, 'id' | 'title'>,
  head: Pick<AdminHead, 'title' | 'lead'>,
): AdminFrame {
  const to = adminAddresses(locals.addresses);
  return adminFrame(locals, {
    ...head,
    section: 'drafts',
    crumbs: [
      { text: locals.words.t('admin.nav.drafts'), href: to.drafts() },
      { text: title, href: to.draft(id) },
    ],
  });
}

/** Leads from such a page to the draft. */
export function backToDraft({ words, addresses }: Locals, { id }: Pick<Draft, 'id'>): Link {
  return { text: words.t('new-draft.back-to-draft'), href: adminAddresses(addresses).draft(id) };
}
