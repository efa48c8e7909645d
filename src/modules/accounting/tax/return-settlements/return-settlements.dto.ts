import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ReturnSettlementStatus, returnSettlementStatuses } from './return-settlements.list.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const softClose =
  'Why it belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.';

export class SettleTaxReturn {
  @OnDate({
    example: '2026-03-31',
    description: 'Date of the entry: the last day of the period of the return, or later.',
  })
  settledOn: string;

  @Code(20, {
    optional: true,
    example: '70',
    description:
      'The box that says what is due, output tax less input tax: needed where the form was filed without a `dueBox`, and no other than that.',
  })
  dueBox?: string;

  @Text(500, { optional: true, example: 'The return was filed after the close', description: softClose })
  softCloseReason?: string;
}

export class ReverseTaxReturnSettlement {
  @OnDate({
    optional: true,
    example: '2026-03-31',
    description: 'Date of what takes it back, not before the settlement; the date of that where left out.',
  })
  reversedOn?: string;

  @Text(500, { example: 'Settled to the wrong date' })
  reason: string;

  @Text(500, { optional: true, example: 'Found after the close', description: softClose })
  softCloseReason?: string;
}

export class TaxReturnSettlementLineView {
  @Code(20, { example: '2100' })
  accountCode: string;

  @Text(200, { example: 'Output VAT' })
  accountName: string;

  @Money({ example: '750.00' })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;
}

/** A settlement as the database gives it. */
export interface ReturnSettlementRow {
  id: string;
  legalEntityId: string;
  taxReturnId: string;
  formId: string;
  startsOn: string;
  endsOn: string;
  revision: number;
  settledOn: string;
  currency: string;
  dueBox: string;
  amountDue: string;
  rounding: string;
  accountCode: string;
  entryId: string;
  journalCode: string;
  number: number;
  status: ReturnSettlementStatus;
  reversedOn: string | null;
  reversalReason: string | null;
  reversalEntryId: string | null;
  lines: TaxReturnSettlementLineView[];
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export class TaxReturnSettlementView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The return, or the amendment, whose taxes it clears.' })
  taxReturnId: string;

  @Ref({ example: exampleId })
  formId: string;

  @OnDate({ example: '2026-01-01' })
  startsOn: string;

  @OnDate({ example: '2026-03-31' })
  endsOn: string;

  @Count(0, 2_147_483_647, { example: 0, description: 'Zero for the return itself, counted up by its amendments.' })
  revision: number;

  @OnDate({ example: '2026-03-31' })
  settledOn: string;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity; all amounts are in it.' })
  currency: string;

  @Code(20, { example: '70', description: 'The box that says what is due.' })
  dueBox: string;

  @Money({
    example: '150.00',
    description:
      'What is owed to the authority, below zero what it owes. Of an amendment, by how much that differs from what it amends.',
  })
  amountDue: string;

  @Money({
    example: '0.00',
    description: 'By how much that is more than the taxes in the books, because boxes are rounded.',
  })
  rounding: string;

  @Code(20, { example: '2120', description: 'The account of the authority, which its payment clears.' })
  accountCode: string;

  @Ref({ example: exampleId })
  entryId: string;

  @Code(20, { example: 'GENERAL' })
  journalCode: string;

  @Count(1, 2_147_483_647, { example: 118, description: 'Number of the entry in its journal.' })
  number: number;

  @Choice(returnSettlementStatuses, {
    name: 'TaxReturnSettlementStatus',
    example: 'settled',
    description: 'A return whose settlement is reversed can be settled again.',
  })
  status: ReturnSettlementStatus;

  @OnDate({ nullable: true, example: null as never })
  reversedOn: string | null;

  @Text(500, { nullable: true, example: null as never })
  reversalReason: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The entry that takes it back.' })
  reversalEntryId: string | null;

  @List(() => TaxReturnSettlementLineView, { max: 10_000, description: 'What its entry posts.' })
  lines: TaxReturnSettlementLineView[];

  @Ref({ example: exampleId })
  createdBy: string;

  @AtInstant({ example: '2026-04-12T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-04-12T08:30:00.000Z' })
  updatedAt: string;

  static from(row: ReturnSettlementRow): TaxReturnSettlementView {
    const { id, legalEntityId, taxReturnId, formId, startsOn, endsOn, revision, settledOn, currency, dueBox } = row;
    const { accountCode, entryId, journalCode, number, status, reversedOn, reversalReason, reversalEntryId } = row;
    const { minorUnits } = requireCurrency(currency);
    const text = (amount: string) => new Decimal(amount).toFixed(minorUnits);
    const lines = row.lines.map(({ debit, credit, ...line }) => {
      return { ...line, debit: text(debit), credit: text(credit) };
    });
    const settled = { taxReturnId, formId, startsOn, endsOn, revision };
    const amounts = { currency, dueBox, amountDue: text(row.amountDue), rounding: text(row.rounding), accountCode };
    const reversal = { status, reversedOn, reversalReason, reversalEntryId };
    const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
    const entry = { entryId, journalCode, number };
    return {
      id,
      legalEntityId,
      ...settled,
      settledOn,
      ...amounts,
      ...entry,
      ...reversal,
      lines,
      createdBy: row.createdBy,
      ...times,
    };
  }
}

export class TaxReturnSettlementList extends ListOf(TaxReturnSettlementView) {}
