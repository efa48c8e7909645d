import { refRule } from '#platform/http/fields/text-rules.js';
import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { MAX_LINES } from '../../journal/journal-lines.dto.js';
import { inCurrency } from '../reading/read-values.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Lines of either side that one match by hand has. */
const MOST_LINES = 500;
/** Lines of one request that may become receipts. */
const MOST_RECEIPTS = 100;
/** Lines that the balance of the beginning may be made of. */
const MOST_PARTS = 1_000_000;

export const bankMatchMethods = ['manual', 'entry', 'opening', 'reversal', 'suggestion', 'automatic'] as const;
export type BankMatchMethod = (typeof bankMatchMethods)[number];

export const bankMatchStatuses = ['active', 'undone', 'undoing'] as const;
export type BankMatchStatus = (typeof bankMatchStatuses)[number];

export class MatchBankLines {
  @Ref({ example: exampleId })
  bankAccountId: string;

  @Values(refRule, {
    max: MOST_LINES,
    distinct: true,
    example: [exampleId],
    description: 'Unmatched lines of its statements; none where lines of the books cancel each other out.',
  })
  statementLineIds: string[];

  @Values(refRule, {
    max: MOST_LINES,
    distinct: true,
    example: ['0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12'],
    description:
      'Unmatched lines of the books on its ledger account, as `listBankLedgerLines` gives them; none where lines of statements cancel each other out.',
  })
  ledgerLineIds: string[];

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether the balance that the bank account began with is a part of it, beside the lines of statements. Once for a bank account.',
  })
  includesStart?: boolean;
}

export class MatchBankOpeningBalance {
  @Values(refRule, {
    optional: true,
    max: MOST_LINES,
    distinct: true,
    example: ['0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12'],
    description: 'Lines of the books that are none of it: payments that were on their way on that day.',
  })
  exceptLedgerLineIds?: string[];

  @Values(refRule, {
    optional: true,
    max: MOST_LINES,
    distinct: true,
    example: ['0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13'],
    description:
      'Lines of ordinary entries of that very day which are of it nevertheless; lines of opening entries are without being named.',
  })
  alsoLedgerLineIds?: string[];
}

export class UndoBankMatch {
  @Text(500, { example: 'Belongs to another invoice', description: 'Why it is taken back.' })
  reason: string;

  @OnDate({
    optional: true,
    example: '2026-02-01',
    description:
      'Where the match has an entry or receipts of its own: the date of the reversal, in an open period; that of the entry where left out, and of a receipt the first that it may be. What they settled is open again from then on, or from when it was settled.',
  })
  entryDate?: string;

  @Text(500, {
    optional: true,
    example: 'Agreed with the auditor',
    description:
      'Why the reversal belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;
}

/** A match as the database gives it. */
export interface BankMatchRow extends Omit<BankMatchView, 'createdAt'> {
  createdAt: Date;
}

export class BankMatchView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Choice(bankMatchMethods, {
    name: 'BankMatchMethod',
    example: 'manual',
    description:
      '`entry`: with an entry that was posted for the line. `opening`: the balance that the bank account began with. `reversal`: an entry and the one that takes it back. `suggestion`: one that somebody accepted; `automatic`: one that was accepted by its score.',
  })
  method: BankMatchMethod;

  @Choice(bankMatchStatuses, {
    name: 'BankMatchStatus',
    example: 'active',
    description: '`undone` has been taken back, by one that is `undoing`.',
  })
  status: BankMatchStatus;

  @Money({
    example: '250.00',
    description: 'What both sides sum up to; zero where lines of one side cancel each other.',
  })
  amount: string;

  @CurrencyCode({ example: 'EUR', description: 'Of the bank account.' })
  currency: string;

  @Ref({ nullable: true, example: exampleId, description: 'The entry that was posted for it.' })
  entryId: string | null;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The group of the allocations that were made with the entry.',
  })
  allocationGroupId: string | null;

  @Values(refRule, {
    max: MOST_RECEIPTS,
    example: [exampleId],
    description:
      'The receipts that were recorded for it, of what was paid less what was withheld; undoing reverses them.',
  })
  receiptIds: string[];

  @Ref({ nullable: true, example: null as never, description: 'The match rule that says so.' })
  ruleId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The match that it takes back.' })
  undoes: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The record that takes it back.' })
  undoneBy: string | null;

  @Text(500, { nullable: true, example: 'Belongs to another invoice', description: 'Of what takes another back.' })
  reason: string | null;

  @Ref({ example: exampleId })
  createdBy: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  static from(row: BankMatchRow): BankMatchView {
    const { id, legalEntityId, bankAccountId, method, status, currency, entryId, allocationGroupId } = row;
    const { receiptIds, ruleId, undoes, undoneBy, reason, createdBy } = row;
    const of = { id, legalEntityId, bankAccountId, method, status, amount: inCurrency(row.amount, currency), currency };
    const undoing = { undoes, undoneBy, reason };
    const made = { entryId, allocationGroupId, receiptIds, ruleId };
    return { ...of, ...made, ...undoing, createdBy, createdAt: row.createdAt.toISOString() };
  }
}

export class BankMatchStatementLine {
  @Ref({ example: exampleId })
  statementLineId: string;

  @OnDate({ example: '2026-01-31' })
  bookedOn: string;

  @Money({ example: '250.00' })
  amount: string;
}

export class BankMatchLedgerLine {
  @Ref({ example: exampleId })
  ledgerLineId: string;

  @Ref({ example: exampleId })
  entryId: string;

  @Count(1, MAX_LINES + 1, { example: 1 })
  lineNumber: number;

  @OnDate({ example: '2026-01-31' })
  entryDate: string;

  @Money({ example: '250.00' })
  amount: string;
}

export class BankMatchDetailView extends BankMatchView {
  @Flag({ example: false, description: 'The balance that the bank account began with is a part of it.' })
  includesStart: boolean;

  @List(() => BankMatchStatementLine, { max: MOST_LINES })
  statementLines: BankMatchStatementLine[];

  @List(() => BankMatchLedgerLine, { max: MOST_PARTS })
  ledgerLines: BankMatchLedgerLine[];
}

export class BankMatchList extends ListOf(BankMatchView) {}
