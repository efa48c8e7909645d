import { Decimal, parseDecimal, scaleOf, sum, zero } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { calculateDocument, type CalculatedDocument } from '../calculation/calculate-document.js';
import { roundAmount } from '../calculation/round-amount.js';
import type { TaxComponent } from '../calculation/tax-component.js';
import { differenceFault } from './stated-tax.js';
import type { TaxedLine } from './taxed-line.js';

/** One tax of lines of an entry, signed as these are. */
export interface Levy {
  component: TaxComponent;
  base: Decimal;
  tax: Decimal;
  /** What of it is deducted; nothing of it on a sale. */
  recoverable: Decimal;
  /** Whether the line that bears it is the tax itself. */
  isLine: boolean;
}

/** Lines with the taxes that they bear together. */
export interface TaxedGroup {
  members: readonly TaxedLine[];
  /** What each line is posted with: net of its taxes, with what of them cannot be deducted. */
  costs: readonly Decimal[];
  levies: readonly Levy[];
}

/** A fault has a pointer from the line. */
type Levied = { group: TaxedGroup; fault?: undefined } | { group?: undefined; fault: ProblemError };

const one = new Decimal(1);

/** @throws Problem tax_calculation_refused with pointers into a document of these lines */
export function calculatedTaxes(members: readonly TaxedLine[]): TaxedGroup {
  const { lines, groups } = calculated(members);
  const costs = lines.map(({ net, taxes }, index) =>
    members[index]!.taxes.direction === 'sale'
      ? net
      : net.plus(sum(taxes.map(({ tax, recoverable }) => tax.minus(recoverable)))),
  );
  const levies = groups.map(({ component, base, tax, recoverable }) => ({
    component,
    base,
    tax,
    recoverable,
    isLine: false,
  }));
  return { members, costs, levies };
}

/**
 * The tax of one line as its voucher states it, which is near to what is calculated.
 *
 * @throws Problem tax_calculation_refused with pointers into a document of this line
 */
export function statedTaxes(member: TaxedLine): Levied {
  const { taxes, amount, currency } = member;
  const stated = statedAmount(taxes.taxAmount!, 'taxAmount', member);
  if (stated.fault) return stated;
  const [levy] = calculatedTaxes([member]).levies;
  const { component, tax: calculatedTax } = levy!;
  const message = differenceFault(stated.value, calculatedTax.abs(), currency);
  if (message !== undefined) return { fault: fault('taxAmount', 'tax_differs', message) };
  const tax = signed(stated.value, amount);
  const net = taxes.amountIs === 'gross' && !component.isReverseCharge ? amount.minus(tax) : amount;
  const share = component.recoverableShare;
  const recoverable = taxes.direction === 'sale' ? zero : roundAmount(tax.times(share), currency.minorUnits);
  const cost = taxes.direction === 'sale' ? net : net.plus(tax).minus(recoverable);
  return {
    group: { members: [member], costs: [cost], levies: [{ component, base: net, tax, recoverable, isLine: false }] },
  };
}

/** A line that is the tax itself, near to what is calculated of the base that it names. */
export function taxOfLine(member: TaxedLine): Levied {
  const { taxes, amount, currency, components } = member;
  const [component] = components as [TaxComponent];
  const base = statedAmount(taxes.base!, 'base', member);
  if (base.fault) return base;
  const { computation, rate } = component;
  if (computation === 'percentage') {
    const share = taxes.direction === 'sale' ? one : component.recoverableShare;
    const expected = roundAmount(base.value.times(rate).times(share), currency.minorUnits);
    const message = differenceFault(amount.abs(), expected, currency);
    if (message !== undefined) return { fault: fault('base', 'tax_differs', message) };
  }
  const levy = { component, base: signed(base.value, amount), tax: amount, recoverable: amount, isLine: true };
  return { group: { members: [member], costs: [amount], levies: [levy] } };
}

function calculated(members: readonly TaxedLine[]): CalculatedDocument {
  const [{ taxes, currency }] = members as [TaxedLine];
  return calculateDocument({
    currency,
    direction: taxes.direction,
    pricesIncludeTax: taxes.amountIs === 'gross',
    rounding: 'group',
    lines: members.map(({ amount, components }) => ({
      quantity: amount.isNegative() ? one.negated() : one,
      unitPrice: amount.abs(),
      adjustments: [],
      taxes: components,
    })),
    adjustments: [],
    prepaid: zero,
    withholdings: [],
  });
}

type Stated = { value: Decimal; fault?: undefined } | { value?: undefined; fault: ProblemError };

function statedAmount(text: string, field: string, { currency }: TaxedLine): Stated {
  const value = parseDecimal(text);
  if (!value || value.isNegative()) {
    return { fault: fault(field, 'invalid_amount', 'An amount is plain decimal text, not below zero.') };
  }
  if (scaleOf(value) <= currency.minorUnits) return { value };
  const message = `${currency.code} has ${currency.minorUnits} decimals; the amount has more.`;
  return { fault: fault(field, 'amount_scale', message) };
}

const fault = (field: string, code: string, message: string): ProblemError => ({
  pointer: `/taxes/${field}`,
  code,
  message,
});

const signed = (amount: Decimal, like: Decimal): Decimal =>
  like.isNegative() && !amount.isZero() ? amount.negated() : amount;
