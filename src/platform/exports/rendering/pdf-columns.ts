import type { CellKind, ColumnHead } from '../table.js';

/** A printed column at its place on the page. */
export interface PdfColumn {
  heading: string;
  kind: CellKind;
  left: number;
  width: number;
  align: 'left' | 'right';
  /** Its part of the width. */
  share: number;
}

/** More columns than this take the page across. */
const MOST_UPRIGHT = 7;

export const isAcross = (columns: readonly ColumnHead[]): boolean =>
  columns.filter(({ paper }) => paper).length > MOST_UPRIGHT;

/** Divides the width among the printed columns by their shares. */
export function placed(columns: readonly ColumnHead[], left: number, width: number): PdfColumn[] {
  const printed = columns.filter(({ paper }) => paper);
  const whole = printed.reduce((sum, { paper }) => sum + paper!.share, 0);
  let at = left;
  return printed.map(({ kind, paper }) => {
    const own = (width * paper!.share) / whole;
    const align = kind === 'amount' || kind === 'count' ? 'right' : 'left';
    const column: PdfColumn = { heading: paper!.heading, kind, left: at, width: own, align, share: paper!.share };
    at += own;
    return column;
  });
}
