import { requireCurrency } from '#kernel/currency.js';
import { Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { CreateWithholdingRate } from './withholding-rates.dto.js';

/** What is wrong with a rate by itself. Pure. */
export function withholdingRateFaults(rate: CreateWithholdingRate, functionalCurrency: string): ProblemError[] {
  const { validFrom, validTo = null, threshold = null, thresholdRule = null } = rate;
  const faults: ProblemError[] = [];
  const fault = (field: string, code: string, message: string) => faults.push({ pointer: `/${field}`, code, message });
  if (validTo !== null && validTo < validFrom) {
    fault('validTo', 'validity_order', 'A rate ends on its first day or later.');
  }
  for (const field of ['rate', 'baseShare'] as const) {
    if (new Decimal(rate[field] ?? 1).greaterThan(1)) {
      fault(field, 'rate_is_fraction', 'It is a fraction: 15 % is "0.15"; 1 is the most.');
    }
  }
  const { minorUnits } = requireCurrency(functionalCurrency);
  if (threshold !== null && scaleOf(new Decimal(threshold)) > minorUnits) {
    fault('threshold', 'amount_scale', `${functionalCurrency} amounts have at most ${minorUnits} decimals.`);
  }
  if (threshold === null && thresholdRule !== null) {
    fault('thresholdRule', 'threshold_missing', 'A rule says what happens above a threshold: give it.');
  }
  return faults;
}
