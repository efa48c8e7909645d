import type { CalendarDate } from '#kernel/calendar-date.js';
import { findCurrency } from '#kernel/currency.js';
import { type Decimal, scaleOf } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import { readDateCell, readNumberCell } from '#platform/imports/read-cells.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import { oneLine } from '../one-line.js';
import type { OpenItemColumns, OpenItemMapping } from './open-item-csv.dto.js';

const MOST_ITEMS = 100_000;
/** Amounts of entries are below it. */
const ABOVE_MOST = '1e18';

/** An open item as a file has it. */
export interface ReadOpenItem {
  line: number;
  /** Number or external id of the party. */
  party: string;
  documentNumber: string;
  documentOn: CalendarDate | undefined;
  dueOn: CalendarDate | undefined;
  /** Above zero what the customer owes or the vendor is owed; never zero. */
  amount: Decimal;
  currency: string | undefined;
  /** On the same side as the amount. */
  functionalAmount: Decimal | undefined;
  accountCode: string | undefined;
  description: string | undefined;
}

/** The items of sound lines, and what is wrong with the others. */
export interface ReadOpenItems {
  items: ReadOpenItem[];
  errors: ProblemError[];
}

/** The open items of a CSV file by its mapping. Pure; all that is wrong with the form is found at once, with its line. */
export function readOpenItems(file: string, mapping: OpenItemMapping, cutOverOn: CalendarDate): ReadOpenItems {
  const names = [...new Set(Object.values(mapping.columns).filter((name): name is string => typeof name === 'string'))];
  const form = { columns: names, required: names, mostRows: MOST_ITEMS, passesOthers: true } as const;
  const { rows, errors: broken } = readCsv(Buffer.from(file), form);
  if (broken) return { items: [], errors: broken };
  if (rows.length === 0) {
    const message = 'The file has no lines under its header.';
    return { items: [], errors: [{ pointer: '', code: 'no_items', message, line: 1 }] };
  }
  const errors: ProblemError[] = [];
  const documents = new Map<string, number>();
  const items = rows.flatMap((row) => new ItemReader(row, mapping, cutOverOn, errors).read(documents) ?? []);
  return { items, errors };
}

class ItemReader {
  constructor(
    private readonly row: CsvRow,
    private readonly mapping: OpenItemMapping,
    private readonly cutOverOn: CalendarDate,
    private readonly errors: ProblemError[],
  ) {}

  /** @param documents lines of those that were read, by party and number */
  read(documents: Map<string, number>): ReadOpenItem | undefined {
    const before = this.errors.length;
    const party = this.required('party');
    const documentNumber = this.required('documentNumber', 100);
    const amount = this.amount();
    const item = {
      line: this.row.line,
      documentOn: this.documentOn(),
      dueOn: this.date('dueDates'),
      currency: this.currency(),
      functionalAmount: this.functionalAmount(amount),
      accountCode: this.cell('accountCode'),
      description: this.cell('description'),
    };
    if (party !== undefined && documentNumber !== undefined) this.once(documents, party, documentNumber);
    if (this.errors.length > before) return undefined;
    return { ...item, party: party!, documentNumber: documentNumber!, amount: amount! };
  }

  private once(documents: Map<string, number>, party: string, documentNumber: string): void {
    const key = JSON.stringify([party, documentNumber]);
    const earlier = documents.get(key);
    if (earlier === undefined) documents.set(key, this.row.line);
    else {
      const message = `Document ${shown(documentNumber)} of ${shown(party)} stands on line ${earlier} as well; instalments need numbers of their own.`;
      this.fault('repeated_document', message);
    }
  }

  private amount(): Decimal | undefined {
    if (this.required('amounts') === undefined) return undefined;
    const amount = this.number('amounts');
    if (!amount?.isZero()) return amount;
    this.fault('amount_zero', 'What is open is not zero; leave out what is settled.');
    return undefined;
  }

  private functionalAmount(amount: Decimal | undefined): Decimal | undefined {
    const functional = this.number('functionalAmounts');
    if (!functional || !amount) return functional;
    if (!functional.isZero() && functional.isNegative() === amount.isNegative()) return functional;
    const column = shown(this.mapping.columns.functionalAmounts!);
    this.fault('amount_side', `${column} is not zero and on the same side of it as the amount.`);
    return undefined;
  }

  private documentOn(): CalendarDate | undefined {
    const date = this.date('documentDates');
    if (date !== undefined && date > this.cutOverOn) {
      this.fault('document_after_cut_over', `The document is dated ${date}, after the cut-over on ${this.cutOverOn}.`);
    }
    return date;
  }

  private currency(): string | undefined {
    const currency = this.cell('currency') ?? this.mapping.currency;
    if (currency === undefined || findCurrency(currency)) return currency;
    this.fault('unknown_currency', `${shown(currency)} is no currency of ISO 4217.`);
    return undefined;
  }

  private date(field: 'documentDates' | 'dueDates'): CalendarDate | undefined {
    const text = this.cell(field);
    const date = text === undefined ? undefined : readDateCell(text, this.mapping.dateFormat);
    if (text !== undefined && date === undefined) {
      const column = shown(this.mapping.columns[field]!);
      this.fault('invalid_date', `${column} has to be a day as ${this.mapping.dateFormat}, not ${shown(text)}.`);
    }
    return date;
  }

  private number(field: 'amounts' | 'functionalAmounts'): Decimal | undefined {
    const text = this.cell(field);
    if (text === undefined) return undefined;
    const number = readNumberCell(text, this.mapping);
    if (number?.abs().greaterThanOrEqualTo(ABOVE_MOST)) {
      const message = `${shown(this.mapping.columns[field]!)} must have at most 18 digits before the decimal ${this.mapping.decimalSeparator}.`;
      this.fault('too_large', message);
      return undefined;
    }
    if (number && scaleOf(number) <= 6) return number;
    const { decimalSeparator, groupSeparator = 'none', columns } = this.mapping;
    const form = `a decimal ${decimalSeparator} (thousands: ${groupSeparator})`;
    this.fault('invalid_number', `${shown(columns[field]!)} has to be a number with ${form}, not ${shown(text)}.`);
    return undefined;
  }

  private required(field: 'party' | 'documentNumber' | 'amounts', most = 200): string | undefined {
    const text = this.cell(field);
    const column = shown(this.mapping.columns[field]);
    if (text === undefined) this.fault('cell_missing', `${column} is empty.`);
    else if (text.length > most) this.fault('text_too_long', `${column} has at most ${most} characters.`);
    else return oneLine(text, most);
    return undefined;
  }

  private cell(field: keyof OpenItemColumns): string | undefined {
    const column = this.mapping.columns[field];
    return column === undefined ? undefined : this.row.cells[column];
  }

  private fault(code: string, message: string): void {
    this.errors.push({ pointer: '', code, message, line: this.row.line });
  }
}

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
