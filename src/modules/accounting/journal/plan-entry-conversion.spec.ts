import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import { codesOf, factsWith, lines, noRights, request } from './plan-entry.fixture.js';
import { planEntry } from './plan-entry.js';
import { rateKey } from './posting-facts.js';
import { neededRates } from './recorded-rates.js';

describe('planning an entry in foreign currency', () => {
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
