import { amountFormat } from '../locale.js';
import type { PaperRow } from '../table.js';
import type { PdfColumn } from './pdf-columns.js';
import { type ShownText, type Weight } from './pdf-text.js';

const SIZE = 7.5;
const LINE = 9.5;
/** Space on either side of a cell, and above and below a line. */
const [BESIDE, ABOVE] = [3, 2.2];
const INDENT = 9;
const MOST_LEVELS = 8;
export const INK = { text: '#1A1F26', faint: '#5B6572', rule: '#C6CDD6', strong: '#1A1F26', band: '#EEF1F5' } as const;

/** A cell with its text ready, and how it is set. */
interface SetCell {
  text: string;
  column: PdfColumn;
  indent: number;
  size: number;
  isWrapped: boolean;
}

/** A line of the table that knows how high it is before it has a place. */
export interface SetLine {
  height: number;
  draw(top: number): void;
}

/** Sets lines of a table: text is wrapped, never cut; an amount is in one piece, in a smaller size where it is long. */
export class PdfLines {
  private readonly amount: (text: string) => string;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly columns: readonly PdfColumn[],
    private readonly shown: ShownText,
    locale: string | undefined,
  ) {
    this.amount = amountFormat(locale);
  }

  headings(): SetLine {
    const line = this.set(
      this.columns.map(({ heading }) => heading),
      'bold',
      0,
    );
    return {
      height: line.height + 1,
      draw: (top) => {
        this.band(top, line.height);
        line.draw(top);
        this.rule(top + line.height, INK.strong);
      },
    };
  }

  row({ cells, level, emphasis }: PaperRow): SetLine {
    const texts = cells.map((cell, at) => this.textOf(cell ?? '', this.columns[at]!));
    const line = this.set(texts, emphasis ? 'bold' : 'plain', Math.min(level, MOST_LEVELS) * INDENT);
    return {
      height: line.height,
      draw: (top) => {
        line.draw(top);
        if (emphasis === 'total') this.rule(top, INK.strong);
        else this.rule(top + line.height, INK.rule, 0.25);
      },
    };
  }

  group(text: string): SetLine {
    const { left, width } = this.span();
    const height = LINE + 2 * ABOVE + 3;
    this.document.font('bold').fontSize(SIZE + 0.5);
    const lines = this.document.heightOfString(this.shown.of(text), { width: width - 2 * BESIDE });
    return {
      height: Math.max(height, lines + 2 * ABOVE + 3),
      draw: (top) => {
        this.document.font('bold').fontSize(SIZE + 0.5);
        this.document
          .fillColor(INK.text)
          .text(this.shown.of(text), left + BESIDE, top + ABOVE + 3, { width: width - 2 * BESIDE });
      },
    };
  }

  private textOf(cell: string, { kind }: PdfColumn): string {
    return kind === 'amount' && /^-?\d/.test(cell) ? this.amount(cell) : this.shown.of(cell);
  }

  private set(texts: readonly string[], weight: Weight, indent: number): SetLine {
    const cells = texts.map((text, at) => this.cell(text, at, weight, indent));
    const height = Math.max(LINE, ...cells.map((cell) => this.heightOf(cell))) + 2 * ABOVE;
    return { height, draw: (top) => cells.forEach((cell) => this.draw(cell, weight, top)) };
  }

  private cell(text: string, at: number, weight: Weight, indent: number): SetCell {
    const column = this.columns[at]!;
    const firstText = this.columns.findIndex(({ kind, share }) => kind === 'text' && share > 1.5);
    const own = at === Math.max(firstText, 0) ? indent : 0;
    this.document.font(weight).fontSize(SIZE);
    const room = column.width - 2 * BESIDE - own;
    const width = text === '' ? 0 : this.document.widthOfString(text);
    const isWrapped = width > room && column.align === 'left';
    const size = width > room && !isWrapped ? (SIZE * room) / width : SIZE;
    return { text, column, indent: own, size, isWrapped };
  }

  private heightOf({ text, column, indent, isWrapped }: SetCell): number {
    if (!isWrapped) return LINE;
    return this.document.heightOfString(text, {
      width: column.width - 2 * BESIDE - indent,
      lineGap: LINE - SIZE * 1.17,
    });
  }

  private draw({ text, column, indent, size, isWrapped }: SetCell, weight: Weight, top: number): void {
    if (text === '') return;
    const [left, width] = [column.left + BESIDE + indent, column.width - 2 * BESIDE - indent];
    this.document.font(weight).fontSize(size).fillColor(INK.text);
    if (isWrapped) {
      this.document.text(text, left, top + ABOVE, { width, lineGap: LINE - SIZE * 1.17 });
      return;
    }
    const shift = column.align === 'right' ? width - this.document.widthOfString(text) : 0;
    this.document.text(text, left + shift, top + ABOVE + (SIZE - size) * 0.9, { lineBreak: false });
  }

  private span(): { left: number; width: number } {
    const [first, last] = [this.columns[0]!, this.columns.at(-1)!];
    return { left: first.left, width: last.left + last.width - first.left };
  }

  private band(top: number, height: number): void {
    const { left, width } = this.span();
    this.document.rect(left, top, width, height).fill(INK.band);
  }

  private rule(at: number, color: string, thickness = 0.6): void {
    const { left, width } = this.span();
    this.document
      .moveTo(left, at)
      .lineTo(left + width, at)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }
}
