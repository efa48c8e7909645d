import type { CalendarDate } from '#kernel/calendar-date.js';
import { SieFields } from './sie-fields.js';
import type { SieObjectReference, SieRowKind, SieVoucher, SieVoucherRow } from './sie-file.js';
import type { SieFindings } from './sie-findings.js';
import type { SieRecord } from './sie-records.js';

const rowKinds: Readonly<Record<string, SieRowKind>> = {
  '#TRANS': 'transaction',
  '#RTRANS': 'added',
  '#BTRANS': 'struck',
};

interface OpenVoucher {
  header: Omit<SieVoucher, 'rows' | 'date'> & { date: CalendarDate | undefined };
  rows: SieVoucherRow[];
  /** Its opening brace has come. */
  inBlock: boolean;
}

/**
 * Reads #VER blocks: the header, a line with an opening brace, rows, a line with a closing brace (specification 5.4).
 * An #RTRANS must be followed at once by the same row as #TRANS, for readers that do not know it. The two may differ in
 * date and signature: those of the #RTRANS tell when and by whom the row was added.
 */
export class SieVoucherReader {
  readonly vouchers: SieVoucher[] = [];
  private headers = 0;
  private open?: OpenVoucher;
  private added?: SieVoucherRow;

  constructor(private readonly findings: SieFindings) {}

  /** True when the record belongs to vouchers and has been dealt with. */
  take(record: SieRecord): boolean {
    const rowKind = rowKinds[record.label];
    if (this.added && rowKind !== 'transaction') this.faultOfAdded(this.added);
    if (this.open && !this.open.inBlock && record.label !== '{') this.abandon(this.open);
    if (record.label === '#VER') this.begin(record);
    else if (record.label === '{') this.enter(record);
    else if (record.label === '}') this.finish(record);
    else if (rowKind) this.row(record, rowKind);
    else return false;
    return true;
  }

  /** True between the braces of a voucher, where no other record may stand. */
  get isInBlock(): boolean {
    return this.open?.inBlock === true;
  }

  /** To be called after the last record: a voucher that is still open means that the file is cut off. */
  end(): void {
    if (this.added) this.faultOfAdded(this.added);
    if (this.open?.inBlock) this.faultOfOpen(this.open);
    else if (this.open) this.abandon(this.open);
  }

  private begin(record: SieRecord): void {
    if (this.open) this.faultOfOpen(this.open);
    const fields = new SieFields(record, this.findings);
    this.open = {
      header: {
        position: ++this.headers,
        series: fields.text(0),
        number: fields.text(1),
        date: fields.date(2, 'voucher date'),
        text: fields.text(3),
        registeredOn: fields.incidentalDate(4, 'registration date'),
        signature: fields.text(5),
        line: record.line,
      },
      rows: [],
      inBlock: false,
    };
  }

  private enter(record: SieRecord): void {
    if (this.open && !this.open.inBlock) this.open.inBlock = true;
    else this.findings.fault(record.line, 'unexpected_brace', 'An opening brace follows a #VER record only.');
  }

  private finish(record: SieRecord): void {
    if (!this.open?.inBlock) {
      this.findings.fault(record.line, 'unexpected_brace', 'The closing brace has no opening brace.');
      return;
    }
    const { header, rows } = this.open;
    if (header.date) this.vouchers.push({ ...header, date: header.date, rows });
    this.open = undefined;
  }

  private row(record: SieRecord, kind: SieRowKind): void {
    if (!this.open?.inBlock) {
      this.findings.fault(record.line, 'row_outside_voucher', `${record.label} stands outside a voucher's braces.`);
      return;
    }
    const row = this.readRow(record, kind);
    const { added } = this;
    this.added = kind === 'added' ? row : undefined;
    if (!row) return;
    if (added && !isSameRow(added, row)) this.faultOfAdded(added);
    this.open.rows.push(row);
  }

  private readRow(record: SieRecord, kind: SieRowKind): SieVoucherRow | undefined {
    const fields = new SieFields(record, this.findings, 1);
    const account = fields.account(0);
    const objects = fields.objects(1);
    const amount = fields.amount(2);
    const date = fields.optionalDate(3, 'date of the row');
    if (!account || !objects || !amount || date === undefined) return undefined;
    return {
      kind,
      account,
      objects,
      amount,
      date: date ?? undefined,
      text: fields.text(4),
      quantity: fields.quantity(5),
      signature: fields.text(6),
      line: record.line,
    };
  }

  private abandon(voucher: OpenVoucher): void {
    const message = 'The voucher has no rows: its opening brace does not follow.';
    this.findings.fault(voucher.header.line, 'voucher_without_block', message);
    this.open = undefined;
  }

  private faultOfOpen(voucher: OpenVoucher): void {
    const message = 'The closing brace of the voucher is missing: the file is cut off or damaged.';
    this.findings.fault(voucher.header.line, 'voucher_not_closed', message);
    this.open = undefined;
  }

  private faultOfAdded(row: SieVoucherRow): void {
    const message = 'The #RTRANS row is not followed by the same row as #TRANS, so it would not count.';
    this.findings.fault(row.line, 'added_row_without_transaction', message);
    this.added = undefined;
  }
}

function isSameRow(one: SieVoucherRow, other: SieVoucherRow): boolean {
  return one.account === other.account && one.amount.equals(other.amount) && isSameObjects(one.objects, other.objects);
}

function isSameObjects(one: readonly SieObjectReference[], other: readonly SieObjectReference[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ dimension, object }, index) => {
      const counterpart = other[index];
      return counterpart?.dimension === dimension && counterpart.object === object;
    })
  );
}
