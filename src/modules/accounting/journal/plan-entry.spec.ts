import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { PostingLine, PostingRequest } from '../contract/ledger-posting.js';
import { planEntry } from './plan-entry.js';
import type { PostingRights } from './planned-entry.js';
import { type AccountFact, type PeriodFact, PostingFacts, rateKey } from './posting-facts.js';
import { neededRates } from './recorded-rates.js';

const legalEntityId = 'entity';
const date = (text: string) => text as CalendarDate;

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

const factsWith = (roundingAccountId: string | null, currency = 'EUR') =>
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

const noRights: PostingRights = { postToControlAccounts: false, passSoftClose: false };
const allRights: PostingRights = { postToControlAccounts: true, passSoftClose: true };

const request = (fields: Partial<PostingRequest> = {}): PostingRequest => ({
  legalEntityId,
  entryDate: date('2026-03-05'),
  description: 'Entry',
  lines: [
    { accountCode: '1000', debit: '100.00' },
    { accountCode: '3000', credit: '100.00' },
  ],
  ...fields,
});

const lines = (...given: PostingLine[]) => ({ lines: given });
const codesOf = (fields: Partial<PostingRequest>, rights = noRights, rounding: string | null = null) =>
  planEntry(request(fields), 'id', factsWith(rounding), rights, '').errors?.map(
    ({ code, pointer }) => `${pointer} ${code}`,
  );

