import { requireCurrency } from '#kernel/currency.js';
import { agesOf, agingContent, type AgingRow } from './aging-content.js';

const books = { currency: requireCurrency('EUR') };
const ages = agesOf([30, 60]);
const ledgers = '/ledgers?to=2026-03-31';
const line = (row: Partial<AgingRow>): AgingRow => ({
  partyId: 'a',
  partyNumber: '1',
  partyName: 'Nordlicht',
  currency: 'EUR',
  amounts: {},
  total: '0.00',
  open: '0.00',
  ...row,
});

it('puts amounts into their columns, and zero where there are none', () => {
  const amounts = { '-2': '-1.00', '-1': '2.00', '0': '3.00', '1': '4.00', '3': '6.00' };
  const columns = {
    notDue: '3.00',
    overdue: ['4.00', '0.00', '6.00'],
    withoutDueDate: '2.00',
    credits: '-1.00',
    total: '14.00',
  };
  const rows = [line({ amounts, total: '14.00', open: '14.00' }), { partyId: null, amounts, total: '14.00' }];
  expect(agingContent(rows, ages, books, ledgers)).toEqual({
    lines: [
      {
        partyId: 'a',
        partyNumber: '1',
        partyName: 'Nordlicht',
        itemCurrency: 'EUR',
        ...columns,
        totalInItemCurrency: '14.00',
        drillDown: '/ledgers?to=2026-03-31&partyId=a',
      },
    ],
    totals: columns,
  });
});

it.each([
  ['EUR', '14', '14.00'],
  ['EUR', '14.00', '14.00'],
  ['USD', '14.00', '14.00'],
  ['JPY', '14.00', '14'],
  ['KWD', '4.2', '4.200'],
])('tells the total in %s with the decimals of that', (currency, open, text) => {
  const { lines } = agingContent([line({ currency, open, total: '14.00' })], ages, books, ledgers);
  expect(lines[0]!.totalInItemCurrency).toBe(text);
});

it('is zero where nothing is open', () => {
  const nothing = {
    notDue: '0.00',
    overdue: ['0.00', '0.00', '0.00'],
    withoutDueDate: '0.00',
    credits: '0.00',
    total: '0.00',
  };
  const whole: AgingRow = { partyId: null, amounts: null, total: null };
  expect(agingContent([whole], ages, books, ledgers)).toEqual({ lines: [], totals: nothing });
  expect(agingContent([], ages, books, ledgers).totals).toEqual(nothing);
});
