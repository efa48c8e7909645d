import type { ProblemError } from '#kernel/problem.js';
import { readRecurring } from './read-recurring.js';
import type { RecurringMapping } from './recurring-csv.dto.js';
import { recurringMappingFaults } from './recurring-mapping.js';

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

describe('columns of lists', () => {
  const more: RecurringMapping = {
    ...mapping,
    columns: {
      ...columns,
      lineWithholdingCodes: 'Withheld',
      withholdingCodes: 'All',
      taxCodes: 'Tax',
    },
    lineAdjustments: [
      { kind: 'allowance', amounts: 'Off', rates: 'Part' },
      { kind: 'charge', amounts: 'On', defaultReason: 'Freight' },
    ],
    dimensions: [{ dimensionCode: 'CC', values: 'Centre' }],
    rateUnit: 'percent',
  };
  const one = (...rows: string[]) => {
    const errors: ProblemError[] = [];
    const header = 'Key,Party,Next,Since,Until,Times,Done,Rhythm,Text,Price,Off,Part,On,Centre,Tax,Withheld,All';
    const [found] = readRecurring([header, ...rows].join('\n'), more, { mode: 'issue' }, errors);
    return { said: found?.said, faults: errors.map(({ line, code, message }) => [line, code, message.split(':')[0]]) };
  };

  it('makes none of cells that are empty or zero', () => {
    const { said } = one('A,1,2026-02-28,,,,,monthly,Rent,100,0.00,,3,,,,', 'A,,,,,,,,Heat,5,,7.5 %,0,STO,-,,');
    expect(said!.lines).toEqual([
      {
        description: 'Rent',
        quantity: '1',
        unitPrice: '100',
        adjustments: [{ kind: 'charge', amount: '3', reason: 'Freight' }],
      },
      {
        description: 'Heat',
        quantity: '1',
        unitPrice: '5',
        adjustments: [{ kind: 'allowance', rate: '0.075' }],
        dimensions: [{ dimensionCode: 'CC', valueCode: 'STO' }],
        taxCodes: [],
      },
    ]);
  });

  it('gathers the lines of each withholding, behind those of the whole document', () => {
    const { said } = one(
      'A,1,2026-02-28,,,,,monthly,Rent,100,,,,,,X Y,Z',
      'A,,,,,,,,Heat,5,,,,,,,',
      'A,,,,,,,,Water,5,,,,,,Y,',
    );
    expect(said!.withholdings).toEqual([{ code: 'Z' }, { code: 'X', lines: [1] }, { code: 'Y', lines: [1, 3] }]);
  });

  it('tells of the cell that is wrong', () => {
    const { faults } = one('A,1,2026-02-28,,,,,monthly,Rent,100,1,1 % %,,,,!,', 'A,,,,,,,,Heat,5,,,,,,!,');
    expect(faults).toEqual([[2, 'invalid_number', '"Part"']]);
    const codes = one('A,1,2026-02-28,,,,,monthly,Rent,100,,,,,,,', 'A,,,,,,,,Heat,5,,,,,,!,');
    expect(codes.faults).toEqual([[3, 'invalid_code', '"Withheld"']]);
  });
});

it.each<[string, Partial<RecurringMapping>, string[]]>([
  ['rates of no unit', { lineAdjustments: [{ kind: 'charge', rates: 'R' }] }, ['/mapping/rateUnit required']],
  ['an adjustment of nothing', { adjustments: [{ kind: 'charge' }] }, ['/mapping/adjustments/0 amount_column']],
  [
    'a service without an end',
    { columns: { ...columns, serviceStartDates: 'From' } },
    ['/mapping/columns/serviceEndDates service_columns'],
  ],
  [
    'a deferral of no service',
    { adjustments: [{ kind: 'charge', amounts: 'A', deferral: 'D' }] },
    ['/mapping/adjustments/0/serviceStartDates service_columns'],
  ],
  [
    'a dimension twice',
    {
      dimensions: [
        { dimensionCode: 'CC', values: 'A' },
        { dimensionCode: 'CC', values: 'B' },
      ],
    },
    ['/mapping/dimensions/1/dimensionCode repeated_dimension'],
  ],
  ['nothing wrong', { columns: { ...columns, serviceStartDates: 'F', serviceEndDates: 'T', deferral: 'D' } }, []],
])('tells of a mapping with %s', (_, change, faults) => {
  const found = recurringMappingFaults({ ...mapping, ...change });
  expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
});
