import { Code, CountryCode, List, Nested, Text } from '#platform/http/fields/fields.js';

export class PrintedAddressView {
  @Text(200, { optional: true, example: 'Storgatan 1' })
  line1?: string;

  @Text(200, { optional: true, example: 'Third floor' })
  line2?: string;

  @Text(20, { optional: true, example: '111 22' })
  postalCode?: string;

  @Text(100, { optional: true, example: 'Stockholm' })
  city?: string;

  @Text(100, { optional: true, example: 'Stockholms län', description: 'Region or subdivision.' })
  region?: string;

  @CountryCode({ example: 'SE' })
  country: string;
}

export class PrintedTaxIdView {
  @Text(10, { example: 'vat' })
  type: string;

  @CountryCode({ example: 'SE' })
  country: string;

  @Text(40, { example: 'SE556012579001' })
  number: string;
}

export class PrintedElectronicAddressView {
  @Code(4, { example: '0088', description: 'Of the list EAS.' })
  scheme: string;

  @Text(100, { example: '7300010000001' })
  id: string;
}

export class PrintedContactView {
  @Text(200, { example: 'Accounts receivable' })
  name: string;

  @Text(254, { optional: true, example: 'invoices@example.com' })
  email?: string;

  @Text(40, { optional: true, example: '+46 8 123 45 67' })
  phone?: string;
}

export class PrintedPaymentAccountView {
  @Text(42, { example: 'SE4550000000058398257466' })
  iban: string;

  @Text(14, { optional: true, example: 'ESSESESS' })
  bic?: string;

  @Text(100, { optional: true, example: 'Handelsbanken' })
  bankName?: string;
}

/** A side of the document as it was when the document was issued. */
export class PrintedPartyView {
  @Text(200, { example: 'Nordic Tools AB' })
  name: string;

  @Code(30, { optional: true, example: '10001', description: 'Number of the customer.' })
  number?: string;

  @Text(100, { optional: true, example: '556012-5790', description: 'Of the seller.' })
  registrationNumber?: string;

  @Nested(() => PrintedAddressView, { optional: true })
  address?: PrintedAddressView;

  @List(() => PrintedTaxIdView, { optional: true, max: 20 })
  taxIds?: PrintedTaxIdView[];

  @Nested(() => PrintedElectronicAddressView, { optional: true, description: 'Where electronic documents reach it.' })
  electronicAddress?: PrintedElectronicAddressView;

  @Nested(() => PrintedContactView, { optional: true, description: 'Of the seller: whom to ask.' })
  contact?: PrintedContactView;

  @Nested(() => PrintedPaymentAccountView, { optional: true, description: 'Of the seller: where to pay.' })
  paymentAccount?: PrintedPaymentAccountView;

  @Text(12, { optional: true, example: 'de-AT', description: 'Of the buyer: what the document is printed in.' })
  language?: string;
}
