import { electronicAddressFault } from '#kernel/electronic-address.js';
import type { ProblemError } from '#kernel/problem.js';
import { checkTaxId } from './check-tax-id.js';
import type { PartyView } from './parties.dto.js';
import type { PartyAddress, PartyExternalId, PartyTaxId } from './party-fields.dto.js';

/** What of a party people decide; all of it is known. */
export type PartyContent = Pick<
  PartyView,
  | 'name'
  | 'legalName'
  | 'kind'
  | 'isCustomer'
  | 'isVendor'
  | 'language'
  | 'currency'
  | 'addresses'
  | 'contacts'
  | 'electronicAddress'
  | 'taxIds'
  | 'externalIds'
  | 'taxClassCode'
  | 'receivableAccountCode'
  | 'payableAccountCode'
  | 'paymentTermsCode'
  | 'creditLimit'
  | 'isDunningBlocked'
>;

/** Of a party of which nothing is said. */
export const emptyContent: Omit<PartyContent, 'name'> = {
  legalName: null,
  kind: 'organization',
  isCustomer: false,
  isVendor: false,
  language: null,
  currency: null,
  addresses: [],
  contacts: [],
  electronicAddress: null,
  taxIds: [],
  externalIds: [],
  taxClassCode: null,
  receivableAccountCode: null,
  payableAccountCode: null,
  paymentTermsCode: null,
  creditLimit: null,
  isDunningBlocked: false,
};

/** Why a party cannot be like this. */
export function contentFaults(content: PartyContent): ProblemError[] {
  const { isCustomer, isVendor, addresses, taxIds, externalIds } = content;
  return [
    ...(isCustomer || isVendor ? [] : [roleFault]),
    ...addresses.flatMap(addressFaults),
    ...electronicAddressFaults(content),
    ...taxIdFaults(taxIds),
    ...externalIdFaults(externalIds),
  ];
}

function electronicAddressFaults({ electronicAddress }: PartyContent): ProblemError[] {
  const message = electronicAddress ? electronicAddressFault(electronicAddress) : undefined;
  if (message === undefined) return [];
  return [{ pointer: '/electronicAddress/id', code: 'invalid_electronic_address', message }];
}

const roleFault: ProblemError = {
  pointer: '/isCustomer',
  code: 'no_role',
  message: 'A party is a customer, a vendor or both.',
};

function addressFaults({ country, subdivision }: PartyAddress, at: number): ProblemError[] {
  if (subdivision === null || subdivision === undefined || subdivision.startsWith(`${country}-`)) return [];
  const message = `${subdivision} is no subdivision of ${country}.`;
  return [{ pointer: `/addresses/${at}/subdivision`, code: 'subdivision_of_other', message }];
}

function taxIdFaults(taxIds: readonly PartyTaxId[]): ProblemError[] {
  const seen = new Set<string>();
  return taxIds.flatMap((taxId, at) => {
    const { number, wrong } = checkTaxId(taxId);
    const pointer = `/taxIds/${at}/number`;
    if (wrong) return [{ pointer, ...wrong }];
    const key = [taxId.type, taxId.country, number].join(' ');
    if (seen.has(key))
      return [{ pointer, code: 'repeated_number', message: 'This number stands in the list already.' }];
    seen.add(key);
    return [];
  });
}

function externalIdFaults(externalIds: readonly PartyExternalId[]): ProblemError[] {
  const keys = externalIds.map(({ source, externalId }) => JSON.stringify([source, externalId]));
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [
          {
            pointer: `/externalIds/${at}/externalId`,
            code: 'repeated_external_id',
            message: 'This id stands in the list already.',
          },
        ]
      : [],
  );
}

/** The same numbers as they are kept. */
export function normalized(content: PartyContent): PartyContent {
  const taxIds = content.taxIds.map(({ type, country, number }) => {
    return { type, country, number: checkTaxId({ type, country, number }).number ?? number };
  });
  return { ...content, taxIds };
}
