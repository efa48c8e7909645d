import type { PostingRequest } from '../contract/ledger-posting.js';
import { allRights, codesOf, date, factsWith, lines, noRights, request } from './plan-entry.fixture.js';
import { planEntry } from './plan-entry.js';

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

  it('tells what lines do not balance beside what is wrong with the header', () => {
    const wrong = lines({ accountCode: '1000', debit: '1.00' }, { accountCode: '3000', credit: '2.00' });
    expect(codesOf({ journalCode: 'NONE', ...wrong })).toEqual([
      '/journalCode unknown_journal',
      '/lines entry_unbalanced',
    ]);
  });
});
