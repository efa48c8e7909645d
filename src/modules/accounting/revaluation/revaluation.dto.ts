import { IntersectionType } from '@nestjs/swagger';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  DerivedExchangeRate,
  List,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type RevaluationKind, revaluationKinds } from './revaluation-kinds.js';
import { type RevaluationStatus, revaluationStatuses } from './revaluation.list.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const softClose =
  'Why it belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.';
const kind = {
  name: 'RevaluationKind',
  example: 'receivable',
  description: 'Open items of customers (`receivable`) and vendors (`payable`), and balances of accounts (`account`).',
} as const;

export class CreateRevaluationRun {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity of the organization where left out.',
  })
  legalEntityId?: string;

  @OnDate({ example: '2026-01-31', description: 'The closing day, today or before.' })
  asOf: string;

  @Code(20, {
    optional: true,
    example: 'closing',
    description: 'Type of the recorded rates to take; `closing` where left out.',
  })
  exchangeRateType?: string;

  @Text(500, { optional: true, example: 'A rate was recorded after the close', description: softClose })
  softCloseReason?: string;
}

export class UndoRevaluationRun {
  @Text(500, { optional: true, example: 'A rate was wrong', description: softClose })
  softCloseReason?: string;
}

/** Amounts of valued things; those in the functional currency, and their gain or loss. */
interface ValuedRow {
  currency: string;
  amount: string;
  functionalAmount: string;
  exchangeRate: string;
  exchangeRateSource: string;
  revaluedAmount: string;
  recognizedBefore: string;
}

export interface RevaluationSumRow extends ValuedRow {
  kind: RevaluationKind;
  lineCount: number;
  gains: string;
  losses: string;
}

/** A run as the database gives it. */
export interface RevaluationRunRow {
  id: string;
  legalEntityId: string;
  asOf: string;
  number: number;
  exchangeRateType: string;
  reversesOn: string;
  status: RevaluationStatus;
  currency: string;
  entryId: string;
  reversalEntryId: string | null;
  sums: RevaluationSumRow[];
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface RevaluationLineRow extends ValuedRow {
  id: string;
  runId: string;
  legalEntityId: string;
  kind: RevaluationKind;
  openItemId: string | null;
  accountId: string;
  accountCode: string;
  partyId: string | null;
  partyName: string | null;
  difference: string;
  adjustmentAccountCode: string;
  functionalCurrency: string;
  createdAt: Date;
  updatedAt: Date;
}

class Valued {
  @CurrencyCode({ example: 'USD' })
  currency: string;

  @Money({ example: '1200.00', description: 'In that currency: debits above zero, credits below.' })
  amount: string;

  @Money({ example: '1090.91', description: 'What it stands at in the books, in the functional currency.' })
  functionalAmount: string;

  @DerivedExchangeRate({ example: '0.92', description: 'Functional units for one unit of the currency.' })
  exchangeRate: string;

  @Text(100, { example: 'ECB closing 2026-01-30', description: 'Where the rate comes from.' })
  exchangeRateSource: string;

  @Money({ example: '1104.00', description: 'Amount × rate, each item rounded by itself, half up.' })
  revaluedAmount: string;

  @Money({ example: '0.00', description: 'What earlier runs of the same day posted of the difference.' })
  recognizedBefore: string;
}

export class RevaluationSumView extends Valued {
  @Choice(revaluationKinds, kind)
  kind: RevaluationKind;

  @Count(1, 2_147_483_647, { example: 12, description: 'Items or balances that differ.' })
  lineCount: number;

  @Money({ example: '13.09', description: 'What was gained by items that gained.' })
  gains: string;

  @Money({ example: '0.00', description: 'What was lost by the others; below zero.' })
  losses: string;
}

export class RevaluationRunView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @OnDate({ example: '2026-01-31', description: 'The day whose rates it is at; also the date of its entry.' })
  asOf: string;

  @Count(1, 2_147_483_647, {
    example: 1,
    description: 'Counts the runs of the day. A further one posts by how much it differs from those before.',
  })
  number: number;

  @Code(20, { example: 'closing' })
  exchangeRateType: string;

  @OnDate({ example: '2026-02-01', description: 'When its entry is taken back by itself.' })
  reversesOn: string;

