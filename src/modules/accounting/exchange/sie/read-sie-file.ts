import { objectListPosition, SieBalances } from './sie-balances.js';
import { SieChart } from './sie-chart.js';
import { SieChecksum } from './sie-checksum.js';
import { SieFields } from './sie-fields.js';
import type { SieFile, SieVoucher } from './sie-file.js';
import { SieFindings } from './sie-findings.js';
import { SieIdentification } from './sie-identification.js';
import { readSieRecords, type SieRecord } from './sie-records.js';
import { readSieText } from './sie-text.js';
import { SieVoucherReader } from './sie-vouchers.js';

/** Labels of SIE 4 whose content the ledger has no use for: read past without a word. */
const unusedLabels = ['#ADRESS', '#BKOD', '#FNR', '#KPTYP', '#KSUMMA', '#OMFATTN', '#PROSA', '#TAXAR'];

export interface SieReadingOptions {
  /** Pass over records with a label that SIE 4 does not have (as its specification 7.1 wants), with a remark. */
  ignoreUnknownLabels?: boolean;
}

/**
 * Reads a SIE 4E file: an export of a year of books by the Swedish format SIE 4B. Never throws for any bytes; time grows
 * linearly with the file. What is wrong with the form is found in one go, each finding with its line.
 *
 * @returns The file; `undefined` when, and only when, faults have been added to `findings`.
 */
export function readSieFile(
  bytes: Uint8Array,
  options: SieReadingOptions,
  findings: SieFindings = new SieFindings(),
): SieFile | undefined {
  const text = readSieText(bytes, findings);
  if (text === undefined) return undefined;
  const file = readRecords(text, options, findings);
  return findings.refused ? undefined : file;
}

function readRecords(text: string, options: SieReadingOptions, findings: SieFindings): SieFile {
  const identification = new SieIdentification(findings);
  const chart = new SieChart(findings);
  const balances = new SieBalances();
  const vouchers = new SieVoucherReader(findings);
  const checksum = new SieChecksum(findings);
  const readers = new Map([
    ...unusedLabels.map((label) => [label, () => {}] as const),
    ...Object.entries({ ...identification.readers, ...chart.readers, ...balances.readers }),
  ]);
  let lineCount = 1;
  for (const record of readSieRecords(text, findings)) {
    lineCount = record.line;
    checksum.take(record);
    if (vouchers.take(record)) continue;
    const read = readers.get(record.label);
    if (!read) unknownLabel(record, options, findings);
    else if (vouchers.isInBlock) unexpectedRecord(record, findings);
    else read(new SieFields(record, findings, objectListPosition[record.label]));
  }
  vouchers.end();
  checksum.end();
  if (balances.isEmpty) requireBalances(vouchers.vouchers, lineCount, findings);
  return {
    ...identification.finish(lineCount),
    ...chart.finish(lineCount),
    ...balances.finish(),
    vouchers: vouchers.vouchers,
    lineCount,
  };
}

function unknownLabel(record: SieRecord, options: SieReadingOptions, findings: SieFindings): void {
  const message = `SIE 4 has no label ${record.label.slice(0, 40)}.`;
  if (options.ignoreUnknownLabels) findings.remark(record.line, 'unknown_label', `${message} It is passed over.`);
  else findings.fault(record.line, 'unknown_label', message);
}

function unexpectedRecord(record: SieRecord, findings: SieFindings): void {
  const message = `${record.label} stands inside a voucher's braces: the closing brace is missing.`;
  findings.fault(record.line, 'unexpected_record_in_voucher', message);
}

/**
 * `#SIETYP 4` is both the export of books (4E) and the transaction file (4I), which has no balances (specification 6). A
 * file with neither balances nor vouchers has nothing to import, unless it has been cut off before them.
 */
function requireBalances(vouchers: readonly SieVoucher[], lastLine: number, findings: SieFindings): void {
  const [first] = vouchers;
  if (first) {
    const message =
      'The file has vouchers but no #IB, #UB or #RES: it is a transaction file (SIE 4I) and not an export of books (SIE 4E).';
    findings.fault(first.line, 'transaction_file', message);
  } else {
    const message = 'The file ends without #IB, #UB, #RES and #VER: it is cut off, or has nothing to import.';
    findings.fault(lastLine, 'no_balances', message);
  }
}
