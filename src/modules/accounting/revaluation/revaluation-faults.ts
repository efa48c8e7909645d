import type { ProblemError } from '#kernel/problem.js';
import type { RateAnswer } from '#modules/administration/contract/exchange-rates.js';

/** Why the day cannot be valued; undefined where it can. */
export function dayFault(asOf: string, today: string): ProblemError | undefined {
  if (asOf <= today) return undefined;
  const message = `It is ${today}: what will be open on ${asOf} is not known yet.`;
  return { pointer: '/asOf', code: 'date_to_come', message };
}

/** A fault for each currency without a rate. */
export function rateFaults(answers: readonly RateAnswer[]): ProblemError[] {
  return answers.flatMap(({ missing }) =>
    missing === undefined ? [] : [{ pointer: '/exchangeRateType', code: 'rate_missing', message: missing }],
  );
}
