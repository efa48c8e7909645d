import { electronicAddressSchemes } from '#kernel/electronic-address.js';
import { Choice, Code, CountryCode, Email, Text } from '#platform/http/fields/fields.js';
import { type TaxIdType, taxIdTypes } from './check-tax-id.js';

export const addressKinds = ['registered', 'billing', 'shipping'] as const;
export type AddressKind = (typeof addressKinds)[number];

export class PartyAddress {
  @Choice(addressKinds, {
    name: 'PartyAddressKind',
    example: 'billing',
    description: '`registered`: the seat. The first of its kind is the one that documents take.',
  })
  kind: AddressKind;

  @Text(200, { optional: true, nullable: true, example: 'Storgatan 1', description: 'Street and number, or the box.' })
  line1?: string | null;

  @Text(200, { optional: true, nullable: true, example: 'Third floor' })
  line2?: string | null;

  @Text(20, { optional: true, nullable: true, example: '111 22' })
  postalCode?: string | null;

  @Text(100, { optional: true, nullable: true, example: 'Stockholm', description: 'City or town.' })
  city?: string | null;

  @Code(6, {
    optional: true,
    nullable: true,
    pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$',
    words: 'the code of the country, a dash, and one to three capitals or digits, such as US-CA',
    example: 'SE-AB',
    description: 'State, province or county by ISO 3166-2, of the same country. Some taxes go by it.',
  })
  subdivision?: string | null;

  @CountryCode({ example: 'SE', description: 'ISO 3166-1 alpha-2.' })
  country: string;
}

export class PartyContact {
  @Text(200, { example: 'Anna Berg' })
  name: string;

  @Text(100, { optional: true, nullable: true, example: 'Accounts payable', description: 'What to turn to them for.' })
  role?: string | null;

  @Email({ optional: true, nullable: true, example: 'anna.berg@example.com' })
  email?: string | null;

  @Text(40, { optional: true, nullable: true, example: '+46 8 123 45 67' })
  phone?: string | null;
}

export class PartyTaxId {
  @Choice(taxIdTypes, {
    name: 'PartyTaxIdType',
    example: 'vat',
    description:
      '`vat`: of a member of the European Union, the United Kingdom (Northern Ireland with `XI`), Norway or Switzerland; `ein`: of the United States. The form and check digits of both are proved. `other` is kept as it is.',
  })
  type: TaxIdType;

  @CountryCode({ example: 'SE', description: 'Country that gave the number, ISO 3166-1 alpha-2.' })
  country: string;

  @Text(40, {
    example: 'SE556012579001',
    description:
      'Blanks, dots, dashes and strokes do not count. A VAT number is kept with its prefix, which may be left out; that of Greece is `EL`.',
  })
  number: string;
}

export class PartyElectronicAddress {
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

export class PartyExternalId {
  @Text(100, { example: 'webshop', description: 'The other system, always under the same name.' })
  source: string;

  @Text(200, {
    example: 'customer-4711',
    description: 'What that system calls the party; one party of the legal entity has it.',
  })
  externalId: string;
}
