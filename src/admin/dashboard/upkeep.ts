import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { isLive, type DeskParty } from '../third-parties/desk-party.ts';
import type { StaffNames } from '../names-of-staff.ts';
import type { AdminReader } from '../reader.ts';
import { ENDING_DAYS, endingSoon } from './ending.ts';
import { missingFacts, type MissingFacts } from './missing-facts.ts';
import { tasksDue, type DueTask } from './tasks-due.ts';

/** What is due for the same reason. */
export interface DueGroup {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly DueTask[];
}

/** What keeps third parties and their dossiers in order. */
export interface Upkeep {
  readonly title: string;
  readonly due: readonly DueGroup[];
  readonly gaps: MissingFacts | undefined;
  /** Leads to third parties without a day for their next review. */
  readonly unreviewed: Link | undefined;
  /** Said where nothing is to be done. */
  readonly calm: string | undefined;
}

export function upkeepOf(reader: AdminReader, staff: StaffNames, parties: readonly DeskParty[]): Upkeep {
  const { words } = reader;
  const due = [
    ...(['nextReview', 'assessmentNextOn'] as const).map((field) => ({
      id: field,
      title: words.t(`desk.due.${field}`),
      tasks: tasksDue(reader, staff, parties, field),
    })),
    {
      id: 'ending',
      title: words.t('desk.ending', { days: ENDING_DAYS }),
      tasks: endingSoon(reader, parties),
    },
  ].filter(({ tasks }) => tasks.length > 0);
  const gaps = missingFacts(reader, parties);
  const unreviewed = unreviewedLink(reader, parties);
  return {
    title: words.t('desk.upkeep'),
    due,
    gaps,
    unreviewed,
    calm: due.length === 0 && !gaps && !unreviewed ? words.t('desk.calm') : undefined,
  };
}

function unreviewedLink({ words, addresses }: AdminReader, parties: readonly DeskParty[]): Link | undefined {
  const count = parties.filter(
    (party) => isLive(party) && party.dossier.values.nextReview === undefined,
  ).length;
  if (count === 0) return undefined;
  return {
    text: words.t('desk.unreviewed', { count }),
    href: adminAddresses(addresses).thirdParties({ review: 'none' }),
  };
}
