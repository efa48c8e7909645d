import { crc32 } from 'node:zlib';
import { encodeCodePage437 } from './code-page-437.js';
import type { SieFindings } from './sie-findings.js';
import type { SieRecord } from './sie-records.js';

/**
 * The optional checksum of a file (specification 10): #KSUMMA alone starts it, #KSUMMA with a value ends it. CRC-32
 * runs over the labels and fields of the records between, in code page 437, without blanks, the quotes around fields and
 * braces. A start without an end is a fault (10.6). A value that differs is a remark: products are known to compute it in
 * other ways, and amounts are proved by the closing balances.
 */
export class SieChecksum {
  private start?: SieRecord;
  private value = 0;
  private ended = false;

  constructor(private readonly findings: SieFindings) {}

  /** To be called with every record, also those of unknown labels. */
  take(record: SieRecord): void {
    if (record.label === '#KSUMMA') this.mark(record);
    else if (this.start && !this.ended && record.label.startsWith('#')) {
      this.value = crc32(encodeCodePage437([record.label, ...record.fields.flat()].join('')), this.value);
    }
  }

  /** To be called after the last record. */
  end(): void {
    if (!this.start || this.ended) return;
    const message = 'The file announces a checksum (#KSUMMA) that does not come: it is cut off.';
    this.findings.fault(this.start.line, 'checksum_missing', message);
  }

  private mark(record: SieRecord): void {
    const declared = record.fields[0];
    if (declared === undefined) {
      this.start ??= record;
      return;
    }
    if (!this.start || this.ended) return;
    this.ended = true;
    // Products write the 32 bits as an unsigned or as a signed number.
    if (Number(declared) >>> 0 === this.value) return;
    const message = `#KSUMMA says ${String(declared)}, the records give ${this.value}: something was changed after the export.`;
    this.findings.remark(record.line, 'checksum_differs', message);
  }
}