  @Choice(revaluationStatuses, {
    name: 'RevaluationStatus',
    example: 'posted',
    description:
      '`posted`: the day that takes it back is to come. `reversed`: that day has come. `undone`: it was taken back on its own day, as if it had never been.',
  })
  status: RevaluationStatus;

  @CurrencyCode({ example: 'EUR', description: 'Functional currency of the legal entity.' })
  currency: string;

  @Money({ example: '13.09', description: 'Gains less losses.' })
  difference: string;

  @Ref({ example: exampleId })
  entryId: string;

  @Ref({ nullable: true, example: null as never, description: 'The entry that takes it back.' })
  reversalEntryId: string | null;

  @List(() => RevaluationSumView, {
    max: 1_000,
    description: 'By kind and currency. The single items and balances: `listRevaluationLines`.',
  })
  sums: RevaluationSumView[];

  @Ref({ example: exampleId })
  createdBy: string;

  @AtInstant({ example: '2026-02-03T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-02-03T08:30:00.000Z' })
  updatedAt: string;

  static from(row: RevaluationRunRow): RevaluationRunView {
    const { id, legalEntityId, asOf, number, exchangeRateType, reversesOn, status, currency, entryId } = row;
    const { reversalEntryId, createdBy } = row;
    const text = textsOf(currency);
    const difference = row.sums.reduce((total, { gains, losses }) => total.plus(gains).plus(losses), new Decimal(0));
    const sums = row.sums.map(({ kind: of, lineCount, gains, losses, ...valued }) => {
      return { kind: of, lineCount, ...valuedOf(valued, text), gains: text(gains), losses: text(losses) };
    });
    const run = { id, legalEntityId, asOf, number, exchangeRateType, reversesOn, status, currency };
    const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
    return { ...run, difference: text(difference.toFixed()), entryId, reversalEntryId, sums, createdBy, ...times };
  }
}

export class RevaluationRunList extends ListOf(RevaluationRunView) {}

/** What is valued. */
class RevaluedThing {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  runId: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(revaluationKinds, kind)
  kind: RevaluationKind;

  @Ref({ nullable: true, example: exampleId, description: 'The open item; null for the balance of an account.' })
  openItemId: string | null;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1100' })
  accountCode: string;

  @Ref({ nullable: true, example: exampleId, description: 'Whose the item is.' })
  partyId: string | null;

  @Text(200, { nullable: true, example: 'Northwind Traders' })
  partyName: string | null;
}

/** What came of it. */
class Revaluation {
  @Money({
    example: '13.09',
    description:
      'What was posted: revalued amount less functional amount and what was posted before. Losses below zero.',
  })
  difference: string;

  @Code(20, { example: '1125', description: 'Where the difference stands, so that the account itself stays as it is.' })
  adjustmentAccountCode: string;

  @AtInstant({ example: '2026-02-03T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-02-03T08:30:00.000Z' })
  updatedAt: string;
}

// In the order of the columns that lines have as a file.
export class RevaluationLineView extends IntersectionType(RevaluedThing, Valued, Revaluation) {
  static from(row: RevaluationLineRow): RevaluationLineView {
    const { id, runId, legalEntityId, kind: of, openItemId, accountId, accountCode, partyId, partyName } = row;
    const text = textsOf(row.functionalCurrency);
    const line = { id, runId, legalEntityId, kind: of, openItemId, accountId, accountCode, partyId, partyName };
    const posted = { difference: text(row.difference), adjustmentAccountCode: row.adjustmentAccountCode };
    const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
    return { ...line, ...valuedOf(row, text), ...posted, ...times };
  }
}

export class RevaluationLineList extends ListOf(RevaluationLineView) {}

const textsOf = (currency: string) => {
  const { minorUnits } = requireCurrency(currency);
  return (amount: string) => new Decimal(amount).toFixed(minorUnits);
};

const valuedOf = (row: ValuedRow, text: (amount: string) => string): Valued => ({
  currency: row.currency,
  amount: textsOf(row.currency)(row.amount),
  functionalAmount: text(row.functionalAmount),
  exchangeRate: new Decimal(row.exchangeRate).toFixed(),
  exchangeRateSource: row.exchangeRateSource,
  revaluedAmount: text(row.revaluedAmount),
  recognizedBefore: text(row.recognizedBefore),
});
