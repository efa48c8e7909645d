import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { planEntry } from './plan-entry.js';
import type { PostingRights } from './planned-entry.js';
import { type AccountFact, type PeriodFact, PostingFacts } from './posting-facts.js';

const legalEntityId = 'entity';
export const date = (text: string) => text as CalendarDate;

const account = (code: string, fields: Partial<AccountFact> = {}): AccountFact => ({
  id: `id-${code}`,
  legalEntityId,
  code,
  name: code,
  isGroup: false,
  isActive: true,
  control: 'none',
  currency: null,
  ...fields,
});

const period = (month: string, status: PeriodFact['status']): PeriodFact => ({
  id: `period-${month}`,
  legalEntityId,
  fiscalYearId: 'year',
  startsOn: date(`2026-${month}-01`),
  endsOn: date(`2026-${month}-28`),
  isAdjustment: false,
  status,
  fiscalYearStatus: 'open',
});

/** Has the last day of the year once more. */
const adjustmentPeriod: PeriodFact = {
  ...period('12', 'open'),
  id: 'period-adjustment',
  startsOn: date('2026-12-28'),
  isAdjustment: true,
};

export const factsWith = (roundingAccountId: string | null, currency = 'EUR') =>
  new PostingFacts({
    books: [
      { legalEntityId, functionalCurrency: findCurrency(currency)!, roundingAccountId, isArchived: false },
      { legalEntityId: 'archived', functionalCurrency: findCurrency(currency)!, roundingAccountId, isArchived: true },
    ],
    accounts: [
      account('1000'),
      account('3000'),
      account('3999'),
      account('1', { isGroup: true }),
      account('1009', { isActive: false }),
      account('1930', { control: 'bank' }),
      account('1940', { currency: 'USD' }),
      account('5000', { legalEntityId: 'another entity' }),
    ],
    journals: [
      { id: 'journal', legalEntityId, code: 'GENERAL', isActive: true },
      { id: 'old', legalEntityId, code: 'OLD', isActive: false },
    ],
    periods: [
      period('01', 'locked'),
      period('02', 'soft_closed'),
      period('03', 'open'),
      period('04', 'future'),
      { ...period('05', 'open'), fiscalYearStatus: 'closed' },
      adjustmentPeriod,
      period('12', 'open'),
    ],
  });

export const noRights: PostingRights = { postToControlAccounts: false, passSoftClose: false };
export const allRights: PostingRights = { postToControlAccounts: true, passSoftClose: true };

export const request = (fields: Partial<PostingRequest> = {}): PostingRequest => ({
  legalEntityId,
  entryDate: date('2026-03-05'),
  description: 'Entry',
  lines: [
    { accountCode: '1000', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
  ...fields,
});

export const lines = (...given: PostingLine[]) => ({ lines: given });
export const codesOf = (fields: Partial<PostingRequest>, rights = noRights, rounding: string | null = null) =>
  planEntry(request(fields), 'id', factsWith(rounding), rights, '').errors?.map(
    ({ code, pointer }) => `${pointer} ${code}`,
  );
