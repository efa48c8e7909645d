import { AtInstant, Choice, Count, CurrencyCode, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { inCurrency } from '../reading/read-values.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankReconciliationStatuses = ['signed_off', 'reopened'] as const;
export type BankReconciliationStatus = (typeof bankReconciliationStatuses)[number];

export class SignBankAccountOff {
  @Ref({ example: exampleId })
  bankAccountId: string;

  @OnDate({
    example: '2026-01-31',
    description: 'Up to the end of this day of the books, and to the last statement that ends on it or before.',
  })
  reconciledOn: string;
}

export class ReopenBankReconciliation {
  @Text(500, { example: 'A payment was matched with the wrong entry', description: 'Why it is reopened.' })
  reason: string;
}

/** A sign-off as the database gives it. */
export interface BankReconciliationRow extends Omit<
  BankReconciliationView,
  'signedOffAt' | 'reopenedAt' | 'updatedAt'
> {
  signedOffAt: Date;
  reopenedAt: Date | null;
  updatedAt: Date;
}

export class BankReconciliationView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @CurrencyCode({ example: 'EUR', description: 'Of the bank account; all amounts are in it.' })
  currency: string;

  @OnDate({ example: '2026-01-31' })
  reconciledOn: string;

  @Ref({ example: exampleId, description: 'The last statement up to that day.' })
  statementId: string;

  @Money({ example: '1237.50', description: 'Its closing balance.' })
  statementBalance: string;

  @Money({ example: '200.00', description: 'What the books have received and the bank has not.' })
  depositsInTransit: string;

  @Money({ example: '50.00', description: 'What the books have paid and the bank has not.' })
  outstandingPayments: string;

  @Money({ example: '1387.50', description: 'Of the ledger account: the three before it, added up.' })
  bookBalance: string;

  @Choice(bankReconciliationStatuses, { name: 'BankReconciliationStatus', example: 'signed_off' })
  status: BankReconciliationStatus;

  @Ref({ example: exampleId })
  signedOffBy: string;

  @AtInstant({ example: '2026-02-02T08:30:00.000Z' })
  signedOffAt: string;

  @Ref({ nullable: true, example: exampleId })
  reopenedBy: string | null;

  @AtInstant({ nullable: true, example: '2026-02-03T08:30:00.000Z' })
  reopenedAt: string | null;

  @Text(500, { nullable: true, example: 'A payment was matched with the wrong entry' })
  reopenReason: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-02-02T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BankReconciliationRow): BankReconciliationView {
    const { id, legalEntityId, bankAccountId, currency, reconciledOn, statementId, status, version } = row;
    const { signedOffBy, reopenedBy, reopenReason } = row;
    return {
      id,
      legalEntityId,
      bankAccountId,
      currency,
      reconciledOn,
      statementId,
      statementBalance: inCurrency(row.statementBalance, currency),
      depositsInTransit: inCurrency(row.depositsInTransit, currency),
      outstandingPayments: inCurrency(row.outstandingPayments, currency),
      bookBalance: inCurrency(row.bookBalance, currency),
      status,
      signedOffBy,
      signedOffAt: row.signedOffAt.toISOString(),
      reopenedBy,
      reopenedAt: row.reopenedAt?.toISOString() ?? null,
      reopenReason,
      version,
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

export class BankReconciliationList extends ListOf(BankReconciliationView) {}
