import type { CalendarDate } from '#kernel/calendar-date.js';
import type { OpenItemMapping } from './open-item-csv.dto.js';
import { readOpenItems } from './read-open-items.js';

const mapping: OpenItemMapping = {
  columns: {
    party: 'Customer',
    documentNumber: 'Document',
    documentDates: 'Date',
    dueDates: 'Due',
    amounts: 'Open',
    currency: 'Currency',
    functionalAmounts: 'Book value',
  },
  dateFormat: 'day_month_year',
  decimalSeparator: 'comma',
  groupSeparator: 'point',
};
const header = 'Customer;Document;Date;Due;Open;Currency;Book value';
const read = (...rows: string[]) =>
  readOpenItems([header, ...rows, ''].join('\n'), mapping, '2026-01-01' as CalendarDate);
const faultsOf = (...rows: string[]) => read(...rows).errors?.map(({ code, line }) => `${line} ${code}`);

it('reads items with what their lines have', () => {
  const { items } = read('10001;4711;15.11.2025;15.12.2025;1.250,00;USD;1.100,10', '10002;C-1;;;-20,5;;');
  expect(
    items?.map(({ amount, functionalAmount, ...rest }) => [amount.toFixed(), functionalAmount?.toFixed(), rest]),
  ).toEqual([
    [
      '1250',
      '1100.1',
      {
        line: 2,
        party: '10001',
        documentNumber: '4711',
        documentOn: '2025-11-15',
        dueOn: '2025-12-15',
        currency: 'USD',
        accountCode: undefined,
        description: undefined,
      },
    ],
    ['-20.5', undefined, expect.objectContaining({ line: 3, documentOn: undefined, dueOn: undefined })],
  ]);
});

it.each([
  ['2 cell_missing', ';4711;;;1,00;;'],
  ['2 cell_missing', '10001;;;;1,00;;'],
  ['2 cell_missing', '10001;4711;;;;;'],
  ['2 text_too_long', `10001;${'4'.repeat(101)};;;1,00;;`],
  ['2 invalid_number', '10001;4711;;;1,000.00;;'],
  ['2 invalid_number', '10001;4711;;;0,0000001;;'],
  ['2 too_large', `10001;4711;;;1${'0'.repeat(18)},00;;`],
  ['2 too_large', `10001;4711;;;-1,00;USD;-1${'0'.repeat(18)},00`],
  ['2 amount_zero', '10001;4711;;;0,00;;'],
  ['2 invalid_date', '10001;4711;31.11.2025;;1,00;;'],
  ['2 invalid_date', '10001;4711;;2025-11-30;1,00;;'],
  ['2 document_after_cut_over', '10001;4711;02.01.2026;;1,00;;'],
  ['2 unknown_currency', '10001;4711;;;1,00;EURO;'],
  ['2 amount_side', '10001;4711;;;1,00;USD;-1,00'],
  ['2 amount_side', '10001;4711;;;1,00;USD;0'],
])('refuses with %s what says %s', (fault, row) => {
  expect(faultsOf(row)).toEqual([fault]);
});

it('tells all faults of a file at once, and documents that stand there twice', () => {
  expect(faultsOf('10001;4711;;;1,00;;', '10001;4711;;;x;;', '10002;4711;;;2,00;;')).toEqual([
    '3 invalid_number',
    '3 repeated_document',
  ]);
  expect(readOpenItems(`${header}\n`, mapping, '2026-01-01' as CalendarDate).errors).toMatchObject([
    { code: 'no_items', line: 1 },
  ]);
  expect(readOpenItems('Customer\n1\n', mapping, '2026-01-01' as CalendarDate).errors?.[0]).toMatchObject({
    code: 'missing_column',
  });
});
