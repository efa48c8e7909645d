import type { RateRules } from './derive-rate.js';

/** For organizations that have set nothing: over long week-ends, and through no third currency. */
export const standardRules: RateRules = { baseCurrency: null, maxAgeDays: 7 };
