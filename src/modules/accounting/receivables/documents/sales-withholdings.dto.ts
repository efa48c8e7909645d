import { Decimal, sum } from '#kernel/decimal.js';
import { Choice, Code, Money, OnDate, Rate, Text, Values } from '#platform/http/fields/fields.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import {
  type ThresholdRule,
  thresholdRules,
  type WithholdingBase,
  withholdingBases,
} from '../../tax/calculation/tax-document.js';
import { MOST_LINES } from '../../tax/documents/tax-calculations.dto.js';
import { MOST_ADJUSTMENTS } from './sales-fields.dto.js';

export class SalesWithholdingView {
  @Code(20, { example: 'IRPF' })
  code: string;

  @Text(200, { example: 'Income tax withheld from professionals', description: 'As it is printed.' })
  name: string;

  @Rate({ example: '0.15' })
  rate: string;

  @Choice(withholdingBases, { name: 'WithholdingBase', example: 'net', description: 'What of the lines it is of.' })
  baseOf: WithholdingBase;

  @Rate({ example: '1', description: 'The part of that which counts.' })
  baseShare: string;

  @Money({ nullable: true, example: '1000.00' })
  threshold: string | null;

  @Choice(thresholdRules, { name: 'ThresholdRule', nullable: true, example: 'excess' })
  thresholdRule: ThresholdRule | null;

  @OnDate({
    example: '2026-01-01',
    description: 'The year that it counts towards; of a credit note that of its invoice.',
  })
  yearStartsOn: string;

  @Values(countRule(1, MOST_LINES + MOST_ADJUSTMENTS), {
    max: MOST_LINES + MOST_ADJUSTMENTS,
    nullable: true,
    example: [1],
    description: 'Places of the lines that it is reckoned of; null for the whole document.',
  })
  linePositions: number[] | null;

  @Money({ example: '600.00', description: 'What counts of the customer and year before, credit notes taken off.' })
  cumulativeBase: string;

  @Money({ example: '0.00', description: 'What of that was taxable, by documents before.' })
  cumulativeTaxable: string;

  @Money({ example: '1000.00', description: 'What of the document counts.' })
  base: string;

  @Money({ example: '600.00', description: 'What the rate is applied to.' })
  taxable: string;

  @Money({ example: '90.00', description: 'What the customer is expected to keep back, or no longer is.' })
  amount: string;
}

/** The same as the database gives it. */
export type SalesWithholdingRow = SalesWithholdingView & { codeId: string; rateId: string };

/** What is expected to be kept back of a document, and what is paid of what it asks for when it is. */
export function withholdingsOf(
  withholdings: readonly SalesWithholdingRow[],
  dueAtIssue: Decimal,
  minorUnits: number,
): { withholdings: SalesWithholdingView[]; amountAfterWithholding: string } {
  const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
  const withheld = sum(withholdings.map(({ amount }) => new Decimal(amount)));
  return {
    withholdings: withholdings.map(({ codeId: _codeId, rateId: _rateId, ...one }) => ({
      ...one,
      threshold: one.threshold && money(one.threshold),
      cumulativeBase: money(one.cumulativeBase),
      cumulativeTaxable: money(one.cumulativeTaxable),
      base: money(one.base),
      taxable: money(one.taxable),
      amount: money(one.amount),
    })),
    // Of what was paid before it was asked for, nothing is kept back.
    amountAfterWithholding: Decimal.max(dueAtIssue.minus(withheld), 0).toFixed(minorUnits),
  };
}
