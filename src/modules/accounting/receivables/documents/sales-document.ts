import type { ElectronicAddress } from '#kernel/electronic-address.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { PostingDimension } from '../../contract/ledger-posting.js';
import type { TaxComponent } from '../../tax/calculation/tax-component.js';
import type { Adjustment, TaxRounding, ThresholdRule, WithholdingBase } from '../../tax/calculation/tax-document.js';
import type { DeferralMethod, ServicePeriod } from '../deferrals/deferral-method.js';

export const salesKinds = ['invoice', 'credit_note'] as const;
export type SalesKind = (typeof salesKinds)[number];

export const salesLineKinds = ['item', 'allowance', 'charge'] as const;
export type SalesLineKind = (typeof salesLineKinds)[number];

/** What is printed of the two sides, as they were when the document was issued. */
export interface PrintedParty {
  name: string;
  number?: string;
  registrationNumber?: string;
  address?: PrintedAddress;
  taxIds?: { type: string; country: string; number: string }[];
  electronicAddress?: ElectronicAddress;
  /** Of the seller: whom to ask. */
  contact?: { name: string; email?: string; phone?: string };
  /** Of the seller: where to pay. */
  paymentAccount?: { iban: string; bic?: string; bankName?: string };
  /** Of the buyer: language tag that the document is printed in. */
  language?: string;
}

export interface PrintedAddress {
  line1?: string;
  line2?: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country: string;
}

/** What is paid until when, and what may be deducted by whoever pays earlier. */
export interface SalesInstalment {
  dueOn: CalendarDate;
  amount: Decimal;
  discounts: readonly { until: CalendarDate; percentage: string; amount: Decimal }[];
}

/** A tax of the document: all that it was calculated with, and what came of it. */
export interface SalesTax {
  component: TaxComponent;
  taxCodeId: string;
  base: Decimal;
  /** What the seller is paid of it. */
  tax: Decimal;
}

/** What was sold; or an allowance or charge of the whole document, a deduction with amounts below zero. */
export interface SalesLine {
  kind: SalesLineKind;
  itemCode: string | null;
  itemTaxClass: string | null;
  description: string | null;
  quantity: Decimal | null;
  unit: string | null;
  unitPrice: Decimal | null;
  priceBaseQuantity: Decimal | null;
  /** Of the line; of one of the document, how it was given itself. */
  adjustments: readonly Adjustment[];
  taxCodes: readonly string[];
  /** Places in the taxes of the document, counted from one, in the order in which they are levied; null where spread. */
  taxPositions: readonly number[] | null;
  amount: Decimal;
  net: Decimal;
  tax: Decimal;
  accountId: string;
  dimensions: readonly PostingDimension[];
  service: ServicePeriod | null;
  /** How it is earned over its service; null where it is earned at once. */
  deferral: DeferralMethod | null;
  /** Where it is posted until it is earned. */
  deferredAccountId: string | null;
  /** The line of the entry that posts it there; null where it comes to nothing. */
  deferredLineNumber?: number | null;
  creditsPosition: number | null;
}

export interface SalesTotals {
  lineNet: Decimal;
  net: Decimal;
  tax: Decimal;
  gross: Decimal;
  rounding: Decimal;
  payable: Decimal;
}

/** What the customer is expected to keep back of the document, with the terms that it was reckoned by. Amounts are zero or more. */
export interface SalesWithholding {
  codeId: string;
  code: string;
  name: string;
  rateId: string;
  /** The year that it counts towards. */
  yearStartsOn: string;
  rate: Decimal;
  baseOf: WithholdingBase;
  baseShare: Decimal;
  threshold: Decimal | null;
  thresholdRule: ThresholdRule | null;
  /** Places of the lines that it is reckoned of, counted from one; null for the whole document. */
  linePositions: readonly number[] | null;
  /** Of the customer, code and year before this document. */
  cumulativeBase: Decimal;
  cumulativeTaxable: Decimal;
  base: Decimal;
  taxable: Decimal;
  amount: Decimal;
}

/** An invoice or credit note that is ready to be issued. Amounts of both kinds are above zero. */
export interface SalesDocument {
  id: string;
  legalEntityId: string;
  kind: SalesKind;
  partyId: string;
  seller: PrintedParty;
  buyer: PrintedParty;
  issuedOn: CalendarDate;
  taxPointOn: CalendarDate;
  deliveredOn: string | null;
  currency: string;
  pricesIncludeTax: boolean;
  rounding: TaxRounding;
  cashRounding: Decimal | null;
  buyerReference: string | null;
  orderReference: string | null;
  note: string | null;
  externalSource: string | null;
  externalId: string | null;
  creditsId: string | null;
  reason: string | null;
  creditLimitReason: string | null;
  instalments: readonly SalesInstalment[];
  lines: readonly SalesLine[];
  taxes: readonly SalesTax[];
  totals: SalesTotals;
  withholdings: readonly SalesWithholding[];
}
