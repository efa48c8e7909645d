import { once } from 'node:events';
import type { Letter, LetterColumn, LetterRow, LetterSection, LetterSum } from '../letter.js';
import { attach, describeArchive } from './pdf-archive.js';
import { INK } from './pdf-lines.js';
import { newDocument, ShownText, type Weight } from './pdf-text.js';

const [LEFT, RIGHT, WIDTH] = [56, 539, 483];
/** Where the address stands in an envelope with a window (DIN 5008, form B). */
const [WINDOW_TOP, WINDOW_WIDTH, BODY_TOP] = [128, 230, 262];
/** Where the first line of a further page stands, and where the table ends above the footer. */
const [TOP, BOTTOM, FOOT] = [64, 744, 758];
const SIZE = 8.5;
const CELL = { beside: 3, above: 3.4 } as const;

interface Placed extends LetterColumn {
  left: number;
  width: number;
}

/** A letter as PDF: sender, address, facts, tables over as many pages as they take, sums, and what is to be said beside. */
export class PdfLetter {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly shown: ShownText;
  /** Of the table that is being written. */
  private columns: readonly Placed[] = [];
  private top = TOP;

  constructor(private readonly letter: Letter) {
    const { language, title, sender, createdAt, attachment } = letter;
    this.document = newDocument({
      size: 'A4',
      margin: 0,
      lang: language,
      displayTitle: true,
      pdfVersion: '1.7',
      ...(attachment && { subset: 'PDF/A-3b' }),
      info: {
        Title: title,
        Author: sender.name,
        Creator: 'Bureau',
        Producer: 'Bureau',
        CreationDate: new Date(createdAt),
      },
    });
    this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    if (attachment) describeArchive(this.document, attachment);
    this.shown = new ShownText(this.document);
  }

  async whole(): Promise<Uint8Array> {
    const { letter, document } = this;
    this.newPage();
    this.head();
    for (const line of letter.opening) this.paragraph(line, 9);
    for (const section of letter.sections) this.section(section);
    for (const { heading, lines } of letter.closing) {
      this.makeRoom(26);
      this.top += 10;
      if (heading !== undefined) this.paragraph(heading, 9, 'bold');
      for (const line of lines) this.paragraph(line, 9);
    }
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      document.switchToPage(page);
      this.foot(page + 1, count);
    }
    if (letter.attachment) attach(document, letter.attachment, new Date(letter.createdAt));
    const ended = once(document, 'end');
    document.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private newPage(): void {
    this.document.addPage();
    const { mark } = this.letter;
    if (mark !== undefined) this.text(mark, LEFT, 22, { size: 11, weight: 'bold', color: '#B42318' });
    this.top = TOP;
  }

  /** Whose it is, whom it is for, and what it is about. */
  private head(): void {
    const { sender, recipient, facts, title } = this.letter;
    this.text(sender.name, LEFT, 44, { size: 15, weight: 'bold', width: WIDTH });
    this.rule(72, INK.strong, 1.2);
    this.text(sender.line, LEFT, WINDOW_TOP, { size: 6.5, color: INK.faint, width: WINDOW_WIDTH });
    let at = WINDOW_TOP + 14;
    for (const line of recipient) at += this.text(line, LEFT, at, { size: 10, width: WINDOW_WIDTH }) + 1.5;
    let factTop = WINDOW_TOP;
    for (const [name, value] of facts) {
      const height = this.text(name, 318, factTop, { size: 8, color: INK.faint, width: 100 });
      const other = this.text(value, 420, factTop, { size: 8.5, width: RIGHT - 420, align: 'right' });
      factTop += Math.max(height, other) + 3;
    }
    this.top = Math.max(BODY_TOP, at + 14, factTop + 14);
    this.top += this.text(title, LEFT, this.top, { size: 17, weight: 'bold', width: WIDTH }) + 8;
  }

  private paragraph(line: string, size: number, weight: Weight = 'plain'): void {
    const height = this.heightOf(line, { size, weight, width: WIDTH });
    this.makeRoom(height + 2);
    this.top += this.text(line, LEFT, this.top, { size, weight, width: WIDTH }) + 2;
  }

  private section({ heading, table, sums }: LetterSection): void {
    this.columns = placedColumns(table.columns);
    if (heading !== undefined) {
      // Not without the first rows, else it heads nothing.
      this.makeRoom(90);
      this.top += 12;
      this.paragraph(heading, 10.5, 'bold');
      this.top -= 4;
    }
    this.headings();
    for (const row of table.rows) this.row(row);
    this.sums(sums);
  }

  private headings(): void {
    this.top += 8;
    const heights = this.columns.map(({ heading, width }) =>
      this.heightOf(heading, { size: 7.5, weight: 'bold', width }),
    );
    const height = Math.max(...heights) + 2 * CELL.above;
    this.document.rect(LEFT, this.top, WIDTH, height).fill(INK.band);
    for (const { heading, left, width, align } of this.columns) {
      this.text(heading, left, this.top + CELL.above, { size: 7.5, weight: 'bold', width, align });
    }
    this.top += height;
    this.rule(this.top, INK.strong);
  }

