import { accountByRules } from './sales-channel.js';

const rules = [
  { itemCode: 'GIFT', accountId: 'gifts' },
  { itemCode: 'BOOK-*', itemTaxClass: 'reduced', accountId: 'books' },
  { itemTaxClass: 'services', accountId: 'services' },
  { itemCode: 'B*', accountId: 'others' },
];

it.each([
  [{ itemCode: 'GIFT' }, 'gifts'],
  [{ itemCode: 'GIFT-2' }, undefined],
  [{ itemCode: 'BOOK-1', itemTaxClass: 'reduced' }, 'books'],
  [{ itemCode: 'BOOK-1' }, 'others'],
  [{ itemCode: 'BOOK-1', itemTaxClass: 'services' }, 'services'],
  [{ itemTaxClass: 'services' }, 'services'],
  [{ itemTaxClass: null }, undefined],
  [{}, undefined],
])('the first rule that fits %j names its account', (item, account) => {
  expect(accountByRules(rules, item)).toBe(account);
});
