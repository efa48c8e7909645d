import { Choice, CountryCode, Email, Text } from '#platform/http/fields/fields.js';

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
