import type { Vendor } from '../content/vendors.ts';

/** Where the facts of a vendor come from, and how far they can be believed. */
export interface VendorNotes {
  readonly pleaseCheck: boolean;
  /** The day on which the row was taken into the catalog. */
  readonly takenOn: string;
  readonly sources: Vendor['sources'];
  /** What to take care of, such as sources that disagree; in English, as the sources are. */
  readonly caution: string | undefined;
  /** Where it runs, in the words of the source; in English. */
  readonly hosting: string | undefined;
  readonly framework: Vendor['dataPrivacyFramework'];
}

/** What staff are told beside every fact that the catalog filled in. */
export function vendorNotes(vendor: Vendor): VendorNotes {
  const { pleaseCheck, takenOn, sources, caution, hosting, dataPrivacyFramework } = vendor;
  return { pleaseCheck, takenOn, sources, caution, hosting, framework: dataPrivacyFramework };
}
