import type { Currency } from '#kernel/currency.js';
import { type Decimal, zero } from '#kernel/decimal.js';
import { Choice, Code, Flag, List, Money, Nested, Rate, Text, Values } from '#platform/http/fields/fields.js';
import { decimalRule } from '#platform/http/fields/number-rules.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import type { CalculatedDocument } from '../calculation/calculate-document.js';
import type { CalculatedAdjustment, ShownTax } from '../calculation/calculated-amounts.js';
import {
  taxCategories,
  type TaxCategory,
  type TaxComputation,
  taxComputations,
  type TaxKind,
  taxKinds,
} from '../calculation/tax-component.js';
import { type AdjustmentKind, adjustmentKinds } from '../calculation/tax-document.js';
import { MatchedTaxRuleView, MOST_LINES } from './tax-calculations.dto.js';

type AsText = (amount: Decimal) => string;

class CalculatedTaxView {
  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Money({ example: '14.99' })
  tax: string;

  @Money({ example: '0.00', description: 'What a buyer deducts of it; nothing on a sale.' })
  recoverable: string;
}

class CalculatedAmounts {
  @Money({ example: '59.99', description: 'As priced: with the taxes where prices include them.' })
  amount: string;

  @Money({ example: '59.99' })
  net: string;

  @Money({ example: '14.99', description: 'What is paid to the seller of the taxes.' })
  tax: string;

  @List(() => CalculatedTaxView, { max: 50, description: 'In the order in which they are levied.' })
  taxes: CalculatedTaxView[];
}

export class CalculatedTaxLineView extends CalculatedAmounts {
  @Money({ example: '59.99', description: 'Quantity times price.' })
  listAmount: string;

  @Values(decimalRule({ integerDigits: 18, fractionDigits: 6, example: '0.00' }), {
    max: 10,
    example: ['0.00'],
    description: 'Of each allowance and charge of the line, in its order, without a sign of its own.',
  })
  adjustments: string[];

  @Values(codeRule({ max: 20 }), { max: 5, example: ['VAT25'], description: 'As named, or as the rule says.' })
  taxCodes: string[];

  @Nested(() => MatchedTaxRuleView, {
    nullable: true,
    description: 'The rule that counts; null where codes were named.',
  })
  rule: MatchedTaxRuleView | null;
}

export class CalculatedTaxPartView extends CalculatedAmounts {}

export class CalculatedTaxAdjustmentView {
  @Choice(adjustmentKinds, { name: 'AdjustmentKind', example: 'allowance' })
  kind: AdjustmentKind;

  @List(() => CalculatedTaxPartView, {
    max: MOST_LINES,
    description: 'One for each set of taxes; deductions below zero.',
  })
  parts: CalculatedTaxPartView[];
}

/** One tax of a document, and how it is reckoned. */
export class AppliedTaxView {
  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Choice(taxKinds, { name: 'TaxKind', example: 'vat' })
  kind: TaxKind;

  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Choice(taxComputations, { name: 'TaxComputation', example: 'percentage' })
  computation: TaxComputation;

  @Rate({ example: '0.25' })
  rate: string;

  @Values(codeRule({ max: 20 }), { max: 9, example: [], description: 'Taxes that are part of the base.' })
  onTopOf: string[];
}

export class CalculatedTaxGroupView extends AppliedTaxView {
  @Money({ example: '59.99' })
  base: string;

  @Money({ example: '15.00', description: 'As reckoned, also where nobody pays it to the seller.' })
  tax: string;

  @Money({ example: '15.00', description: 'What is paid to the seller.' })
  charged: string;

  @Money({ example: '0.00', description: 'What a buyer deducts.' })
  recoverable: string;

  @Flag({ example: false })
  isReverseCharge: boolean;

  @Flag({ example: false })
  isCashBasis: boolean;

  @Text(30, { nullable: true, example: 'VATEX-EU-AE' })
  exemptionCode: string | null;

  @Text(500, { nullable: true, example: 'Reverse charge' })
  exemptionText: string | null;
}

export class VatBreakdownView {
  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Rate({ example: '0.25' })
  rate: string;

  @Money({ example: '59.99' })
  base: string;

  @Money({ example: '15.00' })
  tax: string;
}

export class WithheldView {
  @Code(20, { example: 'WHT10' })
  code: string;

  @Money({ example: '100.00', description: 'What of the document counts.' })
  base: string;

