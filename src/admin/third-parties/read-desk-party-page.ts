import { noticesAbout } from '../../register/notice-index.ts';
import { readThirdPartyPage } from '../../register/read-third-party-page.ts';
import type { HistoryEntry } from '../../register/views/history.ts';
import type { Link } from '../../register/views/link.ts';
import type { PlannedChange } from '../../register/views/planned.ts';
import type { ThirdPartyFacts } from '../../register/views/third-party-facts.ts';
import { staffNames } from '../../staff/staff-names.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { plannedAbout } from '../dashboard/planned-for-staff.ts';
import { dossierSummary } from '../dossier/dossier-facts.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { SummaryFact } from '../page-parts.ts';
import { deskParty } from './desk-parties.ts';
import type { DeskParty } from './desk-party.ts';
import { gapsInWords, type GapInWords } from './gaps-in-words.ts';
import { stateTag } from './party-tags.ts';

/** What staff may begin, with what it does in a sentence. */
export interface Beginning extends Link {
  readonly kind: 'main' | 'plain';
}

/** A draft in the making, with where it stands. */
export interface DraftLink extends Link {
  readonly tag: Tag;
}

/** One third party, for staff: what is public of it, what is under way, what only staff keep. */
export interface DeskPartyPage {
  readonly frame: AdminFrame;
  readonly tags: readonly Tag[];
  /** When it was or will be in use, and what then is shown. */
  readonly periods: readonly string[];
  readonly beginnings: readonly Beginning[];
  readonly ways: readonly Link[];
  readonly gaps: { readonly title: string; readonly list: readonly GapInWords[]; readonly none: string };
  readonly drafts: { readonly title: string; readonly list: readonly DraftLink[]; readonly none: string };
  readonly planned: { readonly title: string; readonly changes: readonly PlannedChange[] } | undefined;
  readonly dossier: {
    readonly title: string;
    readonly facts: readonly SummaryFact[];
    readonly edit: Link;
  };
  readonly facts: { readonly title: string; readonly views: ThirdPartyFacts } | undefined;
  readonly history:
    { readonly title: string; readonly told: string; readonly entries: readonly HistoryEntry[] } | undefined;
}

/** @throws RegistryError `not-found` when nobody has heard of a third party with this id */
export async function readDeskPartyPage(reader: AdminReader, id: string): Promise<DeskPartyPage> {
  const { words, addresses } = reader;
  const admin = adminAddresses(addresses);
  const [party, staff] = await Promise.all([deskParty(reader, id), staffNames(reader.context)]);
  const isTold = noticesAbout(reader.context.ledger.current(), { kind: 'third-party', id }).length > 0;
  const page = isTold ? readThirdPartyPage(reader, id, {}) : undefined;
  return {
    frame: adminFrame(reader, {
      title: party.name.text,
      section: 'third-parties',
      crumbs: [{ text: words.t('admin.nav.third-parties'), href: admin.thirdParties() }],
    }),
    tags: [stateTag(words, party)],
    periods: page?.head.use?.lines ?? [],
    beginnings: beginningsFor(reader, party),
    ways: page ? [{ text: words.t('admin-third-party.public'), href: addresses.thirdParty(id) }] : [],
    gaps: {
      title: words.t('admin-third-party.gaps'),
      list: gapsInWords(reader, party.facts, party.gaps),
      none: words.t('admin-third-party.gaps.none'),
    },
    drafts: {
      title: words.t('admin-third-party.drafts'),
      list: draftLinks(reader, party),
      none: words.t('admin-third-party.drafts.none'),
    },
    planned: page?.planned && {
      title: page.planned.title,
      changes: plannedAbout(reader, { kind: 'third-party', id }),
    },
    dossier: {
      title: words.t('dossier.title'),
      facts: dossierSummary(reader, staff, party.dossier.values),
      edit: {
        text: words.t(may(reader, 'editor') ? 'dossier.edit' : 'dossier.read'),
        href: admin.dossier(id),
      },
    },
    facts: page?.facts && { title: words.t('admin-third-party.facts'), views: page.facts },
    history: page?.history,
  };
}

function draftLinks({ words, addresses }: AdminReader, { drafts }: DeskParty): DraftLink[] {
  return drafts.map(({ draft, title, state }) => ({
    text: title,
    href: adminAddresses(addresses).draft(draft),
    tag: { text: words.t(`draft.state.${state}`), tone: state === 'open' ? 'strong' : 'soon' },
  }));
}

const IN_USE = ['change', 'replace', 'continue', 'remove'] as const;

/** One that is in use can be changed, replaced, continued by another or removed; one that is gone can come back. */
function beginningsFor(reader: AdminReader, { id, state }: DeskParty): Beginning[] {
  const { words, addresses } = reader;
  if (!may(reader, 'editor') || state === 'drafted' || state === 'kept') return [];
  const choices = state === 'current' ? IN_USE : (['change'] as const);
  return choices.map((what, index) => ({
    text: words.t(`admin-third-party.begin.${state === 'ended' ? 'return' : what}`),
    href: adminAddresses(addresses).newDraft({ what, 'third-party': id }),
    kind: index === 0 ? 'main' : 'plain',
  }));
}
