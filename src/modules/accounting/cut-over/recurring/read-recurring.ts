import { OmitType } from '@nestjs/swagger';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { given } from '#kernel/given.js';
import type { Problem, ProblemError } from '#kernel/problem.js';
import { CreateRecurringInvoice } from '../../receivables/recurring/recurring-invoices.dto.js';
import { dueDate, passedBefore, type Recurrence } from '../../schedules/recurrence.js';
import { readersOf, type RecordReader, shown } from '../record-reader.js';
import { MOST_RECURRING_ROWS, type RecurringColumns, type RecurringMapping } from './recurring-csv.dto.js';

class ImportedRecurringFields extends OmitType(CreateRecurringInvoice, ['partyId', 'legalEntityId'] as const) {}

/** A recurring invoice as the rows of a file have it. */
export interface ReadRecurring {
  /** Of its first row. */
  reader: RecordReader;
  key: string;
  /** Number or external id of the customer. */
  party: string;
  said: ImportedRecurringFields;
  nextOn: CalendarDate;
  /** Dates of the schedule that are behind it. */
  passed: number;
  /** Tells of its rows what a problem says. */
  tell: (problem: Problem) => void;
}

/** What all recurring invoices of a file have in common. */
export type CommonFields = Pick<CreateRecurringInvoice, 'mode' | 'dating'>;

/**
 * The recurring invoices of a CSV file by its mapping, in the order of their first rows. Pure; all that is wrong with the
 * form is found at once, with its line.
 *
 * @param errors what is wrong is told here, now and by the readers of the lines later
 */
export function readRecurring(
  file: string,
  mapping: RecurringMapping,
  common: CommonFields,
  errors: ProblemError[],
): ReadRecurring[] {
  const names = [...new Set(Object.values(mapping.columns).filter((name): name is string => typeof name === 'string'))];
  const groups = new Map<string, RecordReader[]>();
  for (const reader of readersOf(file, names, MOST_RECURRING_ROWS, errors)) {
    const key = reader.text('/key', mapping.columns.key);
    if (key === undefined) reader.fault('key_missing', 'Is empty.', mapping.columns.key);
    else groups.set(key, [...(groups.get(key) ?? []), reader]);
  }
  return [...groups].flatMap(([key, rows]) => new RecurringReader(key, rows, mapping).read(common) ?? []);
}

/** Members that all rows of a recurring invoice share; a row may leave them empty where another says them. */
type Shared = Exclude<keyof RecurringColumns, 'key' | (typeof lineMembers)[number]>;
const lineMembers = ['itemCode', 'description', 'quantity', 'unit', 'unitPrices', 'taxCodes', 'accountCode'] as const;

class RecurringReader {
  private readonly first: RecordReader;

  constructor(
    private readonly key: string,
    private readonly rows: readonly RecordReader[],
    private readonly mapping: RecurringMapping,
  ) {
    this.first = rows[0]!;
  }

  read(common: CommonFields): ReadRecurring | undefined {
    const { first, mapping, key } = this;
    if (key.length > 200) first.fault('text_too_long', 'Has at most 200 characters.', mapping.columns.key);
    const party = this.shared('/partyId', 'party');
    if (party === undefined) first.fault('cell_missing', 'Is empty.', mapping.columns.party);
    const members = { ...common, ...this.content(), ...this.schedule() };
    const { nextOn, invoiced, ...request } = members;
    const lines = this.rows.map((row) => this.line(row));
    if (nextOn === undefined && !this.hasFaults) first.fault('cell_missing', 'Is empty.', mapping.columns.nextDates);
    if (this.hasFaults) return undefined;
    const said = first.parsed(ImportedRecurringFields, given({ ...request, lines }), this.tell);
    if (!said) return undefined;
    const passed = this.passed(said, nextOn as CalendarDate, invoiced);
    if (this.hasFaults) return undefined;
    return { reader: first, key, party: party!, said, nextOn: nextOn as CalendarDate, passed, tell: this.tell };
  }

  private get hasFaults(): boolean {
    return this.rows.some((row) => row.hasFaults);
  }

  /** What is about a line is told of its row. */
  private readonly tell = ({ code, detail, errors }: Problem): void => {
    if (errors.length === 0) this.first.fault(code, detail);
    for (const { pointer, code: broken, message } of errors) {
      const [, at] = /^\/lines\/(\d+)/.exec(pointer) ?? [];
      const row = (at === undefined ? undefined : this.rows[Number(at)]) ?? this.first;
      row.fault(broken, message, row.columnOf(pointer));
    }
  };

