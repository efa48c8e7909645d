import type { TaxCategory } from '../../tax/calculation/tax-component.js';

/** What documents say in one language; words in braces are filled in. */
export interface DocumentTexts {
  title: Record<'invoice' | 'credit_note', string>;
  facts: Record<FactName, string>;
  columns: Record<'position' | 'description' | 'quantity' | 'unitPrice' | 'tax' | 'amount', string>;
  allowance: string;
  charge: string;
  lineNet: string;
  net: string;
  tax: string;
  gross: string;
  rounding: string;
  prepaid: string;
  payable: Record<'invoice' | 'credit_note', string>;
  pricesIncludeTax: string;
  credits: string;
  reason: string;
  taxNotes: string;
  /** What law asks for where no tax is charged, by category of EN 16931. */
  categories: Partial<Record<TaxCategory, string>>;
  payment: string;
  dueOn: string;
  /** Where nothing is left to be paid. */
  paid: string;
  instalment: string;
  discount: string;
  payInto: string;
  reference: string;
  refund: string;
  page: string;
  registration: string;
  vatId: string;
  phone: string;
  bic: string;
  units: Readonly<Record<string, string>>;
}

type FactName =
  | 'number'
  | 'issuedOn'
  | 'deliveredOn'
  | 'taxPointOn'
  | 'customer'
  | 'customerVatId'
  | 'buyerReference'
  | 'orderReference';

const en: DocumentTexts = {
  title: { invoice: 'Invoice', credit_note: 'Credit note' },
  facts: {
    number: 'Number',
    issuedOn: 'Date',
    deliveredOn: 'Delivered on',
    taxPointOn: 'Tax point',
    customer: 'Customer number',
    customerVatId: 'Your VAT number',
    buyerReference: 'Your reference',
    orderReference: 'Your order',
  },
  columns: {
    position: 'No.',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    tax: 'VAT',
    amount: 'Amount',
  },
  allowance: 'Discount',
  charge: 'Charge',
  lineNet: 'Sum of lines',
  net: 'Net total',
  tax: '{name} {rate} on {base}',
  gross: 'Total including tax',
  rounding: 'Rounding',
  prepaid: 'Already paid',
  payable: { invoice: 'Amount due', credit_note: 'Amount credited' },
  pricesIncludeTax: 'Prices include tax.',
  credits: 'This credit note is for our invoice {number} of {day}.',
  reason: 'Reason: {reason}',
  taxNotes: 'About the tax',
  categories: {
    AE: 'Reverse charge: the recipient of the supply accounts for the VAT.',
    K: 'Intra-Community supply, exempt from VAT.',
    G: 'Export outside the European Union, exempt from VAT.',
    E: 'Exempt from VAT.',
    O: 'Not subject to VAT.',
  },
  payment: 'Payment',
  dueOn: 'Payable by {day}.',
  paid: 'Paid in full. Thank you.',
  instalment: '{amount} payable by {day}.',
  discount: 'If you pay by {day}, you may deduct {percent} ({amount}).',
  payInto: 'Please pay into {account}.',
  reference: 'Please quote {number} with your payment.',
  refund: 'The amount is offset against what you owe, or paid out to you.',
  page: 'Page {page} of {pages}',
  registration: 'Company number',
  vatId: 'VAT number',
  phone: 'Telephone',
  bic: 'BIC',
  units: { C62: 'pcs', H87: 'pcs', EA: 'each', HUR: 'h', DAY: 'days', MON: 'months', WEE: 'weeks', ANN: 'years' },
};

const de: DocumentTexts = {
  title: { invoice: 'Rechnung', credit_note: 'Rechnungskorrektur' },
  facts: {
    number: 'Nummer',
    issuedOn: 'Datum',
    deliveredOn: 'Geliefert am',
    taxPointOn: 'Steuerlich maßgeblich',
    customer: 'Kundennummer',
    customerVatId: 'Ihre USt-IdNr.',
    buyerReference: 'Ihr Zeichen',
    orderReference: 'Ihre Bestellung',
  },
  columns: {
    position: 'Pos.',
    description: 'Bezeichnung',
    quantity: 'Menge',
    unitPrice: 'Einzelpreis',
    tax: 'USt',
    amount: 'Betrag',
  },
  allowance: 'Rabatt',
  charge: 'Zuschlag',
  lineNet: 'Summe der Positionen',
  net: 'Nettobetrag',
  tax: '{name} {rate} auf {base}',
  gross: 'Gesamtbetrag einschließlich Steuer',
  rounding: 'Rundung',
  prepaid: 'Bereits gezahlt',
  payable: { invoice: 'Zu zahlender Betrag', credit_note: 'Gutgeschriebener Betrag' },
  pricesIncludeTax: 'Die Preise enthalten die Steuer.',
  credits: 'Diese Korrektur betrifft unsere Rechnung {number} vom {day}.',
  reason: 'Grund: {reason}',
  taxNotes: 'Zur Steuer',
  categories: {
    AE: 'Steuerschuldnerschaft des Leistungsempfängers.',
    K: 'Steuerfreie innergemeinschaftliche Lieferung.',
    G: 'Steuerfreie Ausfuhrlieferung.',
    E: 'Von der Umsatzsteuer befreit.',
    O: 'Nicht steuerbar.',
  },
  payment: 'Zahlung',
  dueOn: 'Zahlbar bis {day}.',
  paid: 'Vollständig bezahlt. Vielen Dank.',
  instalment: '{amount} zahlbar bis {day}.',
  discount: 'Bei Zahlung bis {day} können Sie {percent} Skonto ({amount}) abziehen.',
  payInto: 'Bitte zahlen Sie auf das Konto {account}.',
  reference: 'Bitte geben Sie bei der Zahlung {number} an.',
  refund: 'Der Betrag wird mit offenen Forderungen verrechnet oder Ihnen ausgezahlt.',
  page: 'Seite {page} von {pages}',
  registration: 'Registernummer',
  vatId: 'USt-IdNr.',
  phone: 'Telefon',
  bic: 'BIC',
  units: { C62: 'Stk', H87: 'Stk', EA: 'Stk', HUR: 'Std.', DAY: 'Tage', MON: 'Monate', WEE: 'Wochen', ANN: 'Jahre' },
};

export const documentTexts = { en, de } as const;

const international: Readonly<Record<string, string>> = {
  KGM: 'kg',
  GRM: 'g',
  TNE: 't',
  MTR: 'm',
  CMT: 'cm',
  KMT: 'km',
  MTK: 'm²',
  MTQ: 'm³',
  LTR: 'l',
  KWH: 'kWh',
  MIN: 'min',
};

/** How a unit of UN/ECE Recommendation 20 is called; by its code, where there is no name for it here. */
export const unitName = (code: string, { units }: DocumentTexts): string => units[code] ?? international[code] ?? code;

/** Puts words into the places of a text. */
export const filled = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
