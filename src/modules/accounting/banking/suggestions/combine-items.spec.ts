import { combineItems } from './combine-items.js';

const itemsOf = (...opens: string[]) => opens.map((open) => ({ open }));
const sums = (amount: string, ...opens: string[]) => combineItems(amount, itemsOf(...opens)).map(({ open }) => open);

it.each([
  ['all of them', '60', ['10', '20', '30'], ['10', '20', '30']],
  ['two of them', '40.5', ['10.25', '7', '30.25'], ['10.25', '30.25']],
  ['the fewest', '30', ['10', '20', '5', '15', '25'], ['10', '20']],
  ['those that come first', '30', ['10', '20', '20'], ['10', '20']],
  ['four', '10', ['1', '2', '3', '4', '7.5'], ['1', '2', '3', '4']],
  ['nothing else', '31', ['10', '20'], []],
  ['no item alone', '10', ['10', '20'], []],
  ['nothing of nothing', '10', [], []],
])('finds %s', (_name, amount, opens, expected) => {
  expect(sums(amount, ...opens)).toEqual(expected);
});

it('finds no five that are not all', () => {
  expect(sums('15', '1', '2', '3', '4', '5', '100')).toEqual([]);
});

it('is exact', () => {
  expect(sums('0.3', '0.1', '0.2')).toEqual(['0.1', '0.2']);
  expect(sums('123456789012345678.000001', '123456789012345677', '1.000001', '5')).toHaveLength(2);
});
