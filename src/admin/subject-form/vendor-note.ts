import { vendorNotes, type VendorNotes } from '../../catalog/vendor-notes.ts';
import type { SubjectState } from '../../domain/subjects/subject.ts';
import type { Words } from '../../language/words.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { FormPart } from './form-part.ts';
import type { Locals } from '../reader.ts';

/** Beside what the catalog filled in: that it is to be checked, where it comes from, from which day it is. */
export function vendorNote(
  { words, context, addresses }: Locals,
  state: SubjectState | undefined,
): FormPart[] {
  const name = state && typeof state.name !== 'string' ? state.name['und'] : undefined;
  const vendor = [...context.content.vendors.values()].find((one) => one.name === name);
  if (!vendor) return [];
  const notes = vendorNotes(vendor);
  const sentences = [
    ...(notes.pleaseCheck ? [words.t('form.vendor.check')] : []),
    words.t('form.vendor.sources', { sources: sourcesOf(words, notes) }),
    ...(notes.caution === undefined ? [] : [words.t('form.vendor.caution', { text: notes.caution })]),
  ];
  return [
    {
      kind: 'note',
      tone: 'warn',
      title: words.t('form.vendor', { name: vendor.name }),
      text: sentences.join(' '),
      link: { text: words.t('form.vendor.more'), href: adminAddresses(addresses).vendor(vendor.id) },
    },
  ];
}

function sourcesOf(words: Words, { sources }: VendorNotes): string {
  return words.list(
    sources.map(({ source, on }) =>
      on === undefined ? source : words.t('place.detail', { place: source, detail: words.day(on) }),
    ),
  );
}
