import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { ColumnHead, Emphasis, TableHead } from '../table.js';
import type { RenderedFile, RowsProof, SheetRow } from './render-job.js';
import { cellText, xlsxCell } from './xlsx-cell.js';

const [NARROWEST, WIDEST] = [8, 60];

/** A spreadsheet: what it is about, the names of the columns, which stay in sight, the rows, and what proves them. */
export class XlsxFile implements RenderedFile<SheetRow> {
  private readonly rows: SheetData = [];
  private readonly widths: number[];
  private head: TableHead;

  constructor(private readonly columns: readonly ColumnHead[]) {
    this.widths = columns.map(({ name }) => name.length);
  }

  begin(head: TableHead): void {
    this.head = head;
  }

  row({ cells, emphasis }: SheetRow): void {
    cells.forEach((cell, at) => (this.widths[at] = Math.max(this.widths[at]!, cell?.length ?? 0)));
    const typed = cells.map((cell, at) => xlsxCell(cell, this.columns[at]!.kind));
    this.rows.push(emphasis ? typed.map((cell) => cell && { ...cell, ...styles[emphasis] }) : typed);
  }

  async end(proof: RowsProof): Promise<Uint8Array> {
    const above = this.titleRows();
    const data = [...above, this.nameRow(), ...this.rows, [], ...proofRows(proof)];
    return writeExcelFile(data, {
      sheet: sheetName(this.head.title),
      columns: this.widths.map((width) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, width + 2)) })),
      stickyRowsCount: above.length + 1,
    }).toBuffer();
  }

  private titleRows(): SheetData {
    const { title, owner, ownerDetails, facts } = this.head;
    return [
      [{ value: cellText(title), type: String, fontWeight: 'bold', fontSize: 14 }],
      ...[owner, ...ownerDetails]
        .filter(Boolean)
        .map((line): SheetData[number] => [{ value: cellText(line), type: String }]),
      ...facts.map(([name, value]): SheetData[number] => factRow(name, value)),
      [],
    ];
  }

  private nameRow(): SheetData[number] {
    return this.columns.map(({ name, kind }) => ({
      value: cellText(name),
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#E8ECF1',
      bottomBorderStyle: 'thin',
      align: kind === 'amount' || kind === 'count' ? 'right' : 'left',
    }));
  }
}

const styles: Readonly<Record<Emphasis, CellObject>> = {
  subtotal: { fontWeight: 'bold' },
  total: { fontWeight: 'bold', topBorderStyle: 'thin' },
};

const proofRows = ({ rowCount, sha256 }: RowsProof): SheetData => [
  factRow('Rows', String(rowCount)),
  factRow('SHA-256 of the rows as CSV', sha256),
];

const factRow = (name: string, value: string): SheetData[number] => [
  { value: [cellText(name), cellText(value)].join(': '), type: String, textColor: '#555555' },
];

/** Names of sheets have at most 31 characters, and some of them not at all. */
const sheetName = (title: string) => title.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);
