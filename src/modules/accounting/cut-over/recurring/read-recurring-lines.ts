import { Decimal } from '#kernel/decimal.js';
import { given } from '#kernel/given.js';
import type { RecordReader } from '../record-reader.js';
import type {
  RecurringAdjustmentColumns,
  RecurringDimensionColumn,
  RecurringDocumentAdjustmentColumns,
  ServiceColumns,
} from './recurring-columns.dto.js';
import type { RecurringMapping } from './recurring-csv.dto.js';

/** What stands for no tax at all, where an empty cell leaves it to the rules. */
const NO_TAX = '-';

/** A line of an invoice as a row has it. */
export function readLine(row: RecordReader, place: string, mapping: RecurringMapping) {
  const { columns } = mapping;
  return given({
    itemCode: row.text(`${place}/itemCode`, columns.itemCode),
    description: row.text(`${place}/description`, columns.description),
    quantity: row.decimal(`${place}/quantity`, columns.quantity, mapping) ?? '1',
    unit: row.text(`${place}/unit`, columns.unit),
    unitPrice: row.decimal(`${place}/unitPrice`, columns.unitPrices, mapping),
    priceBaseQuantity: row.decimal(`${place}/priceBaseQuantity`, columns.priceBaseQuantity, mapping),
    adjustments: readAdjustments(row, `${place}/adjustments`, mapping.lineAdjustments, mapping),
    taxCodes: readTaxCodes(row, place, columns.taxCodes),
    itemTaxClass: row.text(`${place}/itemTaxClass`, columns.itemTaxClass),
    accountCode: row.text(`${place}/accountCode`, columns.accountCode),
    dimensions: readDimensions(row, `${place}/dimensions`, mapping.dimensions),
    ...readService(row, place, columns, mapping),
  });
}

/** Allowances and charges of the whole document as its first row has them. */
export function readDocumentAdjustments(row: RecordReader, mapping: RecurringMapping) {
  const more = (columns: RecurringDocumentAdjustmentColumns, place: string) => ({
    taxCodes: readTaxCodes(row, place, columns.taxCodes),
    accountCode: row.text(`${place}/accountCode`, columns.accountCode),
    dimensions: readDimensions(row, `${place}/dimensions`, columns.dimensions),
    ...readService(row, place, columns, mapping),
  });
  return readAdjustments(row, '/adjustments', mapping.adjustments, mapping, more);
}

/** Those that the row says an amount or a rate of; undefined where it has none. */
function readAdjustments<Columns extends RecurringAdjustmentColumns>(
  row: RecordReader,
  place: string,
  wanted: readonly Columns[] | undefined,
  format: RecurringMapping,
  more: (columns: Columns, place: string) => object = () => ({}),
): object[] | undefined {
  const found: object[] = [];
  for (const columns of wanted ?? []) {
    const at = `${place}/${found.length}`;
    const amount = unlessZero(row.decimal(`${at}/amount`, columns.amounts, format));
    const rate = unlessZero(row.rate(`${at}/rate`, columns.rates, format));
    if (amount === undefined && rate === undefined) continue;
    row.comesFrom(at, rate === undefined ? columns.amounts : columns.rates);
    const reason = row.text(`${at}/reason`, columns.reason) ?? columns.defaultReason;
    found.push(given({ kind: columns.kind, amount, rate, reason, ...more(columns, at) }));
  }
  return listed(found);
}

function readDimensions(
  row: RecordReader,
  place: string,
  wanted: readonly RecurringDimensionColumn[] | undefined,
): object[] | undefined {
  const found: object[] = [];
  for (const { dimensionCode, values } of wanted ?? []) {
    const at = `${place}/${found.length}`;
    const valueCode = row.text(`${at}/valueCode`, values);
    if (valueCode === undefined) continue;
    row.comesFrom(at, values);
    found.push({ dimensionCode, valueCode });
  }
  return listed(found);
}

function readService(
  row: RecordReader,
  place: string,
  { serviceStartDates, serviceEndDates, deferral }: ServiceColumns,
  { dateFormat }: RecurringMapping,
) {
  row.comesFrom(`${place}/service`, serviceStartDates);
  const service = given({
    from: row.date(`${place}/service/from`, serviceStartDates, dateFormat),
    through: row.date(`${place}/service/through`, serviceEndDates, dateFormat),
  });
  return {
    service: Object.keys(service).length === 0 ? undefined : service,
    deferral: row.text(`${place}/deferral`, deferral),
  };
}

function readTaxCodes(row: RecordReader, place: string, column: string | undefined): string[] | undefined {
  const text = row.text(`${place}/taxCodes`, column);
  return text === NO_TAX ? [] : text?.split(' ');
}

const unlessZero = (number: string | undefined) =>
  number === undefined || new Decimal(number).isZero() ? undefined : number;

const listed = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);
