import type { ProblemError } from '#kernel/problem.js';
import { readRecurring } from './read-recurring.js';
import type { RecurringMapping } from './recurring-csv.dto.js';

const columns = {
  key: 'Key',
  party: 'Party',
  nextDates: 'Next',
  startDates: 'Since',
  endDates: 'Until',
  occurrences: 'Times',
  invoicedCounts: 'Done',
  frequency: 'Rhythm',
  description: 'Text',
  unitPrices: 'Price',
};
const mapping: RecurringMapping = { columns, dateFormat: 'year_month_day', decimalSeparator: 'point' };

function read(...rows: string[]) {
  const errors: ProblemError[] = [];
  const file = ['Key,Party,Next,Since,Until,Times,Done,Rhythm,Text,Price', ...rows].join('\n');
  const found = readRecurring(file, mapping, { mode: 'issue' }, errors);
  return { found, faults: errors.map(({ line, code }) => `${line} ${code}`) };
}

it('counts dates from the first of all, so that months that are short pass', () => {
  const { found, faults } = read('A,1,2026-02-28,2025-10-31,,12,4,monthly,Rent,100');
  expect(faults).toEqual([]);
  expect(found).toMatchObject([{ key: 'A', party: '1', passed: 4, nextOn: '2026-02-28' }]);
  expect(found[0]!.said).toMatchObject({ startsOn: '2025-10-31', occurrences: 12, frequency: 'monthly' });
});

it('counts what is left from the next date where the first is not known', () => {
  const { found } = read('A,1,2026-02-28,,,12,4,yearly,Rent,100');
  expect(found).toMatchObject([{ passed: 0, said: { startsOn: '2026-02-28', occurrences: 8 } }]);
  expect(read('A,1,2026-02-28,,,,,weekly,Rent,100').found[0]!.said).not.toHaveProperty('occurrences');
});

it('takes rows of a key together, wherever they stand', () => {
  const { found } = read(
    'A,1,2026-02-28,,,,,monthly,Rent,100',
    'B,2,2026-03-01,,,,,monthly,Heat,5',
    'A,,,,,,,,Water,7',
  );
  expect(found.map(({ key, said }) => [key, said.lines.map(({ description }) => description)])).toEqual([
    ['A', ['Rent', 'Water']],
    ['B', ['Heat']],
  ]);
});

it.each([
  ['2 no_date_of_schedule', 'A,1,2026-02-27,2025-10-31,,,,monthly,Rent,100'],
  ['2 no_date_of_schedule', 'A,1,2025-09-30,2025-10-31,,,,monthly,Rent,100'],
  ['2 nothing_left', 'A,1,2026-02-28,2025-10-31,,3,,monthly,Rent,100'],
  ['2 nothing_left', 'A,1,2026-02-28,2025-10-31,2026-01-31,,,monthly,Rent,100'],
  ['2 invoiced_counts_differ', 'A,1,2026-02-28,2025-10-31,,,5,monthly,Rent,100'],
  ['2 too_small', 'A,1,2026-02-28,,,4,4,monthly,Rent,100'],
  ['2 invalid_choice', 'A,1,2026-02-28,,,,,daily,Rent,100'],
  ['2 required', 'A,1,2026-02-28,,,,,,Rent,100'],
  ['2 cell_missing', 'A,1,,,,,,monthly,Rent,100'],
  ['2 cell_missing', 'A,,2026-02-28,,,,,monthly,Rent,100'],
  ['2 invalid_count', 'A,1,2026-02-28,,,-1,,monthly,Rent,100'],
])('tells %s', (fault, row) => expect(read(row)).toEqual({ found: [], faults: [fault] }));
