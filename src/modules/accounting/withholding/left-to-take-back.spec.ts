import { Decimal } from '#kernel/decimal.js';
import { leftToTakeBack, leftToTakeBackAlone } from './left-to-take-back.js';

const known = (expected: string, credited: string, withheld: string, takenBack = '0', bases = ['1000', '']) => {
  const [base, creditedBase] = [new Decimal(bases[0]!), new Decimal(bases[1]! || '0')];
  const [e, c, w, t] = [expected, credited, withheld, takenBack].map((text) => new Decimal(text));
  return { expected: e!, credited: c!, withheld: w!, takenBack: t!, base, creditedBase };
};
const left = (...of: Parameters<typeof known>) => leftToTakeBack(known(...of), 2).toFixed(2);

it.each<[string, Parameters<typeof known>, string]>([
  ['nothing of an invoice that stands', ['150', '0', '150', '0', ['1000', '0']], '0.00'],
  ['all of one that is taken back wholly', ['150', '150', '150', '0', ['1000', '1000']], '150.00'],
  ['what is beyond the rest of one that is taken back in part', ['150', '75', '150', '0', ['1000', '500']], '75.00'],
  ['nothing where less was withheld than is still expected', ['150', '75', '75', '0', ['1000', '500']], '0.00'],
  ['what is left of it', ['150', '90', '75', '10', ['1000', '600']], '5.00'],
  ['nothing where nothing was withheld', ['150', '150', '0', '0', ['1000', '1000']], '0.00'],
  ['all where more was withheld than expected', ['150', '150', '200', '0', ['1000', '1000']], '200.00'],
  ['the share of the base of more than expected', ['150', '75', '200', '0', ['1000', '500']], '100.00'],
  ['a share to the cent', ['0', '0', '10', '0', ['900', '300']], '3.33'],
  ['nothing of no base', ['0', '0', '10', '0', ['0', '0']], '0.00'],
  ['nothing where more was taken back', ['150', '75', '150', '80', ['1000', '500']], '0.00'],
])('takes back %s', (_, of, amount) => {
  expect(left(...of)).toBe(amount);
});

it.each<[string, string, string, string]>([
  ['60', '0', '150', '60.00'],
  ['60', '45', '150', '15.00'],
  ['60', '0', '50', '50.00'],
  ['60', '0', '-1', '0.00'],
  ['60', '70', '150', '0.00'],
])('of a credit note alone of %s, of which %s is taken back, and %s withheld: %s', (expected, taken, of, amount) => {
  const own = { expected: new Decimal(expected), takenBack: new Decimal(taken) };
  expect(leftToTakeBackAlone(own, new Decimal(of)).toFixed(2)).toBe(amount);
});
