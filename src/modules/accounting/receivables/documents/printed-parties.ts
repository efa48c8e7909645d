import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { PartyAddress } from '../../parties/party-fields.dto.js';
import type { PrintedAddress, PrintedParty } from './sales-document.js';

const kindsByRank = ['billing', 'registered', 'shipping'];

/** A customer as invoices name it: at the address for bills, else where it is registered, else where it is. */
export function printedBuyer({
  addresses,
  taxIds,
  ...party
}: {
  number: string;
  name: string;
  addresses: readonly PartyAddress[];
  taxIds: NonNullable<PrintedParty['taxIds']>;
}): PrintedParty {
  const [found] = [...addresses].sort((one, other) => kindsByRank.indexOf(one.kind) - kindsByRank.indexOf(other.kind));
  const address = found && printed({ ...found, region: found.subdivision });
  return { ...party, ...(address && { address }), ...(taxIds.length > 0 && { taxIds }) };
}

/** A legal entity as its invoices name it. */
export function printedSeller({ name, registrationNumber, address }: LegalEntityFact): PrintedParty {
  return {
    name,
    ...(registrationNumber !== null && { registrationNumber }),
    ...(address && { address: printed(address) }),
  };
}

type GivenAddress = { [Part in keyof PrintedAddress]: PrintedAddress[Part] | null } & { country: string };

function printed({ line1, line2, postalCode, city, region, country }: GivenAddress): PrintedAddress {
  const parts = Object.entries({ line1, line2, postalCode, city, region }).filter(([, text]) => text);
  return { ...Object.fromEntries(parts), country };
}
