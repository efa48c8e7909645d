import { Decimal } from '#kernel/decimal.js';
import { salesDocument, salesLine, salesTax } from '../documents/sales-document.fixture.js';
import { changedAmounts, printedQuote } from './printed-quote.js';

describe('what is printed of a quote', () => {
  it('has amounts as text, with the decimals of the currency, and prices with more where they have more', () => {
    const lines = [salesLine({}, { unitPrice: new Decimal('0.0125'), quantity: new Decimal('8000') })];
    expect(printedQuote(salesDocument({ lines }))).toMatchObject({
      buyer: { name: 'Buyer' },
      lines: [{ position: 1, quantity: '8000', unitPrice: '0.0125', net: '100.00', tax: '25.00' }],
      taxes: [{ taxCode: 'VAT25', rate: '0.25', base: '100.00', tax: '25.00' }],
      totals: { net: '100.00', payable: '125.00', rounding: '0.00' },
    });
    expect(printedQuote(salesDocument({ currency: 'JPY' })).totals.payable).toBe('125');
  });
});

describe('what has changed since', () => {
  const accepted = printedQuote(salesDocument());
  const { totals } = salesDocument();

  it('is nothing where amounts are the same, whatever else is', () => {
    expect(changedAmounts(accepted, printedQuote(salesDocument({ buyer: { name: 'Renamed' } })))).toEqual([]);
  });

  it.each([
    [
      'a tax',
      salesDocument({ taxes: [salesTax('100', '20')] }),
      ['Tax VAT25 was 25.00 (rate 0.25) and is 20.00 (rate 0.25).'],
    ],
    ['a tax that is gone', salesDocument({ taxes: [] }), ['Tax VAT25 was 25.00 (rate 0.25) and is none.']],
    [
      'what is payable',
      salesDocument({ totals: { ...totals, rounding: new Decimal('-0.01'), payable: new Decimal('124.99') } }),
      ['totals.rounding was 0.00 and is -0.01.', 'totals.payable was 125.00 and is 124.99.'],
    ],
  ])('is %s', (_, now, messages) => {
    const errors = changedAmounts(accepted, printedQuote(now));
    expect(errors.map(({ message }) => message)).toEqual(messages);
    expect(new Set(errors.map(({ pointer }) => pointer))).toEqual(new Set(['/acceptChangedAmounts']));
  });
});
