import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Query } from '../../language/addresses.ts';
import type { Reader } from '../reader.ts';
import { nameOf } from './party-name.ts';

/** A third party at a place, by a link to its page. */
export interface MapParty {
  readonly name: string;
  readonly lang?: string;
  readonly href: string;
  /** `(Dublin, backups only)`. */
  readonly detail?: string;
}

/** Third parties by name, each with what is told of it there, in short parts. */
export function mapParties<At extends { readonly thirdPartyId: string; readonly thirdParty: ThirdParty }>(
  reader: Reader,
  parties: readonly At[],
  moment: Query,
  detailsOf: (at: At) => readonly string[],
): MapParty[] {
  const { words, addresses } = reader;
  return parties
    .map((at): MapParty => {
      const { text, lang } = nameOf(reader, at.thirdParty, at.thirdPartyId);
      const detail = detailsOf(at).join(', ');
      return {
        name: text,
        ...(lang === undefined ? {} : { lang }),
        href: addresses.thirdParty(at.thirdPartyId, moment),
        ...(detail === '' ? {} : { detail: words.t('map.detail', { detail }) }),
      };
    })
    .sort((a, b) => words.compare(a.name, b.name));
}
