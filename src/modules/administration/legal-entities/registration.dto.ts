import { electronicAddressSchemes } from '#kernel/electronic-address.js';
import { Choice, CountryCode, CurrencyCode, Email, Text } from '#platform/http/fields/fields.js';

const taxTypes = ['vat', 'gst', 'sales_tax', 'income_tax', 'employer', 'eori', 'other'] as const;

/** A postal address in parts, as registers and invoices give it. */
export class Address {
  @Text(200, { example: '1 High Street', description: 'Street and number, or the box.' })
  line1: string;

  @Text(200, { optional: true, example: 'Third floor' })
  line2?: string;

  @Text(20, { optional: true, example: '111 22' })
  postalCode?: string;

  @Text(100, { example: 'Stockholm', description: 'City or town.' })
  city: string;

  @Text(100, { optional: true, example: 'Stockholms län', description: 'State, province or county.' })
  region?: string;

  @CountryCode({ example: 'SE', description: 'ISO 3166-1 alpha-2.' })
  country: string;
}

/** A number under which the company is registered for a tax. */
export class TaxRegistration {
  @CountryCode({ example: 'SE', description: 'Country that gave the number, ISO 3166-1 alpha-2.' })
  country: string;

  @Choice(taxTypes, {
    name: 'TaxRegistrationType',
    example: 'vat',
    description:
      '`income_tax` is the taxpayer’s number in general, `employer` the one for payroll taxes, `eori` the one for customs.',
  })
  type: (typeof taxTypes)[number];

  @Text(40, { example: 'SE556265189201', description: 'The number as it is written on invoices and returns.' })
  number: string;
}

/** Whom a tax authority or an auditor writes to. */
export class FiscalContact {
  @Text(200, { example: 'Anna Berg' })
  name: string;

  @Email({ optional: true, example: 'anna.berg@example.com' })
  email?: string;

  @Text(40, { optional: true, example: '+46 8 123 45 67' })
  phone?: string;
}

/** Whom a customer asks about a document. */
export class SalesContact {
  @Text(200, { example: 'Accounts receivable', description: 'A person or a department (BT-41 of EN 16931).' })
  name: string;

  @Email({ optional: true, example: 'invoices@example.com' })
  email?: string;

  @Text(40, { optional: true, example: '+46 8 123 45 67' })
  phone?: string;
}

/** Where electronic documents reach the company, such as in the Peppol network. */
export class SellerElectronicAddress {
  @Choice(electronicAddressSchemes, {
    name: 'ElectronicAddressScheme',
    example: '0088',
    description:
      'Of the list EAS: `0088` is a location number of GS1, `9930` a German VAT number, `EM` an e-mail address.',
  })
  scheme: (typeof electronicAddressSchemes)[number];

  @Text(100, { example: '7300010000001', description: 'Check digits are proved where the scheme has them.' })
  id: string;
}

/** An account that customers pay into. */
export class PaymentAccount {
  @Text(42, {
    example: 'SE4550000000058398257466',
    description: 'IBAN; blanks do not count. Its check digits are proved.',
  })
  iban: string;

  @Text(14, { optional: true, example: 'ESSESESS', description: 'BIC of the bank (ISO 9362).' })
  bic?: string;

  @Text(100, { optional: true, example: 'Handelsbanken', description: 'Name of the bank, as it is printed.' })
  bankName?: string;

  @CurrencyCode({
    optional: true,
    example: 'SEK',
    description: 'Of the documents that it is printed on; of all others where left out.',
  })
  currency?: string;
}
