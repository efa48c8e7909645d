import type { CalendarDate } from '#kernel/calendar-date.js';

export const statementKinds = ['statement', 'report', 'notification'] as const;
/** A statement counts; a report of the day (camt.052) and a notification (camt.054) only announce what one will bring. */
export type StatementKind = (typeof statementKinds)[number];

export const statementFormats = ['camt', 'mt940', 'ofx', 'csv'] as const;
export type StatementFormat = (typeof statementFormats)[number];

export const balanceTypes = [
  'opening',
  'closing',
  'opening_available',
  'closing_available',
  'forward_available',
  'interim',
  'other',
] as const;
export type BalanceType = (typeof balanceTypes)[number];

/** A balance as the bank states it. Amounts are signed: what the bank owes is positive. */
export interface ReadBalance {
  type: BalanceType;
  amount: string;
  currency: string | null;
  date: CalendarDate | null;
}

/** The account as the file names it, in the file's own words. */
export interface ReadAccount {
  iban: string | null;
  /** Domestic number, as it stands in the file. */
  number: string | null;
  /** BIC or code of the bank. */
  bank: string | null;
  currency: string | null;
}

export interface ReadCounterparty {
  name: string | null;
  iban: string | null;
  number: string | null;
  bic: string | null;
}

export interface ReadOriginalAmount {
  amount: string;
  currency: string;
  rate: string | null;
}

export interface ReadCharge {
  amount: string;
  currency: string | null;
}

/** What tells one transaction from others: of a line, or of one part of a batch. */
export interface ReadTransaction {
  endToEndReference: string | null;
  mandateReference: string | null;
  /** Structured reference of the creditor: RF of ISO 11649, or a national one. */
  creditorReference: string | null;
  remittance: string | null;
  counterparty: ReadCounterparty;
  original: ReadOriginalAmount | null;
  charges: ReadCharge[];
}

/** One transaction of a batch. */
export interface ReadDetail extends ReadTransaction {
  /** Signed, in the currency of the account; null where the bank does not tell. */
  amount: string | null;
  bankReference: string | null;
}

export interface ReadLine extends ReadTransaction {
  /** Of the file, counted from 1. */
  place: number;
  bookedOn: CalendarDate;
  valuedOn: CalendarDate | null;
  /** Signed, in the currency of the account: what comes in is positive. */
  amount: string;
  currency: string | null;
  /** The bank's own for this line, where it gives one. */
  bankReference: string | null;
  /** `PMNT/RCDT/ESCT` of ISO 20022, a code of the bank, or the type of SWIFT. */
  transactionCode: string | null;
  isReversal: boolean;
  details: ReadDetail[];
}

export interface ReadStatement {
  kind: StatementKind;
  /** Line of the file where it begins, counted from 1. */
  place: number;
  /** What the bank calls it. */
  reference: string | null;
  number: string | null;
  account: ReadAccount;
  from: CalendarDate | null;
  to: CalendarDate | null;
  balances: ReadBalance[];
  lines: ReadLine[];
}

export const noCounterparty: ReadCounterparty = { name: null, iban: null, number: null, bic: null };

export const emptyTransaction: ReadTransaction = {
  endToEndReference: null,
  mandateReference: null,
  creditorReference: null,
  remittance: null,
  counterparty: noCounterparty,
  original: null,
  charges: [],
};
