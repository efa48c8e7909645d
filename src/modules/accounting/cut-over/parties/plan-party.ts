import { given } from '#kernel/given.js';
import type { PartyView } from '../../parties/parties.dto.js';
import type { PartyAddress, PartyContact, PartyExternalId, PartyTaxId } from '../../parties/party-fields.dto.js';
import type { PartyChange } from '../../parties/party-writing.service.js';
import { checkTaxId } from '../../parties/check-tax-id.js';

type Lists = Pick<PartyView, 'isCustomer' | 'isVendor' | 'addresses' | 'contacts' | 'taxIds' | 'externalIds'>;

/**
 * What of a party that is there a line of a file changes. Empty cells leave what there is; roles are only added; of lists,
 * an address replaces the first of its kind, a contact the one of its name, a tax id the only one of its type and country,
 * and what has no counterpart is added. Pure.
 */
export function changeOf(before: Lists, said: PartyChange): PartyChange {
  const { isCustomer, isVendor, addresses, contacts, taxIds, externalIds } = said;
  return {
    ...said,
    ...(isCustomer === undefined ? {} : { isCustomer: isCustomer || before.isCustomer }),
    ...(isVendor === undefined ? {} : { isVendor: isVendor || before.isVendor }),
    ...(addresses && { addresses: addresses.reduce(withAddress, before.addresses) }),
    ...(contacts && { contacts: contacts.reduce(withContact, before.contacts) }),
    ...(taxIds && { taxIds: taxIds.reduce(withTaxId, before.taxIds) }),
    ...(externalIds && { externalIds: externalIds.reduce(withExternalId, before.externalIds) }),
  };
}

const withAddress = (list: PartyAddress[], one: PartyAddress) =>
  replaced(
    list,
    list.findIndex(({ kind }) => kind === one.kind),
    one,
  );

const withContact = (list: PartyContact[], one: PartyContact) =>
  replaced(
    list,
    list.findIndex(({ name }) => name === one.name),
    one,
  );

function withTaxId(list: PartyTaxId[], one: PartyTaxId): PartyTaxId[] {
  const number = checkTaxId(one).number ?? one.number;
  const isAlike = ({ type, country }: PartyTaxId) => type === one.type && country === one.country;
  const alike = list.filter(isAlike);
  if (alike.some((known) => known.number === number)) return list;
  return replaced(list, alike.length === 1 ? list.findIndex(isAlike) : -1, { ...one, number });
}

const withExternalId = (list: PartyExternalId[], one: PartyExternalId) =>
  list.some(({ source, externalId }) => source === one.source && externalId === one.externalId) ? list : [...list, one];

/** What the new one leaves open is that of the old one. */
function replaced<T extends object>(list: readonly T[], at: number, one: T): T[] {
  if (at < 0) return [...list, one];
  return list.map((old, place) => (place === at ? { ...old, ...given(one) } : old));
}
