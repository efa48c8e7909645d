import { Decimal } from '#kernel/decimal.js';
import { lineFigures } from './trial-balance-lines.js';

const figures = (isBalanceSheet: boolean, prior: number, openingEntries: number, debit = 0, credit = 0) =>
  lineFigures({
    isBalanceSheet,
    prior: new Decimal(prior),
    openingEntries: new Decimal(openingEntries),
    debit: new Decimal(debit),
    credit: new Decimal(credit),
  });

const text = (line: ReturnType<typeof figures>) =>
  [line.opening, line.debit, line.credit, line.closing, line.unclosed].map((one) => one.toString()).join(' ');

describe('a line of the trial balance', () => {
  it.each([
    ['a balance-sheet account opens with what it closed with', figures(true, 100, 0, 20, 5), '100 20 5 115 0'],
    ['opening entries count as opening, not as movement', figures(true, 0, 100, 20, 0), '100 20 0 120 0'],
    [
      'an income account opens at zero and leaves its earlier result unclosed',
      figures(false, -80, 0, 0, 30),
      '0 0 30 -30 -80',
    ],
    ['an opening entry carries the earlier result to equity', figures(false, -80, 80, 0, 30), '0 0 30 -30 0'],
    [
      'books taken over within a year show the earlier part of it as opening',
      figures(false, 0, -40, 0, 30),
      '-40 0 30 -70 0',
    ],
  ])('%s', (_name, line, expected) => expect(text(line)).toBe(expected));
});
