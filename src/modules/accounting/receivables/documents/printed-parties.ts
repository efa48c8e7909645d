import type { ElectronicAddress } from '#kernel/electronic-address.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { PartyAddress } from '../../parties/party-fields.dto.js';
import type { PrintedAddress, PrintedParty } from './sales-document.js';

const kindsByRank = ['billing', 'registered', 'shipping'];

/** A customer as invoices name it: at the address for bills, else where it is registered, else where it is. */
export function printedBuyer({ addresses, taxIds, electronicAddress, language, ...party }: BuyerFact): PrintedParty {
  const [found] = [...addresses].sort((one, other) => kindsByRank.indexOf(one.kind) - kindsByRank.indexOf(other.kind));
  const address = found && printed({ ...found, region: found.subdivision });
  return {
    ...party,
    ...(address && { address }),
    ...(taxIds.length > 0 && { taxIds }),
    ...(electronicAddress && { electronicAddress }),
    ...(language !== null && { language }),
  };
}

export interface BuyerFact {
  number: string;
  name: string;
  addresses: readonly PartyAddress[];
  taxIds: NonNullable<PrintedParty['taxIds']>;
  electronicAddress: ElectronicAddress | null;
  language: string | null;
}

/** Numbers for payroll, customs and income are of no concern to customers. */
const printedTaxes = new Set(['vat', 'gst', 'sales_tax']);

/** A legal entity as its documents name it: where the customer pays goes by the currency. */
export function printedSeller(entity: LegalEntityFact, currency: string): PrintedParty {
  const { name, registrationNumber, address, salesContact, electronicAddress, paymentAccounts } = entity;
  const taxIds = entity.taxRegistrations.filter(({ type }) => printedTaxes.has(type));
  const account =
    paymentAccounts.find((one) => one.currency === currency) ??
    paymentAccounts.find((one) => one.currency === undefined);
  return {
    name,
    ...(registrationNumber !== null && { registrationNumber }),
    ...(address && { address: printed(address) }),
    ...(taxIds.length > 0 && { taxIds }),
    ...(electronicAddress && { electronicAddress }),
    ...(salesContact && { contact: salesContact }),
    ...(account && { paymentAccount: accountOf(account) }),
  };
}

const accountOf = ({ iban, bic, bankName }: LegalEntityFact['paymentAccounts'][number]) => ({
  iban,
  ...(bic !== undefined && { bic }),
  ...(bankName !== undefined && { bankName }),
});

type GivenAddress = { [Part in keyof PrintedAddress]: PrintedAddress[Part] | null } & { country: string };

function printed({ line1, line2, postalCode, city, region, country }: GivenAddress): PrintedAddress {
  const parts = Object.entries({ line1, line2, postalCode, city, region }).filter(([, text]) => text);
  return { ...Object.fromEntries(parts), country };
}
