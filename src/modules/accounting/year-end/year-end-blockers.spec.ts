import { Decimal } from '#kernel/decimal.js';
import { closeBlockers, MOST_ACCOUNTS, reopenBlockers } from './year-end-blockers.js';
import type { YearEndFacts } from './year-end-facts.js';
import { account, period, rangeOf, yearEnd } from './year-end.fixture.js';

const codes = (changes: Partial<YearEndFacts>) => closeBlockers(yearEnd(changes)).map(({ code }) => code);
const [first, last] = yearEnd().periods;
const lastDay = rangeOf('2026-12-31', '2026-12-31');
const adjustment = period('adjustment', lastDay, { isAdjustment: true, status: 'open' });

describe('a fiscal year', () => {
  it.each<[string, Partial<YearEndFacts>]>([
    ['with its last period open', {}],
    ['with its last period closed', { periods: [first!, { ...last!, status: 'soft_closed' }] }],
    ['with locked periods before the last', { periods: [{ ...first!, status: 'locked' }, last!] }],
    ['with all closed but its adjustment period', { periods: [first!, { ...last!, status: 'locked' }, adjustment] }],
    ['without a result', { resultBalances: [] }],
    ['with as many accounts as an entry takes', { resultBalances: accounts(MOST_ACCOUNTS) }],
  ])('can be closed %s', (_, changes) => expect(codes(changes)).toEqual([]));

  it.each<[string, Partial<YearEndFacts>, string[]]>([
    ['the legal entity is archived', { isArchived: true }, ['legal_entity_archived']],
    ['an earlier year is open', { earlierOpenYears: [rangeOf('2025-01-01', '2025-12-31')] }, ['earlier_year_open']],
    ['a period before the last is open', { periods: [{ ...first!, status: 'open' }, last!] }, ['period_not_closed']],
    ['a period was never opened', { periods: [{ ...first!, status: 'future' }, last!] }, ['period_not_closed']],
    [
      'the last period is open beside an adjustment period',
      { periods: [first!, last!, adjustment] },
      ['period_not_closed'],
    ],
    ['the last period is not open yet', { periods: [first!, { ...last!, status: 'future' }] }, ['period_not_open']],
    ['the last period is locked', { periods: [first!, { ...last!, status: 'locked' }] }, ['period_locked']],
    ['no account takes the result', { retainedEarningsAccount: undefined }, ['retained_earnings_account_missing']],
    [
      'the account that takes it is inactive',
      { retainedEarningsAccount: account('2000', false) },
      ['account_inactive'],
    ],
    [
      'an account with a balance is inactive',
      { resultBalances: [{ account: account('3000', false), balance: new Decimal(-1) }] },
      ['account_inactive'],
    ],
    ['there are too many accounts', { resultBalances: accounts(MOST_ACCOUNTS + 1) }, ['too_many_accounts']],
    ['the balances are off', { trialBalance: new Decimal('0.01') }, ['trial_balance_not_zero']],
    [
      'an opening entry has carried the result',
      { carryingEntries: [{ journalCode: 'OPENING', number: 2, entryDate: '2027-01-01' }] },
      ['result_carried'],
    ],
  ])('cannot be closed while %s', (_, changes, expected) => expect(codes(changes)).toEqual(expected));

  it('is told everything at once', () => {
    const inactive = accounts(60).map(({ balance }, index) => ({ account: account(`${index}`, false), balance }));
    const all = codes({
      earlierOpenYears: [rangeOf('2024-01-01', '2024-12-31'), rangeOf('2025-01-01', '2025-12-31')],
      periods: [{ ...first!, status: 'open' }, last!],
      retainedEarningsAccount: undefined,
      resultBalances: inactive,
    });
    expect(all.slice(0, 4)).toEqual([
      'earlier_year_open',
      'earlier_year_open',
      'period_not_closed',
      'retained_earnings_account_missing',
    ]);
    // Fifty by name and the others by their number.
    expect(all).toHaveLength(4 + 51);
  });

  it('is not reopened in the books of an archived legal entity', () => {
    expect(reopenBlockers(yearEnd({ isArchived: true }))).toMatchObject([{ code: 'legal_entity_archived' }]);
  });

  it('is reopened from the latest on', () => {
    expect(reopenBlockers(yearEnd())).toEqual([]);
    expect(reopenBlockers(yearEnd({ laterClosedYears: [rangeOf('2027-01-01', '2027-12-31')] }))).toMatchObject([
      { code: 'later_year_closed', message: expect.stringContaining('2027-01-01 to 2027-12-31') },
    ]);
  });
});

function accounts(count: number) {
  const balance = new Decimal(1);
  return Array.from({ length: count }, (_, index) => ({ account: account(`${3000 + index}`), balance }));
}
