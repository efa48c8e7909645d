import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { textFaults } from './letter-texts.js';
import type { LevelContent } from './dunning-levels.repository.js';

/** What is wrong with a level. */
export function levelFaults({ minimumAmounts, fees, interest, texts }: LevelContent): ProblemError[] {
  const faults = [...amountFaults('minimumAmounts', minimumAmounts), ...amountFaults('fees', fees)];
  if (interest && new Decimal(interest.rate).greaterThan(100)) {
    const message = 'Interest is at most 100 % of a year.';
    faults.push({ pointer: '/interest/rate', code: 'rate_too_high', message });
  }
  return [...faults, ...textFaults(texts)];
}

function amountFaults(field: string, amounts: LevelContent['fees']): ProblemError[] {
  const seen = new Set<string>();
  return amounts.flatMap(({ currency, amount }, index) => {
    const fault = (member: string, code: string, message: string) => [
      { pointer: `/${field}/${index}/${member}`, code, message },
    ];
    if (seen.has(currency)) return fault('currency', 'currency_named_twice', `There are two amounts in ${currency}.`);
    seen.add(currency);
    const { minorUnits } = requireCurrency(currency);
    if (scaleOf(new Decimal(amount)) <= minorUnits) return [];
    return fault('amount', 'too_many_decimals', `An amount in ${currency} has ${minorUnits} decimals at most.`);
  });
}