  private content() {
    return {
      name: this.shared('/name', 'name') ?? this.key.slice(0, 200),
      currency: this.shared('/currency', 'currency'),
      pricesIncludeTax: this.first.flag('/pricesIncludeTax', this.mapping.columns.pricesIncludeTax),
      paymentTermsCode: this.shared('/paymentTermsCode', 'paymentTermsCode'),
      buyerReference: this.shared('/buyerReference', 'buyerReference'),
      orderReference: this.shared('/orderReference', 'orderReference'),
      note: this.shared('/note', 'note'),
    };
  }

  private schedule() {
    const { first } = this;
    const { columns, dateFormat, frequency } = this.mapping;
    const nextOn = first.date('/nextOn', columns.nextDates, dateFormat);
    const startsOn = first.date('/startsOn', columns.startDates, dateFormat);
    const occurrences = first.count('/occurrences', columns.occurrences);
    const invoiced = first.count('/invoiced', columns.invoicedCounts);
    for (const member of ['nextDates', 'startDates', 'endDates', 'occurrences', 'invoicedCounts'] as const) {
      this.shared(`/${member}`, member);
    }
    return {
      nextOn,
      invoiced,
      startsOn: startsOn ?? nextOn,
      endsOn: first.date('/endsOn', columns.endDates, dateFormat),
      // Counted from the next date where the first is not known.
      occurrences: startsOn === undefined ? left(occurrences, invoiced) : occurrences,
      frequency: this.shared('/frequency', 'frequency') ?? frequency,
      monthEnd: first.flag('/monthEnd', columns.monthEnd),
    };
  }

  private line(row: RecordReader) {
    const { columns } = this.mapping;
    const place = `/lines/${this.rows.indexOf(row)}`;
    const codes = row.text(`${place}/taxCodes`, columns.taxCodes);
    return given({
      itemCode: row.text(`${place}/itemCode`, columns.itemCode),
      description: row.text(`${place}/description`, columns.description),
      quantity: row.decimal(`${place}/quantity`, columns.quantity, this.mapping) ?? '1',
      unit: row.text(`${place}/unit`, columns.unit),
      unitPrice: row.decimal(`${place}/unitPrice`, columns.unitPrices, this.mapping),
      taxCodes: codes?.split(' '),
      accountCode: row.text(`${place}/accountCode`, columns.accountCode),
    });
  }

  /** What the first row says; a row that says something else is at fault. */
  private shared(pointer: string, member: Shared): string | undefined {
    const column = this.mapping.columns[member];
    const said = this.first.text(pointer, column);
    for (const row of this.rows.slice(1)) {
      const text = row.text(pointer, column);
      if (text === undefined || text === said) continue;
      const message = `Is another on line ${this.first.line}, which is of the same recurring invoice.`;
      row.fault('rows_differ', message, column);
    }
    return said;
  }

  /** How many dates come before the next one, which has to be a date of the schedule. */
  private passed(said: ImportedRecurringFields, nextOn: CalendarDate, invoiced: number | undefined): number {
    const { first } = this;
    const { columns } = this.mapping;
    const { frequency, monthEnd = false, endsOn = null, occurrences = null } = said;
    const startsOn = said.startsOn as CalendarDate;
    const recurrence: Recurrence = { frequency, startsOn, monthEnd, endsOn: endsOn as CalendarDate, occurrences };
    const passed = passedBefore(recurrence, 0, nextOn);
    const next = dueDate(recurrence, passed);
    if (next === undefined) {
      first.fault('nothing_left', 'Nothing is left to invoice: leave out what has ended.', columns.nextDates);
    } else if (next !== nextOn) {
      const message = `${shown(nextOn)} is no date of what is ${frequency} from ${startsOn}: the next one would be ${next}.`;
      first.fault('no_date_of_schedule', message, columns.nextDates);
    } else if (columns.startDates !== undefined && invoiced !== undefined && invoiced !== passed) {
      const isSaid = first.text('/startsOn', columns.startDates) !== undefined;
      const message = `${passed} dates come before the next one, and ${invoiced} are said to be invoiced.`;
      if (isSaid) first.fault('invoiced_counts_differ', message, columns.invoicedCounts);
    }
    return passed;
  }
}

/** Below one where nothing is left, which the rule of the field refuses. */
const left = (occurrences: number | undefined, invoiced = 0) =>
  occurrences === undefined ? undefined : occurrences - invoiced;
