import { type Decimal, parseDecimal, plus, scaleOf } from '#kernel/decimal.js';
import { readDateCell, readNumberCell } from '#platform/imports/read-cells.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import { findCreditorReference, isIban } from '../reading/creditor-reference.js';
import { oneLineOrNull, readFileText } from '../reading/file-text.js';
import { amountText, currencyOf } from '../reading/read-values.js';
import { emptyTransaction, noCounterparty, type ReadLine, type ReadStatement } from '../reading/read-statement.js';
import { MOST_LINES, quoted, type StatementFindings } from '../reading/statement-findings.js';
import type { CsvDelimiter, CsvStatementColumns, CsvStatementMapping } from './csv-statement-mapping.js';

const delimiters: Readonly<Record<CsvDelimiter, string>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' };

/** A line with the balance that the file says is left after it. */
interface BalancedLine {
  line: ReadLine;
  balance: Decimal | undefined;
}

/**
 * The statement that a CSV file is by its mapping: one, of the account that the mapping belongs to, in the order of time.
 * Pure; all that is wrong is told with its line.
 */
export function readStatementCsv(
  bytes: Uint8Array,
  mapping: CsvStatementMapping,
  accountCurrency: string,
  findings: StatementFindings,
): ReadStatement[] {
  const text = readFileText(bytes, findings, mapping.encoding);
  if (text === undefined) return [];
  const named = Object.values(mapping.columns).filter((name): name is string => typeof name === 'string');
  const columns = [...new Set(named)];
  const { rows, errors } = readCsv(Buffer.from(text), {
    columns,
    required: columns,
    mostRows: MOST_LINES,
    passesOthers: true,
    delimiter: delimiters[mapping.delimiter],
    linesBefore: mapping.linesBeforeHeader ?? 0,
    hasNoHeader: mapping.hasHeader === false,
  });
  if (errors) {
    for (const { line = 1, code, message } of errors) findings.fault(line, code, message);
    return [];
  }
  const read = rows.flatMap((row) => new CsvLineReader(row, mapping, accountCurrency, findings).read() ?? []);
  const lines = mapping.lineOrder === 'newest_first' ? read.toReversed() : read;
  return [
    {
      kind: 'statement',
      place: 1,
      reference: null,
      number: null,
      account: { iban: null, number: null, bank: null, currency: accountCurrency },
      from: null,
      to: null,
      balances: findings.refused ? [] : balancesOf(lines, accountCurrency, findings),
      lines: lines.map(({ line }) => line),
    },
  ];
}

/** Opening and closing balance, where every line says what is left after it; each has to follow from the one before. */
function balancesOf(lines: readonly BalancedLine[], currency: string, findings: StatementFindings) {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first?.balance || !last?.balance) return [];
  const opening = first.balance.minus(first.line.amount);
  let known = opening;
  for (const { line, balance } of lines) {
    known = plus(known, parseDecimal(line.amount)!);
    if (!balance || balance.eq(known)) continue;
    const message = `The balance after the line is ${balance.toFixed()}; from the lines before follows ${known.toFixed()}. Is the order of lines that of the mapping?`;
    findings.fault(line.place, 'balance_differs', message);
    return [];
  }
  const stated = (type: 'opening' | 'closing', amount: Decimal, { bookedOn }: ReadLine) => ({
    type,
    amount: amountText(amount, currency),
    currency,
    date: bookedOn,
  });
  return [stated('opening', opening, first.line), stated('closing', last.balance, last.line)];
}

class CsvLineReader {
  constructor(
    private readonly row: CsvRow,
    private readonly mapping: CsvStatementMapping,
    private readonly accountCurrency: string,
    private readonly findings: StatementFindings,
  ) {}

