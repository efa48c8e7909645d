import { Decimal } from '#kernel/decimal.js';
import { salesDocument, salesTax } from './sales-document.fixture.js';
import { taxLinesOf } from './tax-lines-of-document.js';

const halved = (amount: Decimal) => amount.div(2);
const taxes = [salesTax('100', '25'), salesTax('40', '0', { taxCodeId: 'owed' })];
const shown = (kind: 'invoice' | 'credit_note') =>
  taxLinesOf(salesDocument({ kind, taxes }), 'entry', [2, null], halved).map(
    ({ taxCodeId, lineNumber, base, tax, functionalBase, functionalTax, document }) =>
      [taxCodeId, lineNumber, base, tax, functionalBase, functionalTax, document?.type].map(String).join(' '),
  );

it('tells of each tax what was charged, in both currencies', () => {
  expect(shown('invoice')).toEqual(['vat25 2 100 25 50 12.5 invoice', 'owed null 40 0 20 0 invoice']);
});

it('tells of a credit note the same below zero, and of no zero below zero', () => {
  expect(shown('credit_note')).toEqual(['vat25 2 -100 -25 -50 -12.5 credit_note', 'owed null -40 0 -20 0 credit_note']);
});
