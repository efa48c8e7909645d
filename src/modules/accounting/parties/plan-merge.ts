import type { PartyContent } from './party-content.js';

/** Where the survivor has nothing, it takes what the other has. A credit limit of nothing is one of its own. */
const single = [
  'legalName',
  'language',
  'currency',
  'electronicAddress',
  'taxClassCode',
  'receivableAccountCode',
  'payableAccountCode',
  'paymentTermsCode',
] as const;
export const takenFields = [...single, 'isCustomer', 'isVendor', 'addresses', 'contacts', 'taxIds'] as const;
export type TakenField = (typeof takenFields)[number];

const MOST_ADDRESSES = 50;
const MOST_CONTACTS = 50;
const MOST_TAX_IDS = 20;

/** What the survivor of a merge takes over. Whatever it has itself stays, and nothing of it changes its meaning. */
export function planMerge(merged: PartyContent, survivor: PartyContent): Partial<PartyContent> {
  const plain = single.filter((field) => survivor[field] === null && merged[field] !== null);
  const roles = (['isCustomer', 'isVendor'] as const).filter((role) => merged[role] && !survivor[role]);
  return {
    ...Object.fromEntries([...plain, ...roles].map((field) => [field, merged[field]])),
    ...added('addresses', survivor, missingAddresses(merged, survivor), MOST_ADDRESSES),
    ...added('contacts', survivor, missingContacts(merged, survivor), MOST_CONTACTS),
    ...added('taxIds', survivor, missingTaxIds(merged, survivor), MOST_TAX_IDS),
  };
}

function added<Field extends 'addresses' | 'contacts' | 'taxIds'>(
  field: Field,
  survivor: PartyContent,
  missing: readonly PartyContent[Field][number][],
  most: number,
): Partial<PartyContent> {
  const all = [...survivor[field], ...missing].slice(0, Math.max(most, survivor[field].length));
  return all.length > survivor[field].length ? { [field]: all } : {};
}

const missingAddresses = (merged: PartyContent, survivor: PartyContent) =>
  merged.addresses.filter(({ kind }) => !survivor.addresses.some((own) => own.kind === kind));

function missingContacts(merged: PartyContent, survivor: PartyContent) {
  const named = new Set(survivor.contacts.map(({ name }) => name.toLowerCase()));
  return merged.contacts.filter(({ name }) => !named.has(name.toLowerCase()));
}

const missingTaxIds = (merged: PartyContent, survivor: PartyContent) =>
  merged.taxIds.filter(
    ({ type, country }) => !survivor.taxIds.some((own) => own.type === type && own.country === country),
  );