  private row({ cells, notes = [], isSum = false }: LetterRow): void {
    const weight = isSum ? 'bold' : 'plain';
    const wide = this.columns.reduce((most, column) => (column.share > most.share ? column : most));
    const heights = cells.map((cell, at) =>
      this.heightOf(cell, { size: SIZE, weight, width: this.columns[at]!.width }),
    );
    const noteHeights = notes.map((note) => this.heightOf(note, { size: 7.5, width: wide.width }));
    const below = noteHeights.reduce((sum, one) => sum + one + 1, 0);
    const wideHeight = heights[this.columns.indexOf(wide)]!;
    const height = Math.max(...heights, wideHeight + below) + 2 * CELL.above;
    this.makeRoom(height, true);
    cells.forEach((cell, at) => {
      const { left, width, align } = this.columns[at]!;
      this.text(cell, left, this.top + CELL.above, { size: SIZE, weight, width, align });
    });
    let noteTop = this.top + CELL.above + wideHeight + 1;
    notes.forEach((note, at) => {
      this.text(note, wide.left, noteTop, { size: 7.5, width: wide.width, color: INK.faint });
      noteTop += noteHeights[at]! + 1;
    });
    this.top += height;
    this.rule(this.top, INK.rule, 0.25);
  }

  /** Kept together, so that nobody takes a part of them for the whole. */
  private sums(sums: readonly LetterSum[]): void {
    if (sums.length === 0) return;
    const together = Math.min(sums.length * 17 + 14, 400);
    this.makeRoom(together);
    this.top += 7;
    for (const sum of sums) this.sum(sum);
  }

  private sum({ label, value, isTotal = false }: LetterSum): void {
    const weight = isTotal ? 'bold' : 'plain';
    const size = isTotal ? 10 : 9;
    const [left, width] = [LEFT + 190, 190];
    const height = this.heightOf(label, { size, weight, width }) + 5;
    this.makeRoom(height + 6);
    if (isTotal) {
      this.rule(this.top, INK.strong, 0.8, left);
      this.top += 4;
    }
    this.text(label, left, this.top, { size, weight, width });
    this.text(value, left + width, this.top, {
      size,
      weight,
      width: RIGHT - left - width - CELL.beside,
      align: 'right',
    });
    this.top += height;
  }

  private makeRoom(height: number, withHeadings = false): void {
    if (this.top + height <= BOTTOM) return;
    this.newPage();
    const { sender, title } = this.letter;
    this.text(`${sender.name}   \u00B7   ${title}`, LEFT, 40, { size: 8, color: INK.faint, width: WIDTH });
    if (withHeadings) this.headings();
  }

  private foot(page: number, count: number): void {
    const { footer, pageNumber } = this.letter;
    this.rule(FOOT, INK.rule);
    const width = WIDTH / Math.max(footer.length, 1);
    footer.forEach((lines, at) => {
      let top = FOOT + 7;
      for (const line of lines) {
        const options = { size: 6.5, color: INK.faint, width: width - 10 };
        top += this.text(line, LEFT + at * width, top, options) + 0.5;
      }
    });
    const number = pageNumber.replace('{page}', String(page)).replace('{pages}', String(count));
    this.text(number, LEFT, 818, { size: 7, color: INK.faint, width: WIDTH, align: 'right' });
  }

  private rule(at: number, color: string, thickness = 0.6, left = LEFT): void {
    this.document.moveTo(left, at).lineTo(RIGHT, at).lineWidth(thickness).strokeColor(color).stroke();
  }

  private heightOf(text: string, { size, weight = 'plain', width }: Setting & { width: number }): number {
    if (text === '') return 0;
    this.document.font(weight).fontSize(size);
    return this.document.heightOfString(this.shown.of(text), { width });
  }

  /** Wraps what is wider than its place; gives the height. */
  private text(text: string, left: number, top: number, setting: Setting): number {
    const { size, weight = 'plain', color = INK.text, width = WIDTH, align = 'left' } = setting;
    if (text === '') return 0;
    const shown = this.shown.of(text);
    this.document.font(weight).fontSize(size).fillColor(color);
    const height = this.document.heightOfString(shown, { width });
    this.document.text(shown, left, top, { width, align });
    return height;
  }
}

interface Setting {
  size: number;
  weight?: Weight;
  color?: string;
  width?: number;
  align?: 'left' | 'right';
}

function placedColumns(columns: readonly LetterColumn[]): Placed[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let left = LEFT;
  return columns.map((column) => {
    const width = (WIDTH * column.share) / whole;
    const placed = { ...column, left: left + CELL.beside, width: width - 2 * CELL.beside };
    left += width;
    return placed;
  });
}
