import { OmitType } from '@nestjs/swagger';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { given } from '#kernel/given.js';
import type { Problem, ProblemError } from '#kernel/problem.js';
import { CreateRecurringInvoice } from '../../receivables/recurring/recurring-invoices.dto.js';
import { dueDate, passedBefore, type Recurrence } from '../../schedules/recurrence.js';
import { readersOf, type RecordReader, shown } from '../record-reader.js';
import { readDocumentAdjustments, readLine } from './read-recurring-lines.js';
import { columnsOfWhole, namedColumns } from './recurring-mapping.js';
import { MOST_RECURRING_ROWS, type RecurringMapping } from './recurring-csv.dto.js';

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
  const groups = new Map<string, RecordReader[]>();
  for (const reader of readersOf(file, namedColumns(mapping), MOST_RECURRING_ROWS, errors)) {
    const key = reader.text('/key', mapping.columns.key);
    if (key === undefined) reader.fault('key_missing', 'Is empty.', mapping.columns.key);
    else groups.set(key, [...(groups.get(key) ?? []), reader]);
  }
  return [...groups].flatMap(([key, rows]) => new RecurringReader(key, rows, mapping).read(common) ?? []);
}

class RecurringReader {
  private readonly first: RecordReader;
  /** Rows of what is no line, by pointers. */
  private readonly places = new Map<string, RecordReader>();

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
    this.requireAgreement();
    const party = first.text('/partyId', mapping.columns.party);
    if (party === undefined) first.fault('cell_missing', 'Is empty.', mapping.columns.party);
    const members = { ...common, ...this.content(), ...this.schedule() };
    const { nextOn, invoiced, ...request } = members;
    const lines = this.rows.map((row, index) => {
      this.places.set(`/lines/${index}`, row);
      return readLine(row, `/lines/${index}`, mapping);
    });
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
      const [place] = /^\/(?:lines|withholdings)\/\d+/.exec(pointer) ?? [];
      const row = (place === undefined ? undefined : this.places.get(place)) ?? this.first;
      row.fault(broken, message, row.columnOf(pointer));
    }
  };

  private content() {
    const { first, mapping } = this;
    const { columns } = mapping;
    return {
      name: first.text('/name', columns.name) ?? this.key.slice(0, 200),
      currency: first.text('/currency', columns.currency),
      exchangeRateType: first.text('/exchangeRateType', columns.exchangeRateType),
      pricesIncludeTax: first.flag('/pricesIncludeTax', columns.pricesIncludeTax),
      rounding: first.text('/rounding', columns.rounding),
      cashRounding: first.decimal('/cashRounding', columns.cashRounding, mapping),
      country: first.text('/country', columns.country),
      subdivision: first.text('/subdivision', columns.subdivision),
      paymentTermsCode: first.text('/paymentTermsCode', columns.paymentTermsCode),
      buyerReference: first.text('/buyerReference', columns.buyerReference),
      orderReference: first.text('/orderReference', columns.orderReference),
      note: first.text('/note', columns.note),
      adjustments: readDocumentAdjustments(first, mapping),
      withholdings: this.withholdings(),
    };
  }

  private schedule() {
    const { first } = this;
    const { columns, dateFormat, frequency } = this.mapping;
    const nextOn = first.date('/nextOn', columns.nextDates, dateFormat);
    const startsOn = first.date('/startsOn', columns.startDates, dateFormat);
    const occurrences = first.count('/occurrences', columns.occurrences);
    const invoiced = first.count('/invoiced', columns.invoicedCounts);
    return {
      nextOn,
      invoiced,
      startsOn: startsOn ?? nextOn,
      endsOn: first.date('/endsOn', columns.endDates, dateFormat),
      // Counted from the next date where the first is not known.
      occurrences: startsOn === undefined ? left(occurrences, invoiced) : occurrences,
      frequency: first.text('/frequency', columns.frequency) ?? frequency,
      monthEnd: first.flag('/monthEnd', columns.monthEnd),
    };
  }

  /**
   * Those of the whole document, then those of lines in the order in which rows name them. Each is told of the row that
   * names it first.
   */
  private withholdings(): { code: string; lines?: number[] }[] | undefined {
    const { withholdingCodes, lineWithholdingCodes } = this.mapping.columns;
    const whole = this.first.text('/withholdings', withholdingCodes)?.split(' ') ?? [];
    const named: { code: string; lines?: number[]; row: RecordReader }[] = whole.map((code) => {
      return { code, row: this.first };
    });
    this.rows.forEach((row, index) => {
      for (const code of row.text(`/lines/${index}/withholdings`, lineWithholdingCodes)?.split(' ') ?? []) {
        const known = named.find((one) => one.code === code && one.lines !== undefined);
        if (known) known.lines!.push(index + 1);
        else named.push({ code, lines: [index + 1], row });
      }
    });
    return named.length === 0
      ? undefined
      : named.map(({ row, ...withholding }, index) => {
          const place = `/withholdings/${index}`;
          row.comesFrom(place, withholding.lines ? lineWithholdingCodes : withholdingCodes);
          this.places.set(place, row);
          return withholding;
        });
  }

  /** Rows that say something else of the whole invoice than its first one are at fault. */
  private requireAgreement(): void {
    for (const column of columnsOfWhole(this.mapping)) {
      const said = this.first.text('', column);
      for (const row of this.rows.slice(1)) {
        const text = row.text('', column);
        if (text === undefined || text === said) continue;
        const message = `Is another on line ${this.first.line}, which is of the same recurring invoice.`;
        row.fault('rows_differ', message, column);
      }
    }
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