  read(): BalancedLine | undefined {
    const bookedOn = this.date('bookingDay');
    const amount = this.amount();
    const currency = this.cell('currency') ?? this.accountCurrency;
    const known = currencyOf(currency, this.row.line, this.findings);
    if (!bookedOn) {
      if (this.cell('bookingDay') === undefined) this.fault('cell_missing', 'The booking date is empty.');
      return undefined;
    }
    if (!amount || !known) return undefined;
    const remittance = oneLineOrNull([this.cell('remittance'), this.cell('moreRemittance')].join(' '), 2000);
    const account = this.cell('counterpartyAccount');
    const iban = (account ?? '').replaceAll(' ', '').toUpperCase();
    const line: ReadLine = {
      ...emptyTransaction,
      place: this.row.line,
      bookedOn,
      valuedOn: this.date('valueDay') ?? null,
      amount: amountText(amount, known),
      currency: known,
      bankReference: oneLineOrNull(this.cell('bankReference'), 200),
      transactionCode: oneLineOrNull(this.cell('transactionCode'), 50),
      isReversal: false,
      endToEndReference: oneLineOrNull(this.cell('endToEndReference'), 100),
      creditorReference: oneLineOrNull(this.cell('creditorReference'), 100) ?? findCreditorReference(remittance ?? ''),
      remittance,
      counterparty: {
        ...noCounterparty,
        name: oneLineOrNull(this.cell('counterpartyName'), 200),
        ...(isIban(iban) ? { iban } : { number: oneLineOrNull(account, 50) }),
      },
      details: [],
    };
    return { line, balance: this.number('balances') };
  }

  private cell(name: keyof CsvStatementColumns): string | undefined {
    const column = this.mapping.columns[name];
    return typeof column === 'string' ? this.row.cells[column] : undefined;
  }

  private date(name: 'bookingDay' | 'valueDay') {
    const text = this.cell(name);
    const date = text === undefined ? undefined : readDateCell(text, this.mapping.dateFormat);
    if (text !== undefined && !date) {
      this.fault('invalid_date', `${quoted(text)} is no day as ${this.mapping.dateFormat}.`);
    }
    return date;
  }

  /** What comes in is positive. */
  private amount(): Decimal | undefined {
    const { columns, isNegated = false, debitWord } = this.mapping;
    const sign = isNegated ? -1 : 1;
    const faultsBefore = this.findings.faults.length + this.findings.faultsLeftOff;
    if (typeof columns.amounts === 'string') {
      const amount = this.number('amounts');
      if (!amount && this.cell('amounts') === undefined) this.fault('cell_missing', 'The amount is empty.');
      const isOut = typeof columns.side === 'string' && this.cell('side') === debitWord;
      return amount?.times(isOut ? -sign : sign);
    }
    const [debit, credit] = [this.number('debits'), this.number('credits')];
    if (this.findings.faults.length + this.findings.faultsLeftOff > faultsBefore) return undefined;
    const isTwo = debit && credit && !debit.isZero() && !credit.isZero();
    if (isTwo) this.fault('two_sides', 'A line has either a debit or a credit.');
    if (!debit && !credit) this.fault('cell_missing', 'The amount is empty.');
    if (isTwo || (!debit && !credit)) return undefined;
    // Banks write debits with and without a minus.
    const amount = credit && !credit.isZero() ? credit : (debit ?? credit)!.abs().negated();
    return amount.isZero() ? amount.abs() : amount.times(sign);
  }

  private number(name: 'amounts' | 'debits' | 'credits' | 'balances'): Decimal | undefined {
    const text = this.cell(name);
    if (text === undefined) return undefined;
    const number = readNumberCell(text, this.mapping);
    if (number && scaleOf(number) <= 6 && number.abs().lt('1e18')) return number;
    const { decimalSeparator, groupSeparator = 'none' } = this.mapping;
    const form = `a number with a decimal ${decimalSeparator} (thousands: ${groupSeparator})`;
    this.fault('invalid_number', `${quoted(text)} is not ${form}.`);
    return undefined;
  }

  private fault(code: string, message: string): void {
    this.findings.fault(this.row.line, code, message);
  }
}
