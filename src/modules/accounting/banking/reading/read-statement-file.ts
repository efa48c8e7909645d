import { isCamt, readCamt } from '../camt/read-camt.js';
import type { CsvStatementMapping } from '../csv/csv-statement-mapping.js';
import { readStatementCsv } from '../csv/read-statement-csv.js';
import { isMt940, readMt940 } from '../mt940/read-mt940.js';
import { isOfx, readOfx } from '../ofx/read-ofx.js';
import { readFileText } from './file-text.js';
import type { ReadStatement, StatementFormat } from './read-statement.js';
import type { StatementFindings } from './statement-findings.js';

/** What a CSV file needs to be read: nothing of it is guessed. */
export interface CsvReading {
  mapping: CsvStatementMapping;
  currency: string;
}

export interface ReadFile {
  format: StatementFormat;
  statements: ReadStatement[];
}

/** Statements of a file, in the format that it has; of CSV, by a mapping. Pure: no bytes throw, what is wrong is a finding. */
export function readStatementFile(
  bytes: Uint8Array,
  csv: CsvReading | undefined,
  findings: StatementFindings,
): ReadFile | undefined {
  if (csv) return { format: 'csv', statements: readStatementCsv(bytes, csv.mapping, csv.currency, findings) };
  const text = textOf(bytes, findings);
  if (text === undefined) return undefined;
  if (isCamt(text)) return { format: 'camt', statements: readCamt(text, findings) };
  if (isOfx(text)) return { format: 'ofx', statements: readOfx(text, findings) };
  if (isMt940(text)) return { format: 'mt940', statements: readMt940(text, findings) };
  const message =
    'The file is neither camt.052, .053 or .054, nor MT940, nor OFX. A CSV file needs the name of a mapping.';
  findings.fault(1, 'unknown_format', message);
  return undefined;
}

/** XML says itself how it is encoded. */
function textOf(bytes: Uint8Array, findings: StatementFindings): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, named = ''] = /<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/i.exec(head) ?? [];
  const isLatin = /^(?:iso-8859-1|latin1|windows-1252)$/i.test(named);
  const isNinth = /^(?:iso-8859-15)$/i.test(named);
  return readFileText(bytes, findings, isLatin ? 'windows_1252' : isNinth ? 'iso_8859_15' : undefined);
}
