import { Decimal, sum } from '#kernel/decimal.js';
import type { PlannedEntry, PlannedLine } from '../journal/planned-entry.js';
import type { AccountFact } from '../journal/posting-facts.js';
import { closingPeriodOf, type YearEndFacts } from './year-end-facts.js';

/** The result of the year: what the closing entry adds to equity; a loss is below zero. */
export const resultOf = ({ resultBalances }: Pick<YearEndFacts, 'resultBalances'>): Decimal =>
  sum(resultBalances.map(({ balance }) => balance)).negated();

/**
 * The entry that takes every income and expense account to exactly zero, and what they sum to into retained earnings; on
 * the last day of the year, in the functional currency. `undefined` where they are all at zero.
 *
 * @param reason kept with an entry that goes into a softly closed period
 */
export function planClosingEntry(
  facts: YearEndFacts,
  earnings: AccountFact,
  id: string,
  reason: string,
): PlannedEntry | undefined {
  const { resultBalances, functionalCurrency, year, legalEntityId, journal } = facts;
  if (resultBalances.length === 0) return undefined;
  const result = resultOf(facts);
  const amounts = resultBalances.map(({ account, balance }) => ({ account, amount: balance.negated() }));
  if (!result.isZero()) amounts.push({ account: earnings, amount: result.negated() });
  const lines = amounts.map(({ account, amount }) => lineOf(account, amount, facts));
  const period = closingPeriodOf(facts);
  return {
    id,
    legalEntityId,
    journal,
    period,
    entryDate: year.endsOn,
    kind: 'closing',
    description: `Closing of the fiscal year ${year.startsOn} to ${year.endsOn}`,
    reference: null,
    externalSource: null,
    externalId: null,
    functionalCurrency,
    total: sum(lines.map(({ debit }) => debit)),
    reversalOf: null,
    reversesOn: null,
    origin: null,
    softCloseReason: period.status === 'soft_closed' ? reason : null,
    lines,
    taxes: [],
  };
}

function lineOf(account: AccountFact, amount: Decimal, { functionalCurrency }: YearEndFacts): PlannedLine {
  const zero = new Decimal(0);
  const [debit, credit] = amount.isPositive() ? [amount, zero] : [zero, amount.negated()];
  return {
    account,
    currency: functionalCurrency,
    debit,
    credit,
    functionalDebit: debit,
    functionalCredit: credit,
    exchangeRate: null,
    exchangeRateSource: null,
    isRounding: false,
    partyId: null,
    dueOn: null,
    description: null,
    // Of the whole account: a balance by value keeps the result that its lines came to.
    dimensions: [],
  };
}
