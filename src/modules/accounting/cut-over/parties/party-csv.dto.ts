import { Choice, CountryCode, List, Nested, Ref, Text, Value } from '#platform/http/fields/fields.js';
import { Column, CsvDecimalSeparator, CsvGroupSeparator, OptionalColumn } from '#platform/imports/cell-fields.js';
import type { DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../../exchange/file-text-rule.js';
import { type TaxIdType, taxIdTypes } from '../../parties/check-tax-id.js';
import { type AddressKind, addressKinds } from '../../parties/party-fields.dto.js';
import { exampleId } from '../record-imports.dto.js';

/** Names of columns, as the header of the file has them. */
export class PartyColumns {
  @OptionalColumn('Customer no.', 'The number of the party; drawn for new ones whose cell is empty.')
  number?: string;

  @OptionalColumn('Old id', 'What the system before calls the party; needs `externalSource`.')
  externalId?: string;

  @OptionalColumn('Name', 'Needed for those that are new.')
  name?: string;

  @OptionalColumn('Registered name', 'As registers have it.')
  legalName?: string;

  @OptionalColumn('Kind', '`organization` or `person`; the former where nothing is said.')
  kind?: string;

  @OptionalColumn('Is customer', 'Flags are `true`, `yes`, `y`, `1`, `x` or `false`, `no`, `n`, `0`.')
  isCustomer?: string;

  @OptionalColumn('Is vendor')
  isVendor?: string;

  @OptionalColumn('Language', 'BCP 47.')
  language?: string;

  @OptionalColumn('Currency', 'ISO 4217.')
  currency?: string;

  @OptionalColumn('Tax class')
  taxClassCode?: string;

  @OptionalColumn('Receivables', 'Control account for receivables, by its code.')
  receivableAccountCode?: string;

  @OptionalColumn('Payables', 'Control account for payables, by its code.')
  payableAccountCode?: string;

  @OptionalColumn('Terms', 'Payment terms, by their code.')
  paymentTermsCode?: string;

  @OptionalColumn('Credit limit', 'In the functional currency; needs `decimalSeparator`.')
  creditLimit?: string;

  @OptionalColumn('No reminders', 'Whether the party is never reminded of what is overdue.')
  isDunningBlocked?: string;

  @OptionalColumn('Peppol scheme', 'Where electronic documents reach it, by the list EAS.')
  electronicAddressScheme?: string;

  @OptionalColumn('Peppol id')
  electronicAddress?: string;
}

export class PartyAddressColumns {
  @Choice(addressKinds, { name: 'PartyAddressKind', example: 'billing' })
  kind: AddressKind;

  @OptionalColumn('Street')
  line1?: string;

  @OptionalColumn('Street 2')
  line2?: string;

  @OptionalColumn('Zip')
  postalCode?: string;

  @OptionalColumn('City')
  city?: string;

  @OptionalColumn('State', 'By ISO 3166-2, such as US-CA.')
  subdivision?: string;

  @OptionalColumn('Country', 'ISO 3166-1 alpha-2.')
  country?: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of addresses whose cell is empty.' })
  defaultCountry?: string;
}

export class PartyContactColumns {
  @OptionalColumn('Contact', 'The name of the party where the cell is empty or no column is named.')
  name?: string;

  @OptionalColumn('Contact for')
  role?: string;

  @OptionalColumn('E-mail')
  email?: string;

  @OptionalColumn('Phone')
  phone?: string;
}

export class PartyTaxIdColumns {
  @Choice(taxIdTypes, { name: 'TaxIdType', example: 'vat' })
  type: TaxIdType;

  @Column('VAT no.', 'Form and check digits are proved, as `createParty` proves them.')
  number: string;

  @OptionalColumn('VAT country', 'ISO 3166-1 alpha-2; that of the first address where nothing is said.')
  country?: string;

  @CountryCode({ optional: true, example: 'SE', description: 'Of numbers whose cell of the country is empty.' })
  defaultCountry?: string;
}

/** Columns of the bank account that a party is paid at. */
export class PartyBankColumns {
  @OptionalColumn('IBAN', 'Form and check digits are proved. Either this or `accountNumber` in each line.')
  iban?: string;

  @OptionalColumn('Account no.')
  accountNumber?: string;

  @OptionalColumn('Bank code')
  bankCode?: string;

  @OptionalColumn('BIC')
  bic?: string;

  @OptionalColumn('Bank country', 'Of an account number; an IBAN says it itself.')
  country?: string;

  @OptionalColumn('Account holder', 'The registered name, or the name, of the party where nothing is said.')
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

  @CsvDecimalSeparator({ optional: true, description: 'Of amounts.' })
  decimalSeparator?: DecimalSeparator;

  @CsvGroupSeparator()
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
