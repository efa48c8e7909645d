import type { Currency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { planRoundingDimensions } from './plan-lines.js';
import { finding, type PlannedLine } from './planned-entry.js';
import type { AccountFact, BooksFact, PostingFacts } from './posting-facts.js';

/** The total of either side, after a rounding line where converted amounts need one; undefined where they differ. */
export function balance(
  lines: PlannedLine[],
  request: PostingRequest,
  books: BooksFact,
  facts: PostingFacts,
  pointer: string,
  errors: ProblemError[],
): Decimal | undefined {
  const currencies = new Set(lines.map((line) => line.currency.code));
  if (currencies.size === 1) {
    const debit = lines.reduce((sum, line) => sum.plus(line.debit), new Decimal(0));
    const credit = lines.reduce((sum, line) => sum.plus(line.credit), new Decimal(0));
    if (!debit.equals(credit)) {
      errors.push(unbalanced(debit, credit, lines[0]!.currency, pointer));
      return undefined;
    }
  }
  const debit = lines.reduce((sum, line) => sum.plus(line.functionalDebit), new Decimal(0));
  const credit = lines.reduce((sum, line) => sum.plus(line.functionalCredit), new Decimal(0));
  if (debit.equals(credit)) return debit;

  const { functionalCurrency, roundingAccountId, legalEntityId } = books;
  const difference = credit.minus(debit);
  if (!isByRounding(lines, difference, functionalCurrency)) {
    errors.push(unbalanced(debit, credit, functionalCurrency, pointer));
    return undefined;
  }
  const account = roundingAccountId && facts.account(legalEntityId, roundingAccountId);
  if (!account) {
    const amount = difference.abs().toFixed(functionalCurrency.minorUnits);
    errors.push(
      finding(
        pointer,
        'lines',
        'rounding_account_missing',
        `Conversion leaves ${amount} ${functionalCurrency.code} over; name a rounding account in the books of the legal entity.`,
      ),
    );
    return undefined;
  }
  const rounding = roundingLine(account, difference, functionalCurrency);
  lines.push(planRoundingDimensions(rounding, request, facts, pointer, errors));
  return difference.isPositive() ? credit : debit;
}

/**
 * Whether rounding alone explains a difference: each conversion rounds by at most half a minor unit, and before rounding
 * the entry balances, to half a minor unit where a part of it was typed in the functional currency. Without the second,
 * many converted lines would hide a mistake of as many half cents.
 */
function isByRounding(lines: readonly PlannedLine[], difference: Decimal, functional: Currency): boolean {
  const halfUnit = new Decimal(10).pow(-functional.minorUnits).div(2);
  const converted = lines.filter((line) => line.exchangeRate !== null).length;
  const unrounded = lines.reduce((sum, line) => sum.plus(unroundedOf(line, functional)), new Decimal(0));
  return !difference.abs().greaterThan(halfUnit.times(converted)) && !unrounded.abs().greaterThan(halfUnit);
}

/** Debits count positive. A line that only adjusts for the parts of a split is rounding itself. */
function unroundedOf({ currency, debit, credit, exchangeRate }: PlannedLine, functional: Currency): Decimal {
  const amount = debit.minus(credit);
  return currency.code === functional.code ? amount : amount.times(exchangeRate ?? 0);
}

function roundingLine(account: AccountFact, difference: Decimal, currency: Currency): PlannedLine {
  const zero = new Decimal(0);
  const [debit, credit] = difference.isPositive() ? [difference, zero] : [zero, difference.negated()];
  return {
    account,
    currency,
    debit,
    credit,
    functionalDebit: debit,
    functionalCredit: credit,
    exchangeRate: null,
    exchangeRateSource: null,
    description: null,
    dimensions: [],
    isRounding: true,
    partyId: null,
    dueOn: null,
  };
}

function unbalanced(debit: Decimal, credit: Decimal, currency: Currency, pointer: string): ProblemError {
  const text = (amount: Decimal) => `${amount.toFixed(currency.minorUnits)} ${currency.code}`;
  return finding(
    pointer,
    'lines',
    'entry_unbalanced',
    `Debits are ${text(debit)}, credits ${text(credit)}: the difference is ${text(debit.minus(credit).abs())}.`,
  );
}
