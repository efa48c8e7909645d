import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import type { ExchangeRateFields } from './exchange-rates.dto.js';
import { ExchangeRatesRepository } from './exchange-rates.repository.js';
import { planRates, type RateOutcome } from './plan-rates.js';
import { isStandardRateType } from './rate-types.js';

/** Loads what is recorded for all given rates at once; then decides each. */
@Injectable()
export class RatePlanner {
  constructor(private readonly rates: ExchangeRatesRepository) {}

  async plan(transaction: Transaction, given: readonly ExchangeRateFields[], correct: boolean): Promise<RateOutcome[]> {
    const ownCodes = [...new Set(given.map(({ rateType }) => rateType))].filter((code) => !isStandardRateType(code));
    const [current, ownTypes] = await Promise.all([
      this.rates.current(transaction, given),
      ownCodes.length > 0 ? this.rates.ownTypes(transaction, ownCodes) : new Set<string>(),
    ]);
    return planRates(given, { current, ownTypes, correct });
  }
}
