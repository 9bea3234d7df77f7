import { lastEdition } from '../../domain/ledger.ts';
import type { Link } from '../../register/views/link.ts';
import type { PlannedChange } from '../../register/views/planned.ts';
import { staffNames } from '../../staff/staff-names.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { deskParties } from '../third-parties/desk-parties.ts';
import { may, type AdminReader } from '../reader.ts';
import { allPlanned } from './planned-for-staff.ts';
import { upkeepOf, type Upkeep } from './upkeep.ts';
import { waitingDrafts, WAITS, type Wait, type WaitingDraft } from './waiting-drafts.ts';
import { instantInWords } from '../instant.ts';

/** Drafts that wait for the same reason. */
export interface WaitingGroup {
  readonly id: Wait;
  readonly title: string;
  readonly drafts: readonly (WaitingDraft & { readonly when: string })[];
}

/** What waits for whoever looks, and what is coming. */
export interface DashboardPage {
  readonly frame: AdminFrame;
  readonly begin: readonly Link[];
  /** That the register still is the sample, and what an admin can do about it. */
  readonly start: { readonly title: string; readonly text: string; readonly link: Link } | undefined;
  readonly waiting: {
    readonly title: string;
    readonly groups: readonly WaitingGroup[];
    /** Nothing waits. */
    readonly none: string | undefined;
  };
  readonly planned: {
    readonly title: string;
    readonly changes: readonly PlannedChange[];
    readonly none: string;
  };
  readonly upkeep: Upkeep;
}

export async function readDashboardPage(reader: AdminReader): Promise<DashboardPage> {
  const { words, context } = reader;
  const [parties, staff, waiting] = await Promise.all([
    deskParties(reader),
    staffNames(context),
    waitingDrafts(reader),
  ]);
  const groups = groupsOf(reader, waiting);
  return {
    frame: adminFrame(reader, { title: words.t('admin.nav.home'), section: 'home' }),
    begin: beginLinks(reader),
    start: startFor(reader),
    waiting: {
      title: words.t('desk.waiting'),
      groups,
      none: groups.length === 0 ? words.t('desk.waiting.none') : undefined,
    },
    planned: {
      title: words.t('register.planned'),
      changes: allPlanned(reader),
      none: words.t('desk.planned.none'),
    },
    upkeep: upkeepOf(reader, staff, parties),
  };
}

function groupsOf(
  reader: AdminReader,
  waiting: Readonly<Record<Wait, readonly WaitingDraft[]>>,
): WaitingGroup[] {
  const { words } = reader;
  return WAITS.filter((wait) => waiting[wait].length > 0).map((wait) => ({
    id: wait,
    title: words.t(`desk.wait.${wait}`),
    drafts: waiting[wait].map((draft) => ({
      ...draft,
      when: words.t('desk.saved-at', { at: instantInWords(reader, draft.updatedAt) }),
    })),
  }));
}

function beginLinks(reader: AdminReader): Link[] {
  const { words, addresses, context } = reader;
  if (!may(reader, 'editor') || lastEdition(context.ledger.current()) === 0) return [];
  const admin = adminAddresses(addresses);
  return (['add', 'replace'] as const).map((what) => ({
    text: words.t(`desk.begin.${what}`),
    href: admin.newDraft({ what }),
  }));
}

function startFor(reader: AdminReader): DashboardPage['start'] {
  const { words, addresses, context } = reader;
  const isEmpty = lastEdition(context.ledger.current()) === 0;
  if (!may(reader, 'admin') || !(isEmpty || context.ledger.isSample())) return undefined;
  const of = isEmpty ? 'empty' : 'sample';
  return {
    title: words.t(`desk.start.${of}`),
    text: words.t(`desk.start.${of}.text`),
    link: { text: words.t('desk.start.link'), href: adminAddresses(addresses).start() },
  };
}
