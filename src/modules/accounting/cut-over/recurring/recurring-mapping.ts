import type { ProblemError } from '#kernel/problem.js';
import { separatorFaults } from '#platform/imports/read-cells.js';
import type {
  RecurringAdjustmentColumns,
  RecurringColumns,
  RecurringDimensionColumn,
  ServiceColumns,
} from './recurring-columns.dto.js';
import type { RecurringMapping } from './recurring-csv.dto.js';

/** Columns that each row of a recurring invoice fills by itself. */
const lineColumns = [
  'itemCode',
  'description',
  'quantity',
  'unit',
  'unitPrices',
  'priceBaseQuantity',
  'taxCodes',
  'itemTaxClass',
  'accountCode',
  'lineWithholdingCodes',
  'serviceStartDates',
  'serviceEndDates',
  'deferral',
] as const satisfies readonly (keyof RecurringColumns)[];

/** What contradicts itself in a mapping of recurring invoices; pointers into it. Pure. */
export function recurringMappingFaults(mapping: RecurringMapping): ProblemError[] {
  const { lineAdjustments = [], adjustments = [], dimensions = [] } = mapping;
  return [
    ...separatorFaults(mapping, '/mapping/groupSeparator'),
    ...lineAdjustments.flatMap((one, index) => adjustmentFaults(one, `/mapping/lineAdjustments/${index}`)),
    ...adjustments.flatMap((one, index) => adjustmentFaults(one, `/mapping/adjustments/${index}`)),
    ...rateUnitFaults(mapping),
    ...serviceFaults(mapping.columns, '/mapping/columns'),
    ...adjustments.flatMap((one, index) => serviceFaults(one, `/mapping/adjustments/${index}`)),
    ...dimensionFaults(dimensions, '/mapping/dimensions'),
    ...adjustments.flatMap((one, index) =>
      dimensionFaults(one.dimensions ?? [], `/mapping/adjustments/${index}/dimensions`),
    ),
  ];
}

function adjustmentFaults({ amounts, rates }: RecurringAdjustmentColumns, pointer: string): ProblemError[] {
  if (amounts !== undefined || rates !== undefined) return [];
  return [{ pointer, code: 'amount_column', message: 'Name the column of amounts, that of rates, or both.' }];
}

function serviceFaults(columns: ServiceColumns, pointer: string): ProblemError[] {
  const { serviceStartDates: from, serviceEndDates: through, deferral } = columns;
  if (from === undefined ? through === undefined && deferral === undefined : through !== undefined) return [];
  const missing = from === undefined ? 'serviceStartDates' : 'serviceEndDates';
  const message = 'A service has a first and a last day: name the columns of both.';
  return [{ pointer: `${pointer}/${missing}`, code: 'service_columns', message }];
}

function rateUnitFaults({ lineAdjustments = [], adjustments = [], rateUnit }: RecurringMapping): ProblemError[] {
  const hasRates = [...lineAdjustments, ...adjustments].some(({ rates }) => rates !== undefined);
  if (!hasRates || rateUnit !== undefined) return [];
  const message = 'Say whether rates are written as percent or as fractions: it is never guessed.';
  return [{ pointer: '/mapping/rateUnit', code: 'required', message }];
}

function dimensionFaults(dimensions: readonly RecurringDimensionColumn[], pointer: string): ProblemError[] {
  const codes = dimensions.map(({ dimensionCode }) => dimensionCode);
  return codes.flatMap((code, index) => {
    if (codes.indexOf(code) === index) return [];
    const message = `${code} has a column already.`;
    return [{ pointer: `${pointer}/${index}/dimensionCode`, code: 'repeated_dimension', message }];
  });
}

const valuesOf = (columns: object): unknown[] => Object.values(columns);
const isName = (name: unknown): name is string => typeof name === 'string';

/** Columns that the file has to have. */
export function namedColumns(mapping: RecurringMapping): string[] {
  const { columns, lineAdjustments = [], dimensions = [] } = mapping;
  const ofLines = lineAdjustments.flatMap(({ amounts, rates, reason }) => [amounts, rates, reason]);
  const ofDimensions = dimensions.map(({ values }) => values);
  const named = [...valuesOf(columns), ...ofLines, ...ofDimensions, ...columnsOfAdjustments(mapping)];
  return [...new Set(named.filter(isName))];
}

/** Columns whose cells are of the whole invoice: those of a row may be empty where the first one says them. */
export function columnsOfWhole(mapping: RecurringMapping): string[] {
  const members = Object.keys(mapping.columns) as (keyof RecurringColumns)[];
  const shared = members.filter((member) => member !== 'key' && !isLineColumn(member));
  const named = shared.map((member) => mapping.columns[member]);
  return [...new Set([...named, ...columnsOfAdjustments(mapping)].filter(isName))];
}

const isLineColumn = (member: string) => (lineColumns as readonly string[]).includes(member);

const columnsOfAdjustments = ({ adjustments = [] }: RecurringMapping) =>
  adjustments.flatMap(({ kind: _kind, defaultReason: _reason, dimensions = [], ...columns }) => {
    return [...valuesOf(columns), ...dimensions.map(({ values }) => values)];
  });
