import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { MAX_LINES } from '../../journal/journal-lines.dto.js';
import { inCurrency } from '../reading/read-values.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const bankLedgerLineStatuses = ['unmatched', 'matched'] as const;
export type BankLedgerLineStatus = (typeof bankLedgerLineStatuses)[number];

/** A line of the books as the database gives it. */
export interface BankLedgerLineRow extends Omit<BankLedgerLineView, 'updatedAt'> {
  updatedAt: Date;
}

export class BankLedgerLineView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Ref({ example: exampleId, description: 'The journal entry that it is of.' })
  entryId: string;

  @Count(1, MAX_LINES + 1, { example: 1, description: 'Its line there.' })
  lineNumber: number;

  @Code(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 17, description: 'Number of the entry in its journal and fiscal year.' })
  number: number;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Text(500, { example: 'Receipt of invoice 2026-17', description: 'That of the line, or else of its entry.' })
  description: string;

  @Text(100, { nullable: true, example: 'INV-2026-17' })
  reference: string | null;

  @Money({
    example: '250.00',
    description: 'In the currency of the bank account; debits, which come in, are positive.',
  })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Choice(bankLedgerLineStatuses, { name: 'BankLedgerLineStatus', example: 'unmatched' })
  status: BankLedgerLineStatus;

  @Ref({ nullable: true, example: exampleId, description: 'The match that it is a part of.' })
  matchId: string | null;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: BankLedgerLineRow): BankLedgerLineView {
    const { id, legalEntityId, bankAccountId, entryId, lineNumber, journalCode, number, entryDate } = row;
    const { description, reference, currency, status, matchId } = row;
    const of = { id, legalEntityId, bankAccountId, entryId, lineNumber, journalCode, number, entryDate };
    const amount = inCurrency(row.amount, currency);
    return { ...of, description, reference, amount, currency, status, matchId, updatedAt: row.updatedAt.toISOString() };
  }
}

export class BankLedgerLineList extends ListOf(BankLedgerLineView) {}
