import { IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { given } from '#kernel/given.js';
import type { ProblemError } from '#kernel/problem.js';
import { separatorFaults } from '#platform/imports/read-cells.js';
import { type BankDetails, detailsFaults, normalizedDetails } from '../../parties/bank-details.js';
import { CreateParty, UpdateParty } from '../../parties/parties.dto.js';
import { CreatePartyBankAccount } from '../../parties/party-bank-accounts.dto.js';
import { contentFaults, emptyContent, type PartyContent } from '../../parties/party-content.js';
import type { PartyChange } from '../../parties/party-writing.service.js';
import { readersOf, type RecordReader, shown } from '../record-reader.js';
import { MOST_PARTIES, type PartyBankColumns, type PartyMapping } from './party-csv.dto.js';

/** A party as a file has it; what its cells leave open is left out. */
export interface ReadParty {
  reader: RecordReader;
  /** The number, or what the system before calls it. */
  key: string;
  number: string | undefined;
  externalId: string | undefined;
  said: PartyChange;
  /** Where it is paid; the holder is left out where the party is. */
  bank: (Omit<BankDetails, 'holder'> & { holder: string | undefined }) | undefined;
}

class ImportedPartyFields extends IntersectionType(
  UpdateParty,
  PartialType(PickType(CreateParty, ['number'] as const)),
) {}
class ImportedBankFields extends PartialType(OmitType(CreatePartyBankAccount, ['partyId', 'currency'] as const)) {}

/** What contradicts itself in a mapping of parties; pointers into it. Pure. */
export function partyMappingFaults(mapping: PartyMapping): ProblemError[] {
  const { columns, externalSource, decimalSeparator, bankAccount } = mapping;
  const faults: ProblemError[] = [];
  const add = (pointer: string, code: string, message: string) => faults.push({ pointer, code, message });
  if (columns.number === undefined && columns.externalId === undefined) {
    add('/mapping/columns', 'key_column', 'Name the column of numbers, that of external ids, or both.');
  }
  if ((columns.externalId === undefined) !== (externalSource === undefined)) {
    add('/mapping/externalSource', 'external_source', 'Goes with the column `externalId`: name both or none.');
  }
  if ((columns.electronicAddressScheme === undefined) !== (columns.electronicAddress === undefined)) {
    add('/mapping/columns/electronicAddress', 'electronic_address', 'An electronic address has a scheme and an id.');
  }
  if (columns.creditLimit !== undefined && decimalSeparator === undefined) {
    add('/mapping/decimalSeparator', 'required', 'Say how the credit limits are written: it is never guessed.');
  }
  faults.push(...separatorFaults(mapping, '/mapping/groupSeparator'));
  if (bankAccount && bankAccount.iban === undefined && bankAccount.accountNumber === undefined) {
    add('/mapping/bankAccount', 'number_column', 'Name the column of IBANs, that of account numbers, or both.');
  }
  return faults;
}

/**
 * The parties of a CSV file by its mapping. Pure; all that is wrong with the form is found at once, with its line.
 *
 * @param errors what is wrong is told here, now and by the readers of the lines later
 */
export function readParties(file: string, mapping: PartyMapping, errors: ProblemError[]): ReadParty[] {
  const seen = new Map<string, number>();
  return readersOf(file, namedColumns(mapping), MOST_PARTIES, errors).flatMap(
    (reader) => readParty(reader, mapping, seen) ?? [],
  );
}

function namedColumns({ columns, addresses = [], contacts = [], taxIds = [], bankAccount }: PartyMapping): string[] {
  const named = [
    ...valuesOf(columns),
    ...addresses.flatMap(({ kind: _kind, defaultCountry: _country, ...rest }) => valuesOf(rest)),
    ...contacts.flatMap((contact) => valuesOf(contact)),
    ...taxIds.flatMap(({ number, country }) => [number, country]),
    ...(bankAccount ? valuesOf(bankAccount) : []),
  ];
  return [...new Set(named.filter((name): name is string => typeof name === 'string'))];
}

/** @param seen lines of keys that were read */
function readParty(reader: RecordReader, mapping: PartyMapping, seen: Map<string, number>): ReadParty | undefined {
  const { columns, externalSource } = mapping;
  const number = reader.text('/number', columns.number);
  const externalId = reader.text('/externalIds/0/externalId', columns.externalId);
  const key = number ?? externalId;
  if (key === undefined) reader.fault('key_missing', 'The party has neither a number nor an external id.');
  once(reader, seen, 'number', number);
  once(reader, seen, 'externalId', externalId);
  const addresses = addressesOf(reader, mapping);
  const members = given({
    number,
    externalIds: externalId === undefined ? undefined : [{ source: externalSource, externalId }],
    ...contentOf(reader, mapping),
    addresses: listed(addresses.map(({ address }) => address)),
    contacts: listed(contactsOf(reader, mapping)),
    taxIds: listed(taxIdsOf(reader, mapping, addresses[0])),
  });
  const bank = mapping.bankAccount && readBank(reader, mapping.bankAccount);
  const parsed = reader.parsed(ImportedPartyFields, members);
  if (!parsed) return undefined;
  const { number: _number, ...said } = parsed;
  const whole: PartyContent = { ...emptyContent, name: '', ...said, isCustomer: true };
  for (const { pointer, code, message } of contentFaults(whole)) reader.fault(code, message, reader.columnOf(pointer));
  return reader.hasFaults ? undefined : { reader, key: key!, number, externalId, said, bank };
}

function once(reader: RecordReader, seen: Map<string, number>, name: string, key: string | undefined): void {
  if (key === undefined) return;
  const earlier = seen.get(JSON.stringify([name, key]));
  if (earlier === undefined) seen.set(JSON.stringify([name, key]), reader.line);
  else reader.fault('repeated_record', `${shown(key)} stands on line ${earlier} as well; a party has one line.`);
}

function contentOf(reader: RecordReader, { columns, role, ...format }: PartyMapping) {
  const scheme = reader.text('/electronicAddress/scheme', columns.electronicAddressScheme);
  const id = reader.text('/electronicAddress/id', columns.electronicAddress);
  const flags = {
    isCustomer: role === 'customer' || role === 'both' ? true : reader.flag('/isCustomer', columns.isCustomer),
    isVendor: role === 'vendor' || role === 'both' ? true : reader.flag('/isVendor', columns.isVendor),
  };
  return {
    ...flags,
    name: reader.text('/name', columns.name),
    legalName: reader.text('/legalName', columns.legalName),
    kind: reader.text('/kind', columns.kind),
    language: reader.text('/language', columns.language),
    currency: reader.text('/currency', columns.currency),
    electronicAddress: scheme === undefined && id === undefined ? undefined : given({ scheme, id }),
    taxClassCode: reader.text('/taxClassCode', columns.taxClassCode),
    receivableAccountCode: reader.text('/receivableAccountCode', columns.receivableAccountCode),
    payableAccountCode: reader.text('/payableAccountCode', columns.payableAccountCode),
    paymentTermsCode: reader.text('/paymentTermsCode', columns.paymentTermsCode),
    creditLimit: reader.decimal('/creditLimit', columns.creditLimit, format),
    isDunningBlocked: reader.flag('/isDunningBlocked', columns.isDunningBlocked),
  };
}

const addressMembers = ['line1', 'line2', 'postalCode', 'city', 'subdivision', 'country'] as const;

const valuesOf = (columns: object): unknown[] => Object.values(columns);

interface ReadAddress {
  address: Record<string, string>;
  countryColumn: string | undefined;
}

/** Those of which any cell says something. */
function addressesOf(reader: RecordReader, { addresses = [] }: PartyMapping): ReadAddress[] {
  const found: ReadAddress[] = [];
  for (const { kind, defaultCountry, ...columns } of addresses) {
    const place = `/addresses/${found.length}`;
    const cells = given(
      Object.fromEntries(addressMembers.map((name) => [name, reader.text(`${place}/${name}`, columns[name])])),
    );
    if (Object.keys(cells).length === 0) continue;
    const address = given({ kind, country: defaultCountry, ...cells });
    found.push({ address, countryColumn: columns.country });
  }
  return found;
}

function contactsOf(reader: RecordReader, { contacts = [], columns }: PartyMapping): object[] {
  const found: object[] = [];
  for (const { name, role, email, phone } of contacts) {
    const place = `/contacts/${found.length}`;
    const cells = given({
      name: reader.text(`${place}/name`, name),
      role: reader.text(`${place}/role`, role),
      email: reader.text(`${place}/email`, email),
      phone: reader.text(`${place}/phone`, phone),
    });
    if (Object.keys(cells).length === 0) continue;
    const called = cells['name'] ?? reader.text(`${place}/name`, columns.name);
    found.push(given({ ...cells, name: called }));
  }
  return found;
}

function taxIdsOf(reader: RecordReader, { taxIds = [] }: PartyMapping, seat: ReadAddress | undefined): object[] {
  const found: object[] = [];
  for (const { type, number: column, country: countryColumn, defaultCountry } of taxIds) {
    const place = `/taxIds/${found.length}`;
    const number = reader.text(`${place}/number`, column);
    if (number === undefined) continue;
    const said = reader.text(`${place}/country`, countryColumn) ?? defaultCountry;
    if (said === undefined) reader.comesFrom(`${place}/country`, seat?.countryColumn);
    const from = said ?? seat?.address['country'];
    if (from === undefined) reader.fault('country_missing', 'The country of the number is not said.', column);
    else found.push({ type, country: from, number });
  }
  return found;
}

function readBank(reader: RecordReader, columns: PartyBankColumns): ReadParty['bank'] {
  const place = '/bank';
  const cells = given({
    iban: reader.text(`${place}/iban`, columns.iban),
    accountNumber: reader.text(`${place}/accountNumber`, columns.accountNumber),
    bankCode: reader.text(`${place}/bankCode`, columns.bankCode),
    bic: reader.text(`${place}/bic`, columns.bic),
    country: reader.text(`${place}/country`, columns.country),
    holder: reader.text(`${place}/holder`, columns.holder),
  });
  // Some write the country or the holder of all parties, also of those without an account.
  if (cells['iban'] === undefined && cells['accountNumber'] === undefined && cells['bic'] === undefined)
    return undefined;
  const parsed = reader.parsed(ImportedBankFields, cells, (problem) => reader.tell(problem, place));
  if (!parsed) return undefined;
  const { iban = null, accountNumber = null, bankCode = null, bic = null, country = null, holder } = parsed;
  const details = normalizedDetails({ holder: '', iban, accountNumber, bankCode, bic, country, currency: null });
  for (const { pointer, code, message } of detailsFaults(details)) {
    reader.fault(code, message, reader.columnOf(`${place}${pointer}`));
  }
  return { ...details, holder };
}

const listed = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);
