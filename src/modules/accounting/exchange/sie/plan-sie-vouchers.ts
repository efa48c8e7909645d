import { contains } from '#kernel/date-range.js';
import { sum } from '#kernel/decimal.js';
import { yearOf } from './plan-sie-year.js';
import type { SieVoucher, SieVoucherRow } from './sie-file.js';
import { amountText } from './sie-findings.js';
import {
  maxEntryLines,
  type PlannedLine,
  type PlannedVoucher,
  type SiePlanning,
  type SieVoucherIdentity,
  type SkippedVoucher,
  type SkippedVoucherReason,
} from './sie-import-plan.js';
import { objectsOf } from './sie-objects.js';

/** Longest text of an entry or line in the ledger; longer ones are cut, with a remark. */
const maxTextLength = 500;

/** Longest series and number of a voucher that journals and references have room for. */
const maxSeriesLength = 16;
const maxNumberLength = 50;

export interface VoucherPlan {
  vouchers: PlannedVoucher[];
  skippedVouchers: SkippedVoucher[];
  zeroRowsDropped: number;
}

/**
 * Turns vouchers into entries. Only #TRANS rows count, and only those with an amount: a ledger line has a debit or a
 * credit above zero. A voucher without any such row is skipped and named. Each voucher has to balance, to lie in year 0
 * and to fit into one entry.
 */
export function planVouchers(planning: SiePlanning): VoucherPlan {
  const plan: VoucherPlan = { vouchers: [], skippedVouchers: [], zeroRowsDropped: 0 };
  for (const voucher of planning.file.vouchers) {
    const transactions = voucher.rows.filter(({ kind }) => kind === 'transaction');
    const rows = transactions.filter(({ amount }) => !amount.isZero());
    plan.zeroRowsDropped += transactions.length - rows.length;
    checkVoucher(voucher, rows, planning);
    const identity = identityOf(voucher);
    if (rows.length > 0) plan.vouchers.push(planVoucher(voucher, rows, identity, planning));
    else plan.skippedVouchers.push({ ...identity, reason: reasonToSkip(voucher, transactions) });
  }
  remarkDates(planning);
  remarkObjects(planning);
  return plan;
}

function checkVoucher(voucher: SieVoucher, rows: readonly SieVoucherRow[], { file, findings }: SiePlanning): void {
  const { line, date } = voucher;
  const name = nameOf(voucher);
  const year = yearOf(file);
  const difference = sum(rows.map(({ amount }) => amount));
  if (!difference.isZero()) {
    const message = `${name} does not balance: its rows sum to ${amountText(difference, file.currency)} instead of zero.`;
    findings.fault(line, 'voucher_unbalanced', message);
  }
  if (!contains(year, date)) {
    const message = `${name} is dated ${date}, outside the fiscal year ${year.startsOn} to ${year.endsOn}.`;
    findings.fault(line, 'voucher_outside_fiscal_year', message);
  }
  if (rows.length > maxEntryLines) {
    findings.fault(line, 'voucher_too_long', `${name} has ${rows.length} rows; an entry has at most ${maxEntryLines}.`);
  }
  if (voucher.series.length > maxSeriesLength || voucher.number.length > maxNumberLength) {
    const message = `A series has at most ${maxSeriesLength} characters, a voucher number ${maxNumberLength}.`;
    findings.fault(line, 'voucher_name_too_long', message);
  }
}

function planVoucher(
  voucher: SieVoucher,
  rows: readonly SieVoucherRow[],
  identity: SieVoucherIdentity,
  planning: SiePlanning,
): PlannedVoucher {
  const { date, registeredOn, signature, line } = voucher;
  const lines: PlannedLine[] = rows.map(({ account, amount, text, objects, line: lineNumber }) => {
    const kept = objectsOf(objects, lineNumber, planning.findings);
    return { accountCode: account, amount, text: fit(text, lineNumber, planning), objects: kept, lineNumber };
  });
  const text = fit(voucher.text || nameOf(voucher), line, planning);
  return { ...identity, date, text, registeredOn, signature, lines };
}

function identityOf({ series, number, position, line }: SieVoucher): SieVoucherIdentity {
  return { series, number, position, lineNumber: line };
}

function nameOf({ series, number }: SieVoucher): string {
  return ['Voucher', series, number].filter((part) => part !== '').join(' ');
}

function reasonToSkip({ rows }: SieVoucher, transactions: readonly SieVoucherRow[]): SkippedVoucherReason {
  if (rows.length === 0) return 'no_rows';
  return transactions.length > 0 ? 'zero_amounts_only' : 'struck_rows_only';
}

function fit(text: string, line: number, { findings }: SiePlanning): string {
  if (text.length <= maxTextLength) return text;
  findings.remark(line, 'text_cut', `The text has ${text.length} characters; the first ${maxTextLength} are kept.`);
  return text.slice(0, maxTextLength);
}

/** The ledger has one date per entry: the voucher's. Rows that say otherwise are counted. */
function remarkDates({ file, findings }: SiePlanning): void {
  let count = 0;
  let first: SieVoucherRow | undefined;
  for (const { date, rows } of file.vouchers) {
    for (const row of rows) {
      if (row.kind !== 'transaction' || row.date === undefined || row.date === date) continue;
      count++;
      first ??= row;
    }
  }
  if (!first) return;
  const message = `${count} rows have another date than their voucher, whose date counts; this is the first.`;
  findings.remark(first.line, 'row_date_differs', message);
}

function remarkObjects({ file, findings }: SiePlanning): void {
  const known = new Set(file.objects.map(({ dimension, object }) => JSON.stringify([dimension, object])));
  for (const { rows } of file.vouchers) {
    for (const { kind, objects, line } of rows) {
      if (kind !== 'transaction') continue;
      for (const { dimension, object } of objects) {
        const key = JSON.stringify([dimension, object]);
        if (object === '' || known.has(key)) continue;
        known.add(key);
        const message = `Object ${object} of dimension ${dimension} is used, but the file has no #OBJEKT for it: its number becomes its name.`;
        findings.remark(line, 'object_not_declared', message);
      }
    }
  }
}
