import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  ExchangeRate,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { inCurrency } from '../reading/read-values.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_DETAILS = 200_000;

export const bankLineStatuses = ['unmatched', 'matched', 'excluded', 'announced'] as const;
export type BankLineStatus = (typeof bankLineStatuses)[number];

class BankLineCounterparty {
  @Text(200, { nullable: true, example: 'Ann Example' })
  name: string | null;

  @Text(34, { nullable: true, example: 'NL91ABNA0417164300' })
  iban: string | null;

  @Text(50, { nullable: true, example: '417164300', description: 'Where there is no IBAN.' })
  number: string | null;

  @Text(11, { nullable: true, example: 'ABNANL2A' })
  bic: string | null;
}

class BankLineOriginalAmount {
  @Money({ example: '33.00' })
  amount: string;

  @CurrencyCode({ example: 'USD' })
  currency: string;

  @ExchangeRate({ nullable: true, example: '0.91', description: 'As the bank tells it.' })
  rate: string | null;
}

export class BankLineCharge {
  @Money({ example: '0.50', description: 'What the bank took; below zero where it gave back.' })
  amount: string;

  @CurrencyCode({ nullable: true, example: 'EUR' })
  currency: string | null;
}

class BankTransaction {
  @Text(100, { nullable: true, example: 'E2E-2026-17', description: 'What the sender of the payment calls it.' })
  endToEndReference: string | null;

  @Text(100, { nullable: true, example: 'MANDATE-7', description: 'Of a direct debit.' })
  mandateReference: string | null;

  @Text(100, {
    nullable: true,
    example: 'RF18539007547034',
    description: 'Structured reference of the creditor: RF of ISO 11649, or a national one.',
  })
  creditorReference: string | null;

  @Text(2000, {
    nullable: true,
    example: 'Invoice 2026-17',
    description: 'What it is for, in the words of the sender.',
  })
  remittance: string | null;

  @Nested(() => BankLineCounterparty)
  counterparty: BankLineCounterparty;

  @Nested(() => BankLineOriginalAmount, { nullable: true, description: 'What was paid in another currency.' })
  original: BankLineOriginalAmount | null;

  @List(() => BankLineCharge, { max: 1000 })
  charges: BankLineCharge[];
}

export class BankLineDetail extends BankTransaction {
  @Money({
    nullable: true,
    example: '10.00',
    description: 'In the currency of the account; null where the bank does not tell.',
  })
  amount: string | null;

  @Text(200, { nullable: true, example: '0724710345313905' })
  bankReference: string | null;
}

/** A line as the database gives it. */
export interface BankStatementLineRow {
  id: string;
  legalEntityId: string;
  bankAccountId: string;
  statementId: string;
  lineNumber: number;
  bookedOn: string;
  valuedOn: string | null;
  amount: string;
  currency: string;
  originalAmount: string | null;
  originalCurrency: string | null;
  exchangeRate: string | null;
  bankReference: string | null;
  endToEndReference: string | null;
  mandateReference: string | null;
  creditorReference: string | null;
  remittance: string | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  counterpartyNumber: string | null;
  counterpartyBic: string | null;
  transactionCode: string | null;
  isReversal: boolean;
  charges: BankLineCharge[] | null;
  details: BankLineDetail[] | null;
  status: BankLineStatus;
  isSuggested: boolean;
  reason: string | null;
  matchId: string | null;
  changedBy: string | null;
  changedAt: Date | null;
  version: number;
  updatedAt: Date;
}

export class BankStatementLineView extends BankTransaction {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Ref({ example: exampleId })
  statementId: string;

  @Count(1, 200_000, { example: 1, description: 'Place in the statement.' })
  lineNumber: number;

  @OnDate({ example: '2026-01-31', description: 'The day on which the bank booked it.' })
  bookedOn: string;

  @OnDate({ nullable: true, example: '2026-01-31', description: 'The day from which it counts for interest.' })
  valuedOn: string | null;

  @Money({ example: '-12.50', description: 'In the currency of the account; what comes in is positive.' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Text(200, { nullable: true, example: '0724710345313905', description: 'What the bank calls the line.' })
  bankReference: string | null;

  @Text(50, {
    nullable: true,
    example: 'PMNT/RCDT/ESCT',
    description: 'Domain, family and sub-family of ISO 20022, a code of the bank, or the type of SWIFT or OFX.',
  })
  transactionCode: string | null;

  @Flag({ example: false, description: 'It takes back an earlier one.' })
  isReversal: boolean;

  @Choice(bankLineStatuses, {
    name: 'BankStatementLineStatus',
    example: 'unmatched',
    description: '`excluded`: needs no entry, for a reason. `announced`: of a camt.052 or camt.054, counts nowhere.',
  })
  status: BankLineStatus;

  @Flag({
    example: false,
    description: 'It is unmatched, and `runBankMatching` has found what it may be: `listBankMatchSuggestions`.',
  })
  isSuggested: boolean;

  @Text(500, { nullable: true, example: 'Moved to another company in error' })
  reason: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The match that it is a part of.' })
  matchId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'Who changed the status last; null where nobody did.' })
  changedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-01-31T08:30:00.000Z' })
  changedAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes of the status; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BankStatementLineRow): BankStatementLineView {
    const { id, legalEntityId, bankAccountId, statementId, lineNumber, bookedOn, valuedOn, amount, currency } = row;
    const {
      endToEndReference,
      mandateReference,
      creditorReference,
      remittance,
      charges,
      originalAmount,
      originalCurrency,
    } = row;
    const {
      bankReference,
      transactionCode,
      isReversal,
      status,
      isSuggested,
      reason,
      matchId,
      changedBy,
      changedAt,
      version,
    } = row;
    const counterparty = {
      name: row.counterpartyName,
      iban: row.counterpartyIban,
      number: row.counterpartyNumber,
      bic: row.counterpartyBic,
    };
    const original =
      originalAmount === null || originalCurrency === null
        ? null
        : { amount: inCurrency(originalAmount, originalCurrency), currency: originalCurrency, rate: row.exchangeRate };
    const key = { id, legalEntityId, bankAccountId, statementId, lineNumber, bookedOn, valuedOn };
    const told = { bankReference, transactionCode, isReversal, endToEndReference, mandateReference, creditorReference };
    return {
      ...key,
      amount: inCurrency(amount, currency),
      currency,
      ...told,
      remittance,
      counterparty,
      original,
      charges: charges ?? [],
      status,
      isSuggested,
      reason,
      matchId,
      changedBy,
      changedAt: changedAt?.toISOString() ?? null,
      version,
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class BankStatementLineDetailView extends BankStatementLineView {
  @List(() => BankLineDetail, {
    max: MOST_DETAILS,
    description:
      'The transactions of a batch: as the statement has them, or as a notification (camt.054) of the same bank reference, amount and day does.',
  })
  details: BankLineDetail[];
}

export class BankStatementLineList extends ListOf(BankStatementLineView) {}

export class ExcludeBankStatementLine {
  @Text(500, { example: 'Moved to another company in error', description: 'Why it needs no entry.' })
  reason: string;
}
