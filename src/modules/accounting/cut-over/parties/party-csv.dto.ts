import { Choice, CountryCode, List, Nested, Ref, Text, Value } from '#platform/http/fields/fields.js';
import {
  type DecimalSeparator,
  decimalSeparators,
  type GroupSeparator,
  groupSeparators,
} from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../../exchange/file-text-rule.js';
import { type TaxIdType, taxIdTypes } from '../../parties/check-tax-id.js';
import { type AddressKind, addressKinds } from '../../parties/party-fields.dto.js';
import { exampleId } from '../record-imports.dto.js';

const column = (example: string, description: string) => Text(200, { example, description });
const optionalColumn = (example: string, description?: string) =>
  Text(200, { optional: true, example, ...(description === undefined ? {} : { description }) });

/** Names of columns, as the header of the file has them. */
export class PartyColumns {
  @optionalColumn('Customer no.', 'The number of the party; drawn for new ones whose cell is empty.')
  number?: string;

  @optionalColumn('Old id', 'What the system before calls the party; needs `externalSource`.')
  externalId?: string;

  @optionalColumn('Name', 'Needed for those that are new.')
  name?: string;

  @optionalColumn('Registered name', 'As registers have it.')
  legalName?: string;

  @optionalColumn('Kind', '`organization` or `person`; the former where nothing is said.')
  kind?: string;

  @optionalColumn('Is customer', 'Flags are `true`, `yes`, `y`, `1`, `x` or `false`, `no`, `n`, `0`.')
  isCustomer?: string;

  @optionalColumn('Is vendor')
  isVendor?: string;

  @optionalColumn('Language', 'BCP 47.')
  language?: string;

  @optionalColumn('Currency', 'ISO 4217.')
  currency?: string;

  @optionalColumn('Tax class')
  taxClassCode?: string;

  @optionalColumn('Receivables', 'Control account for receivables, by its code.')
  receivableAccountCode?: string;

  @optionalColumn('Payables', 'Control account for payables, by its code.')
  payableAccountCode?: string;

  @optionalColumn('Terms', 'Payment terms, by their code.')
  paymentTermsCode?: string;

  @optionalColumn('Credit limit', 'In the functional currency; needs `decimalSeparator`.')
  creditLimit?: string;

  @optionalColumn('No reminders', 'Whether the party is never reminded of what is overdue.')
  isDunningBlocked?: string;

  @optionalColumn('Peppol scheme', 'Where electronic documents reach it, by the list EAS.')
  electronicAddressScheme?: string;

  @optionalColumn('Peppol id')
  electronicAddress?: string;
}

export class PartyAddressColumns {
  @Choice(addressKinds, { name: 'PartyAddressKind', example: 'billing' })
  kind: AddressKind;

  @optionalColumn('Street')
  line1?: string;

  @optionalColumn('Street 2')
  line2?: string;

  @optionalColumn('Zip')
  postalCode?: string;

  @optionalColumn('City')
  city?: string;

  @optionalColumn('State', 'By ISO 3166-2, such as US-CA.')
  subdivision?: string;

  @optionalColumn('Country', 'ISO 3166-1 alpha-2.')
  country?: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of addresses whose cell is empty.' })
  defaultCountry?: string;
}

export class PartyContactColumns {
  @optionalColumn('Contact', 'The name of the party where the cell is empty or no column is named.')
  name?: string;

  @optionalColumn('Contact for')
  role?: string;

  @optionalColumn('E-mail')
  email?: string;

  @optionalColumn('Phone')
  phone?: string;
}

export class PartyTaxIdColumns {
  @Choice(taxIdTypes, { name: 'TaxIdType', example: 'vat' })
  type: TaxIdType;

  @column('VAT no.', 'Form and check digits are proved, as `createParty` proves them.')
  number: string;

  @optionalColumn('VAT country', 'ISO 3166-1 alpha-2; that of the first address where nothing is said.')
  country?: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of numbers whose cell of the country is empty.' })
  defaultCountry?: string;
}

/** Columns of the bank account that a party is paid at. */
export class PartyBankColumns {
  @optionalColumn('IBAN', 'Form and check digits are proved. Either this or `accountNumber` in each line.')
  iban?: string;

  @optionalColumn('Account no.')
  accountNumber?: string;

  @optionalColumn('Bank code')
  bankCode?: string;

  @optionalColumn('BIC')
  bic?: string;

  @optionalColumn('Bank country', 'Of an account number; an IBAN says it itself.')
  country?: string;

  @optionalColumn('Account holder', 'The registered name, or the name, of the party where nothing is said.')
  holder?: string;
}

export const importedRoles = ['customer', 'vendor', 'both'] as const;

export class PartyMapping {
  @Nested(() => PartyColumns)
  columns: PartyColumns;

  @List(() => PartyAddressColumns, { optional: true, max: 5 })
  addresses?: PartyAddressColumns[];

  @List(() => PartyContactColumns, { optional: true, max: 5 })
  contacts?: PartyContactColumns[];

  @List(() => PartyTaxIdColumns, { optional: true, max: 5 })
  taxIds?: PartyTaxIdColumns[];

  @Nested(() => PartyBankColumns, {
    optional: true,
    description:
      'What comes by these columns and is not known is entered as a bank account that another person verifies, and needs the permission accounting.party_bank_account.manage.',
  })
  bankAccount?: PartyBankColumns;

  @Text(100, {
    optional: true,
    example: 'old-erp',
    description: 'The system whose ids the column `externalId` has, always under the same name.',
  })
  externalSource?: string;

  @Choice(importedRoles, {
    name: 'ImportedPartyRole',
    optional: true,
    example: 'customer',
    description: 'What all parties of the file are, beside what columns say.',
  })
  role?: (typeof importedRoles)[number];

  @Choice(decimalSeparators, { name: 'DecimalSeparator', optional: true, example: 'comma', description: 'Of amounts.' })
  decimalSeparator?: DecimalSeparator;

  @Choice(groupSeparators, {
    name: 'GroupSeparator',
    optional: true,
    example: 'point',
    description: 'Between thousands; `none` where left out.',
  })
  groupSeparator?: GroupSeparator;
}

export const MOST_PARTIES = 20_000;

export class ImportParties {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'Whose customers and vendors these are; the default legal entity where left out.',
  })
  legalEntityId?: string;

  @Value(fileTextRule, {
    example: 'Customer no.;Name;Country;E-mail\n10001;Nordic Tools AB;SE;info@nordictools.example\n',
    description:
      'The file as text: a header and a line for each party, separated by comma, semicolon or tab; at most 20,000 lines. One of more than 128 KiB becomes a job, also as a dry run.',
  })
  file: string;

  @Nested(() => PartyMapping)
  mapping: PartyMapping;
}