  @Money({ example: '100.00', description: 'What the rate is applied to.' })
  taxable: string;

  @Money({ example: '10.00' })
  withheld: string;
}

export class DocumentTotalsView {
  @Money({ example: '59.99', description: 'BT-106 of EN 16931.' })
  lineNet: string;

  @Money({ example: '0.00', description: 'BT-107.' })
  allowances: string;

  @Money({ example: '0.00', description: 'BT-108.' })
  charges: string;

  @Money({ example: '59.99', description: 'BT-109: lines, less allowances, plus charges.' })
  net: string;

  @Money({ example: '15.00', description: 'BT-110.' })
  tax: string;

  @Money({ example: '74.99', description: 'BT-112: net and tax.' })
  gross: string;

  @Money({ example: '0.00', description: 'BT-113.' })
  prepaid: string;

  @Money({ example: '0.01', description: 'BT-114: to the multiple of `cashRounding`.' })
  rounding: string;

  @Money({ example: '0.00' })
  withheld: string;

  @Money({ example: '75.00', description: 'BT-115, less what is withheld.' })
  payable: string;

  @Money({ example: '0.00', description: 'Tax that the buyer owes without paying it to the seller.' })
  selfAssessed: string;
}

/** What came of the codes and rules of a line. */
export interface LineTaxes {
  taxCodes: string[];
  rule: MatchedTaxRuleView | null;
}

export class TaxCalculationView {
  @List(() => CalculatedTaxLineView, { max: MOST_LINES })
  lines: CalculatedTaxLineView[];

  @List(() => CalculatedTaxAdjustmentView, { max: 20 })
  adjustments: CalculatedTaxAdjustmentView[];

  @List(() => CalculatedTaxGroupView, { max: 5 * MOST_LINES, description: 'Each tax of the document.' })
  taxes: CalculatedTaxGroupView[];

  @List(() => VatBreakdownView, { max: MOST_LINES, description: 'VAT by category and rate: BG-23 of EN 16931.' })
  vatBreakdown: VatBreakdownView[];

  @List(() => WithheldView, { max: 5 })
  withholdings: WithheldView[];

  @Nested(() => DocumentTotalsView)
  totals: DocumentTotalsView;

  static from(result: CalculatedDocument, lineTaxes: readonly LineTaxes[], currency: Currency): TaxCalculationView {
    const text: AsText = (amount) => (amount.isZero() ? zero : amount).toFixed(currency.minorUnits);
    const { lines, adjustments, groups, vatBreakdown, withholdings, totals } = result;
    return {
      lines: lines.map((line, index) => {
        const { listAmount, adjustments: own } = line;
        return {
          ...amounts(line, text),
          listAmount: text(listAmount),
          adjustments: own.map(text),
          ...lineTaxes[index]!,
        };
      }),
      adjustments: adjustments.map(({ kind, parts }) => ({ kind, parts: parts.map((part) => amounts(part, text)) })),
      taxes: groups.map(({ component, base, tax, charged, recoverable }) => {
        const { code: taxCode, recoverableShare: _, rate, onTopOf, ...more } = component;
        const shown = { base: text(base), tax: text(tax), charged: text(charged), recoverable: text(recoverable) };
        return { taxCode, ...more, rate: rate.toString(), onTopOf: [...onTopOf], ...shown };
      }),
      vatBreakdown: vatBreakdown.map(({ category, rate, base, tax }) => {
        return { category, rate: rate.toString(), base: text(base), tax: text(tax) };
      }),
      withholdings: withholdings.map(({ code, base, taxable, withheld }) => {
        return { code, base: text(base), taxable: text(taxable), withheld: text(withheld) };
      }),
      totals: Object.fromEntries(
        Object.entries(totals).map(([name, amount]) => [name, text(amount as Decimal)]),
      ) as unknown as DocumentTotalsView,
    };
  }
}

function amounts({ amount, net, tax, taxes }: CalculatedAdjustment['parts'][number], text: AsText): CalculatedAmounts {
  return { amount: text(amount), net: text(net), tax: text(tax), taxes: taxes.map((one) => taxView(one, text)) };
}

function taxView({ component, tax, recoverable }: ShownTax, text: AsText): CalculatedTaxView {
  return { taxCode: component.code, tax: text(tax), recoverable: text(recoverable) };
}
