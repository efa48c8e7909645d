import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';

export const demoJournals = [
  ['SALES', 'Sales invoices and web shop'],
  ['PURCHASES', 'Supplier invoices'],
  ['BANK', 'Bank and payment providers'],
  ['PAYROLL', 'Wages and salaries'],
] as const;

export const costCentres = [
  ['WEB', 'Web shop'],
  ['WHOLESALE', 'Wholesale'],
  ['ADMIN', 'Administration'],
] as const;
export type CostCentre = (typeof costCentres)[number][0];

/** A line of an entry: what goes to the account, on the debit side where above zero, on the credit side where below. */
export interface DemoLine {
  account: string;
  amount: Decimal;
  costCentre?: CostCentre;
  currency?: string;
  exchangeRate?: Decimal;
  /** The name of the customer or vendor whose receivable or payable it is. */
  party?: string;
  dueOn?: CalendarDate;
}

export interface DemoEntry {
  date: CalendarDate;
  journal: (typeof demoJournals)[number][0] | 'GENERAL';
  description: string;
  /** Number of the document, which is the entry's id in the system that wrote it as well. */
  reference?: string;
  /** The reference of the invoice that it pays. */
  settles?: string;
  /** What it comes from, which is recorded in its place; an entry by hand where left out. */
  document?: DemoDocument;
  lines: DemoLine[];
}

export type DemoDocument = DemoInvoice | DemoCredit | DemoPayment;

/** Named by the reference of its entry. */
export interface DemoInvoice {
  kind: 'invoice';
  customer: string;
  taxCode: string;
  currency?: string;
  exchangeRate?: Decimal;
  items: readonly DemoItem[];
}

export interface DemoItem {
  code?: string;
  description: string;
  quantity: number;
  price: Decimal;
  account: string;
}

/** One of the first item of an invoice is taken back. */
export interface DemoCredit {
  kind: 'credit';
  invoice: string;
  reason: string;
}

/** What a customer pays for an invoice, into the account of its first line. */
export interface DemoPayment {
  kind: 'payment';
  customer: string;
  invoice: string;
  amount: Decimal;
  currency?: string;
  exchangeRate?: Decimal;
}

export const debit = (account: string, amount: Decimal, costCentre?: CostCentre): DemoLine => ({
  account,
  amount,
  costCentre,
});

export const credit = (account: string, amount: Decimal, costCentre?: CostCentre): DemoLine => ({
  account,
  amount: amount.negated(),
  costCentre,
});

/** Half-up to cents. */
export const cents = (amount: Decimal): Decimal => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

export const euros = (amount: number | string): Decimal => cents(new Decimal(amount));

/** The standard rate in Germany: Umsatzsteuergesetz, section 12 (1). */
export const vatOf = (net: Decimal): Decimal => cents(net.times('0.19'));