describe('planning an entry', () => {
  it.each<[string, Partial<PostingRequest>, string[]]>([
    ['books that are not open', { legalEntityId: 'unknown' }, ['/legalEntityId books_not_open']],
    ['an archived legal entity', { legalEntityId: 'archived' }, ['/legalEntityId legal_entity_archived']],
    ['a journal that does not exist', { journalCode: 'NONE' }, ['/journalCode unknown_journal']],
    ['an inactive journal', { journalCode: 'OLD' }, ['/journalCode journal_inactive']],
    ['a date without a period', { entryDate: date('2027-01-01') }, ['/entryDate no_fiscal_period']],
    ['a period that is not open yet', { entryDate: date('2026-04-05') }, ['/entryDate period_closed']],
    [
      'a closed year, whatever the reason',
      { entryDate: date('2026-05-05'), softCloseReason: 'because' },
      ['/entryDate fiscal_year_closed'],
    ],
    [
      'an adjustment on another day than the last of the year',
      { entryDate: date('2026-12-27'), adjustment: true },
      ['/adjustment no_adjustment_period'],
    ],
    ['a locked period', { entryDate: date('2026-01-05'), softCloseReason: 'because' }, ['/entryDate period_closed']],
    [
      'a softly closed period without the right',
      { entryDate: date('2026-02-05'), softCloseReason: 'because' },
      ['/entryDate period_closed'],
    ],
    [
      'a group',
      lines({ accountCode: '1', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountCode account_is_group'],
    ],
    [
      'an inactive account',
      lines({ accountCode: '1009', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountCode account_inactive'],
    ],
    [
      'a control account by hand',
      lines({ accountCode: '1930', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountCode control_account'],
    ],
    [
      'an account of another legal entity',
      lines({ accountCode: '5000', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountCode unknown_account'],
    ],
    [
      'no account',
      lines({ debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountCode account_required'],
    ],
    [
      'two names for the account',
      lines({ accountCode: '1000', accountId: 'id-1000', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/accountId account_required'],
    ],
    [
      'both sides',
      lines({ accountCode: '1000', debit: '1', credit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/debit one_side'],
    ],
    [
      'zero',
      lines({ accountCode: '1000', debit: '0.00' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/debit one_side'],
    ],
    [
      'a negative amount',
      lines({ accountCode: '1000', debit: '-1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/debit invalid_amount'],
    ],
    [
      'more decimals than the currency has',
      lines({ accountCode: '1000', debit: '0.001' }, { accountCode: '3000', credit: '0.001' }),
      ['/lines/0/debit amount_scale', '/lines/1/credit amount_scale'],
    ],
    [
      'more digits before the point than books can hold',
      lines({ accountCode: '1000', debit: '1000000000000000000' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/debit amount_too_large'],
    ],
    [
      'an amount that has too many digits after conversion',
      {
        currency: 'JPY',
        exchangeRate: '10',
        exchangeRateSource: 'ECB',
        ...lines({ accountCode: '1000', debit: '1' }, { accountCode: '3000', credit: '100000000000000000' }),
      },
      ['/lines/1/exchangeRate amount_too_large'],
    ],
    [
      'a currency that does not exist',
      { currency: 'ZZZ' },
      ['/lines/0/currency unknown_currency', '/lines/1/currency unknown_currency'],
    ],
    [
      'another currency than the account takes',
      lines({ accountCode: '1940', debit: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/currency account_currency'],
    ],
    [
      'a foreign currency without a rate that nobody recorded',
      { currency: 'SEK' },
      ['/lines/0/exchangeRate rate_missing', '/lines/1/exchangeRate rate_missing'],
    ],
    [
      'a source without its rate',
      { currency: 'SEK', exchangeRateSource: 'ECB' },
      ['/lines/0/exchangeRate rate_required', '/lines/1/exchangeRate rate_required'],
    ],
    [
      'a type beside a rate that is given',
      { currency: 'SEK', exchangeRate: '0.1', exchangeRateSource: 'ECB', exchangeRateType: 'closing' },
      ['/lines/0/exchangeRateType rate_given', '/lines/1/exchangeRateType rate_given'],
    ],
    [
      'a type for the functional currency',
      lines({ accountCode: '1000', debit: '1', exchangeRateType: 'spot' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/exchangeRateType rate_not_needed'],
    ],
    [
      'a rate without its source',
      { currency: 'SEK', exchangeRate: '0.1' },
      ['/lines/0/exchangeRate rate_required', '/lines/1/exchangeRate rate_required'],
    ],
    [
      'a rate for the functional currency',
      lines({ accountCode: '1000', debit: '1', exchangeRate: '1' }, { accountCode: '3000', credit: '1' }),
      ['/lines/0/exchangeRate rate_not_needed'],
    ],
    [
      'an amount that is nothing after conversion',
      {
        currency: 'JPY',
        exchangeRate: '0.001',
        exchangeRateSource: 'ECB',
        ...lines({ accountCode: '1000', debit: '1' }, { accountCode: '3000', credit: '1' }),
      },
      ['/lines/0/debit converts_to_zero', '/lines/1/credit converts_to_zero'],
    ],
    [
      'debits that are not credits',
      lines({ accountCode: '1000', debit: '1' }, { accountCode: '3000', credit: '2' }),
      ['/lines entry_unbalanced'],
    ],
    [
      'one foreign currency that does not balance in itself',
      {
        currency: 'JPY',
        exchangeRate: '0.0000001',
        exchangeRateSource: 'x',
        ...lines({ accountCode: '1000', debit: '1000000' }, { accountCode: '3000', credit: '1000001' }),
      },
      ['/lines entry_unbalanced'],
    ],
  ])('refuses %s', (_name, fields, expected) => expect(codesOf(fields)).toEqual(expected));

  it('names the place inside a larger request', () => {
    const plan = planEntry(request({ journalCode: 'NONE' }), 'id', factsWith(null), noRights, '/entries/7');
    expect(plan.errors?.[0]?.pointer).toBe('/entries/7/journalCode');
  });

  it('lets those with the right pass a soft close with a reason, and post to control accounts', () => {
    const february = { entryDate: date('2026-02-05') };
    expect(codesOf(february, allRights)).toEqual(['/entryDate period_closed']);
    expect(codesOf({ ...february, softCloseReason: 'late bill' }, allRights)).toBeUndefined();
    expect(
      codesOf(lines({ accountCode: '1930', debit: '1' }, { accountCode: '3000', credit: '1' }), allRights),
    ).toBeUndefined();
  });

  it('takes a zero on the other side as nothing', () => {
    const both = lines(
      { accountCode: '1000', debit: '1.00', credit: '0.00' },
      { accountId: 'id-3000', credit: '1.00' },
    );
    expect(codesOf(both)).toBeUndefined();
  });

  it('rounds converted amounts half-up and puts the rest on the rounding account', () => {
    const foreign: Partial<PostingRequest> = {
      currency: 'SEK',
      exchangeRate: '0.0876543210',
      exchangeRateSource: 'ECB',
      ...lines(
        { accountCode: '1000', debit: '10.01' },
        { accountCode: '1000', debit: '10.01' },
        { accountCode: '3000', credit: '20.02' },
      ),
    };
    expect(codesOf(foreign)).toEqual(['/lines rounding_account_missing']);
    const { entry } = planEntry(request(foreign), 'id', factsWith('id-3999'), noRights, '');
    const shown = entry!.lines.map((line) => [
      line.account.code,
      line.functionalDebit.toFixed(2),
      line.functionalCredit.toFixed(2),
    ]);
    expect(shown).toEqual([
      ['1000', '0.88', '0.00'],
      ['1000', '0.88', '0.00'],
      ['3000', '0.00', '1.75'],
      ['3999', '0.00', '0.01'],
    ]);
    expect(entry!.lines.map(({ isRounding }) => isRounding)).toEqual([false, false, false, true]);
    expect(entry!.total.toFixed(2)).toBe('1.76');
  });

  it('takes the recorded rate of the type and the day, with all its digits', () => {
    const facts = factsWith(null);
    const wanted = request({
      currency: 'SEK',
      exchangeRateType: 'closing',
      ...lines(
        { accountCode: '1000', debit: '60.00' },
        { accountCode: '1000', debit: '40.00', exchangeRateType: 'customs' },
        { accountCode: '3000', credit: '8.90', currency: 'EUR' },
      ),
    });
    const needed = neededRates([wanted, wanted], facts);
    expect(needed.map(rateKey)).toEqual(['closing SEK EUR 2026-03-05', 'customs SEK EUR 2026-03-05']);
    const rate = new Decimal('0.0890115269927456');
    facts.learnRates(needed, [
      { found: { rate, source: 'ECB (closing of 2026-03-04, inverse)' } },
      { missing: 'There is none.' },
    ]);
    expect(planEntry(wanted, 'id', facts, noRights, '').errors).toEqual([
      {
        pointer: '/lines/1/exchangeRate',
        code: 'rate_missing',
        message: 'There is none. Record one, or give exchangeRate with exchangeRateSource.',
      },
    ]);
    facts.learnRates(needed.slice(1), [{ found: { rate, source: 'Customs' } }]);
    const { entry } = planEntry(wanted, 'id', facts, noRights, '');
    expect(entry!.lines.map((line) => [line.functionalDebit.toFixed(2), line.exchangeRateSource])).toEqual([
      ['5.34', 'ECB (closing of 2026-03-04, inverse)'],
      ['3.56', 'Customs'],
      ['0.00', null],
    ]);
    expect(entry!.lines[0]!.exchangeRate!.toString()).toBe('0.0890115269927456');
  });

  it.each<[string, Partial<PostingRequest>]>([
    ['all is in the functional currency', {}],
    ['it is named', { currency: 'EUR' }],
    ['the rate is given', { currency: 'SEK', exchangeRate: '0.1', exchangeRateSource: 'ECB' }],
    ['half a rate is given', { currency: 'SEK', exchangeRateSource: 'ECB' }],
    ['the books are not open', { currency: 'SEK', legalEntityId: 'unknown' }],
  ])('asks for no recorded rate where %s', (_, fields) => {
    expect(neededRates([request(fields)], factsWith(null))).toEqual([]);
  });

  it('does not call a real difference rounding', () => {
    const mixed = lines(
      { accountCode: '1000', debit: '10.00', currency: 'SEK', exchangeRate: '0.1', exchangeRateSource: 'x' },
      { accountCode: '3000', credit: '1.02' },
    );
    expect(codesOf(mixed, noRights, 'id-3999')).toEqual(['/lines entry_unbalanced']);
  });

  it('does not let many converted lines hide a mistake', () => {
    const rate = { currency: 'SEK', exchangeRate: '0.1', exchangeRateSource: 'x' };
    const debits = Array.from({ length: 10 }, () => ({ accountCode: '1000', debit: '10.00', ...rate }));
    const against = (credit: string) => lines(...debits, { accountCode: '3000', credit });
    expect(codesOf(against('10.03'), noRights, 'id-3999')).toEqual(['/lines entry_unbalanced']);
    expect(codesOf(against('10.00'), noRights, 'id-3999')).toBeUndefined();
    const twoRates = lines(...debits.slice(1).map((line) => ({ ...line, exchangeRate: '0.1001' })), {
      accountCode: '3000',
      credit: '90.00',
      ...rate,
    });
    expect(codesOf(twoRates, noRights, 'id-3999')).toBeUndefined();
    const { entry } = planEntry(request(twoRates), 'id', factsWith('id-3999'), noRights, '');
    expect(entry!.lines.every(({ isRounding }) => !isRounding)).toBe(true);
  });

  it('tells what lines do not balance beside what is wrong with the header', () => {
    const wrong = lines({ accountCode: '1000', debit: '1.00' }, { accountCode: '3000', credit: '2.00' });
    expect(codesOf({ journalCode: 'NONE', ...wrong })).toEqual([
      '/journalCode unknown_journal',
      '/lines entry_unbalanced',
    ]);
  });

  it('balances exactly whatever is converted', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    const rate = fc.integer({ min: 1, max: 99_999_999_999 }).map((digits) => new Decimal(digits).div('1e7').toString());
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), rate, (amounts, exchangeRate) => {
        const total = sum(amounts.map((amount) => new Decimal(amount)))
          .div(100)
          .toFixed(2);
        const given = [
          ...amounts.map((amount) => ({ accountCode: '1000', debit: new Decimal(amount).div(100).toFixed(2) })),
          { accountCode: '3000', credit: total },
        ];
        const foreign = { currency: 'SEK', exchangeRate, exchangeRateSource: 'x', lines: given };
        const { entry, errors } = planEntry(request(foreign), 'id', factsWith('id-3999'), noRights, '');
        if (!entry) return errors!.every(({ code }) => code === 'converts_to_zero');
        const debit = sum(entry.lines.map((line) => line.functionalDebit));
        const credit = sum(entry.lines.map((line) => line.functionalCredit));
        return debit.equals(credit) && debit.equals(entry.total) && entry.lines.length <= given.length + 1;
      }),
    );
  });
});
