import { idOf, type TextView } from '../../forms/field-view.ts';
import type { NewLink } from '../../staff/link-rows.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { instantInWords } from '../instant.ts';

/** A one-time link as it is shown, once, to be handed over. */
export interface ToldLink {
  readonly title: string;
  readonly field: TextView;
  /** How to hand it over, and until when it is good. */
  readonly notes: readonly string[];
}

export function toldLink(locals: Locals, name: string, { token, purpose, expiresAt }: NewLink): ToldLink {
  const { words, addresses } = locals;
  return {
    title: words.t(purpose === 'invitation' ? 'staff.told.title' : 'staff.told.title-password', { name }),
    field: {
      id: idOf('link'),
      name: 'link',
      label: words.t('staff.told.label'),
      type: 'url',
      value: addresses.absolute(adminAddresses(addresses).link(token)),
      readOnly: true,
      copy: true,
    },
    notes: [
      words.t('staff.told.hand-over', { name }),
      words.t('staff.told.until', { when: instantInWords(locals, expiresAt) }),
    ],
  };
}
