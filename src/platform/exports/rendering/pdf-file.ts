import { once } from 'node:events';
import type { ColumnHead, PaperRow, TableHead } from '../table.js';
import { isAcross, placed } from './pdf-columns.js';
import { INK, PdfLines, type SetLine } from './pdf-lines.js';
import { newDocument, ShownText } from './pdf-text.js';
import type { Imprint, RenderedFile, RowsProof } from './render-job.js';

const MARGIN = 40;
/** Where the page numbers stand, from the lower edge, and how much room the table leaves them. */
const [FOOT, FOOT_ROOM] = [28, 46];

/** A report on paper: whose it is, what it is about, the rows, and on every page what it belongs to. */
export class PdfFile implements RenderedFile<PaperRow> {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly shown: ShownText;
  private readonly lines: PdfLines;
  private head: TableHead;
  private group: string | undefined;
  private top = MARGIN;

  constructor(
    columns: readonly ColumnHead[],
    private readonly imprint: Imprint,
  ) {
    const layout = isAcross(columns) ? 'landscape' : 'portrait';
    this.document = newDocument({ size: 'A4', layout, margin: 0, lang: 'en', displayTitle: true, pdfVersion: '1.7' });
    this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.shown = new ShownText(this.document);
    const width = (layout === 'landscape' ? 841.89 : 595.28) - 2 * MARGIN;
    this.lines = new PdfLines(this.document, placed(columns, MARGIN, width), this.shown, imprint.locale);
  }

  begin(head: TableHead): void {
    this.head = head;
    const { title, owner, ownerDetails, facts } = head;
    Object.assign(this.document.info, { Title: title, Author: owner, Creator: 'Bureau' });
    this.document.addPage();
    this.write(owner, 11, 'bold', INK.text);
    for (const line of ownerDetails) this.write(line, 7.5, 'plain', INK.faint);
    this.top += 12;
    this.write(title, 17, 'bold', INK.text);
    this.top += 2;
    this.write(facts.map(([name, value]) => [name, value].join(': ')).join('   \u00B7   '), 8, 'plain', INK.faint);
    this.top += 9;
    this.place(this.lines.headings());
  }

  row(row: PaperRow): void {
    const line = this.lines.row(row);
    const isNew = row.group !== undefined && row.group !== this.group;
    const heading = isNew ? this.lines.group(row.group!) : undefined;
    // A heading is not left alone at the foot of a page.
    this.makeRoom(line.height + (heading?.height ?? 0), isNew ? undefined : this.group);
    if (heading) this.place(heading);
    this.group = row.group;
    this.place(line);
  }

  async end({ rowCount, sha256 }: RowsProof): Promise<Uint8Array> {
    this.makeRoom(30, undefined);
    this.top += 8;
    const counted = rowCount === 1 ? '1 row' : `${rowCount} rows`;
    this.write(`${counted}. SHA-256 of the rows as CSV: ${sha256}`, 6.5, 'plain', INK.faint);
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.document.switchToPage(page);
      this.footer(page + 1, count);
    }
    const ended = once(this.document, 'end');
    this.document.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private makeRoom(height: number, goesOn: string | undefined): void {
    if (this.top + height <= this.document.page.height - FOOT_ROOM) return;
    this.document.addPage();
    this.top = MARGIN - 12;
    const period = this.head.facts[0]?.[1];
    this.write(
      [this.head.owner, this.head.title, period].filter(Boolean).join('   \u00B7   '),
      7.5,
      'plain',
      INK.faint,
    );
    this.top += 4;
    this.place(this.lines.headings());
    if (goesOn !== undefined) this.place(this.lines.group(`${goesOn} (continued)`));
  }

  private place(line: SetLine): void {
    line.draw(this.top);
    this.top += line.height;
  }

  /** Writes a line of text over the whole width, below what is there. */
  private write(text: string, size: number, weight: 'plain' | 'bold', color: string): void {
    const line = this.shown.of(text);
    const options = { width: this.document.page.width - 2 * MARGIN };
    this.document.font(weight).fontSize(size);
    const height = this.document.heightOfString(line, options);
    this.document.fillColor(color).text(line, MARGIN, this.top, options);
    this.top += height;
  }

  private footer(page: number, count: number): void {
    const { width, height } = this.document.page;
    const at = height - FOOT;
    this.document.font('plain').fontSize(6.5).fillColor(INK.faint);
    this.document.text(`Request ${this.imprint.requestId}`, MARGIN, at, { lineBreak: false });
    const number = `Page ${page} of ${count}`;
    this.document.text(number, width - MARGIN - this.document.widthOfString(number), at, { lineBreak: false });
  }
}
