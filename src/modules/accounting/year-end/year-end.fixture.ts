import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import type { AccountFact, PeriodFact } from '../journal/posting-facts.js';
import type { YearEndFacts } from './year-end-facts.js';

const legalEntityId = 'entity';

export const rangeOf = (startsOn: string, endsOn: string): DateRange => ({
  startsOn: startsOn as CalendarDate,
  endsOn: endsOn as CalendarDate,
});

export const account = (code: string, isActive = true): AccountFact => ({
  id: `id-${code}`,
  legalEntityId,
  code,
  name: code,
  isGroup: false,
  isActive,
  control: 'none',
  currency: null,
});

export const period = (name: string, range: DateRange, fields: Partial<PeriodFact> = {}): PeriodFact => ({
  id: name,
  legalEntityId,
  fiscalYearId: 'year',
  ...range,
  isAdjustment: false,
  status: 'soft_closed',
  fiscalYearStatus: 'open',
  ...fields,
});

/** A year of two halves, the first closed, that can be closed: sales of 100, rent of 30, into 2000. */
export const yearEnd = (changes: Partial<YearEndFacts> = {}): YearEndFacts => ({
  legalEntityId,
  functionalCurrency: requireCurrency('EUR'),
  isArchived: false,
  year: rangeOf('2026-01-01', '2026-12-31'),
  earlierOpenYears: [],
  laterClosedYears: [],
  periods: [
    period('first', rangeOf('2026-01-01', '2026-06-30')),
    period('last', rangeOf('2026-07-01', '2026-12-31'), { status: 'open' }),
  ],
  retainedEarningsAccount: account('2000'),
  resultBalances: [
    { account: account('3000'), balance: new Decimal('-100') },
    { account: account('4000'), balance: new Decimal('30') },
  ],
  carryingEntries: [],
  trialBalance: new Decimal(0),
  journal: { id: 'journal', legalEntityId, code: 'GENERAL', isActive: true },
  ...changes,
});
