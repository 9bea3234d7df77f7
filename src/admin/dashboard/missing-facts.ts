import { adminAddresses } from '../admin-addresses.ts';
import type { Link } from '../../register/views/link.ts';
import type { DeskParty } from '../third-parties/desk-party.ts';
import { lawLink } from '../../register/views/link.ts';
import type { GapInWords } from '../third-parties/gaps-in-words.ts';
import type { AdminReader } from '../reader.ts';

/** Third parties in use of which facts are missing. */
export interface MissingFacts {
  readonly title: string;
  readonly count: string;
  /** The worst, each with what is missing and where the law asks for it. */
  readonly worst: readonly {
    readonly party: Link;
    readonly count: string;
    readonly gaps: readonly GapInWords[];
  }[];
  readonly all: Link;
}

const SHOWN = 5;

/** Of planned and drafted ones the draft itself tells what is missing. */
export function missingFacts(reader: AdminReader, parties: readonly DeskParty[]): MissingFacts | undefined {
  const { words, addresses } = reader;
  const admin = adminAddresses(addresses);
  const lacking = parties
    .filter(({ state, gaps }) => state === 'current' && gaps.length > 0)
    .sort((one, other) => other.gaps.length - one.gaps.length);
  if (lacking.length === 0) return undefined;
  return {
    title: words.t('desk.gaps'),
    count: words.t('desk.gaps.count', { count: lacking.length }),
    worst: lacking.slice(0, SHOWN).map(({ id, name, gaps }) => ({
      party: { text: name.text, href: `${admin.thirdParty(id)}#gaps` },
      count: words.t('third-party.gaps', { count: gaps.length }),
      gaps: [...new Set(gaps.map(({ reason }) => reason))].map((reason) => ({
        text: words.t(`gap.${reason}`),
        place: undefined,
        law: lawLink(words.legal(reason)),
      })),
    })),
    all: { text: words.t('desk.gaps.all'), href: admin.thirdParties({ gaps: 'any' }) },
  };
}
