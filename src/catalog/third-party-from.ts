import type { Vendor } from '../content/vendors.ts';
import type { Processing, Role, Safeguard } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';

/** What the catalog knows of a vendor, as a third party without processings. Every fact of it is to be checked. */
export function thirdPartyFrom(vendor: Vendor): ThirdParty {
  const { name, entity, parent, contractingEntities, links } = vendor;
  return {
    kind: 'service',
    name: { und: name },
    ...(entity && { entity }),
    ...(parent && { parent }),
    ...(contractingEntities && { contractingEntities }),
    ...(links && { links }),
  };
}

/**
 * A processing to begin with: what the vendor is usually for, where it is known to keep data, and the ground of a transfer
 * that the list of the Data Privacy Framework would give. Data, people and retention are for staff to say; and so is the
 * place where the vendor's customer chooses it, since that customer is the organisation itself.
 */
export function proposedProcessing(vendor: Vendor, scope: string, role: Role): Processing {
  const { category } = vendor;
  const locations = (vendor.locations ?? []).filter(({ place }) => place !== 'chosen-by-customer');
  const safeguards = reachesUnitedStates(vendor) ? proposedSafeguards(vendor) : [];
  return {
    scope,
    role,
    purpose: category.purpose,
    ...(locations.length > 0 && { locations }),
    ...(safeguards.length > 0 && { safeguards }),
  };
}

/** A vendor elsewhere may have a sister company on the list; that grounds no transfer of which nothing is known. */
function reachesUnitedStates({ entity, locations = [] }: Vendor): boolean {
  return entity?.country === 'US' || locations.some((one) => one.place === 'country' && one.country === 'US');
}

function proposedSafeguards({ dataPrivacyFramework: listed }: Vendor): Safeguard[] {
  if (listed?.state !== 'certified' && listed?.state !== 'under-review') return [];
  // That a vendor, or one of its customers, says so is not the list: without a day of the list there is no ground yet.
  if (listed.checkedOn === undefined && listed.validUntil === undefined) return [];
  return [
    {
      ground: 'dpf',
      regime: 'eu',
      rank: 'primary',
      destinations: ['US'],
      ...(listed.participant !== undefined && { reference: listed.participant }),
      ...(listed.validUntil !== undefined && { validUntil: listed.validUntil }),
    },
  ];
}
