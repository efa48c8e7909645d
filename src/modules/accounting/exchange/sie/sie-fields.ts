import { parseCalendarDate, type CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, parseDecimal } from '#kernel/decimal.js';
import type { SieObjectReference } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';
import type { SieField, SieRecord } from './sie-records.js';

const datePattern = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const accountPattern = /^[0-9]{1,12}$/;
const yearIndexPattern = /^(?:0|-?[1-9][0-9]?)$/;
const periodPattern = /^[0-9]{4}(?:0[1-9]|1[0-2])$/;

/**
 * An amount is below this. Even the 5,000 lines that an entry may have then stay inside what the ledger holds, and a
 * typing error of that size is not taken for money.
 */
const amountLimit = new Decimal('1e14');

/** The fields of one record, read by position. A reader that answers `undefined` has left a fault with the line. */
export class SieFields {
  private readonly fields: readonly SieField[];

  /** @param objectListAt Position of the object list, if the record has one; some products leave an empty one out. */
  constructor(
    readonly record: SieRecord,
    private readonly findings: SieFindings,
    objectListAt?: number,
  ) {
    const lacksList = objectListAt !== undefined && !Array.isArray(record.fields[objectListAt]);
    this.fields = lacksList ? record.fields.toSpliced(objectListAt, 0, []) : record.fields;
  }

  get line(): number {
    return this.record.line;
  }

  /** Optional text: empty where the record is shorter. */
  text(position: number): string {
    const field = this.fields[position];
    return typeof field === 'string' ? field.trim() : '';
  }

  required(position: number, meaning: string): string | undefined {
    const text = this.text(position);
    return text === '' ? this.fault('field_missing', `${this.record.label} has no ${meaning}.`) : text;
  }

  account(position: number): string | undefined {
    const text = this.required(position, 'account number');
    if (text === undefined || accountPattern.test(text)) return text;
    return this.fault('invalid_account_number', `An account number is digits (at most 12), not ${quoted(text)}.`);
  }

  amount(position: number): Decimal | undefined {
    const text = this.required(position, 'amount');
    if (text === undefined) return undefined;
    const amount = parseDecimal(text);
    if (!amount) {
      const message = `An amount is digits with a point and no plus sign, such as -1234.50, not ${quoted(text)}.`;
      return this.fault('invalid_amount', message);
    }
    if (amount.abs().lessThan(amountLimit)) return amount;
    return this.fault('amount_out_of_range', `The amount ${text} is not below ${amountLimit.toFixed()}.`);
  }

  /** Quantities are not posted: one that cannot be read is a remark. */
  quantity(position: number): Decimal | undefined {
    const text = this.text(position);
    if (text === '') return undefined;
    const quantity = parseDecimal(text);
    if (!quantity) this.findings.remark(this.line, 'invalid_quantity', `The quantity ${quoted(text)} is passed over.`);
    return quantity;
  }

  date(position: number, meaning: string): CalendarDate | undefined {
    const text = this.required(position, meaning);
    if (text === undefined) return undefined;
    return readDate(text) ?? this.fault('invalid_date', `The ${meaning} is YYYYMMDD, not ${quoted(text)}.`);
  }

  /** `null` where the record has no date there. */
  optionalDate(position: number, meaning: string): CalendarDate | null | undefined {
    return this.text(position) === '' ? null : this.date(position, meaning);
  }

  /** A date that nothing is posted by: one that cannot be read is a remark. */
  incidentalDate(position: number, meaning: string): CalendarDate | undefined {
    const text = this.text(position);
    if (text === '') return undefined;
    const date = readDate(text);
    if (!date) this.findings.remark(this.line, 'invalid_date', `The ${meaning} ${quoted(text)} is passed over.`);
    return date;
  }

  yearIndex(position: number): number | undefined {
    const text = this.required(position, 'year index');
    if (text === undefined) return undefined;
    if (yearIndexPattern.test(text)) return Number(text);
    return this.fault('invalid_year_index', `A year index is 0, -1, -2 …, not ${quoted(text)}.`);
  }

  period(position: number): string | undefined {
    const text = this.required(position, 'period');
    if (text === undefined || periodPattern.test(text)) return text;
    return this.fault('invalid_period', `A period is YYYYMM, not ${quoted(text)}.`);
  }

  objects(position: number): SieObjectReference[] | undefined {
    const field = this.fields[position];
    const items = field !== undefined && typeof field !== 'string' ? field : [];
    if (items.length % 2 === 1) {
      return this.fault('malformed_object_list', 'An object list holds pairs of a dimension and an object.');
    }
    const references: SieObjectReference[] = [];
    for (let index = 0; index < items.length; index += 2) {
      references.push({ dimension: items[index] ?? '', object: items[index + 1] ?? '' });
    }
    return references;
  }

  fault(code: string, message: string): undefined {
    this.findings.fault(this.line, code, message);
    return undefined;
  }
}

function readDate(text: string): CalendarDate | undefined {
  const match = datePattern.exec(text);
  return match ? parseCalendarDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}
