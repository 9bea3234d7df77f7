import type { DossierField } from '../../dossier/dossier.ts';
import type { Day } from '../../domain/days.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Tag } from '../../register/views/tag.ts';
import { isLive, type DeskParty } from '../third-parties/desk-party.ts';
import { dueOn, dueTag } from '../third-parties/due.ts';
import { nameOfStaff, type StaffNames } from '../names-of-staff.ts';
import type { AdminReader } from '../reader.ts';

/** Something that staff are to do about a third party by a day. */
export interface DueTask {
  readonly name: string;
  readonly href: string;
  readonly day: { readonly text: string; readonly datetime: Day };
  readonly tag: Tag | undefined;
  /** Who looks after it, or what it is about. */
  readonly about: string;
}

/** Third parties whose day for it has passed or is near, the longest overdue first. */
export function tasksDue(
  reader: AdminReader,
  staff: StaffNames,
  parties: readonly DeskParty[],
  field: Extract<DossierField, 'nextReview' | 'assessmentNextOn'>,
): DueTask[] {
  const { words, today } = reader;
  return parties
    .filter(isLive)
    .flatMap((party) => {
      const day = party.dossier.values[field];
      const isDue = ['overdue', 'soon'].includes(dueOn(day, today));
      return isDue && day !== undefined ? [{ party, day }] : [];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ party: { id, name, dossier }, day }) => ({
      name: name.text,
      href: adminAddresses(reader.addresses).dossier(id),
      day: { text: words.dayShort(day), datetime: day },
      tag: dueTag(words, day, today),
      about:
        dossier.values.owner === undefined
          ? words.t('desk.owned-by-nobody')
          : words.t('desk.owned-by', { name: nameOfStaff(words, staff, dossier.values.owner) }),
    }));
}
