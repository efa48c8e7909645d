import type { Cell, CellKind } from './table.js';

// What spreadsheets take for the beginning of a formula, also in full width (OWASP, "CSV Injection").
const startsFormula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/u;

/**
 * A cell of CSV. Before text that a spreadsheet would take for a formula goes an apostrophe; amounts, counts, dates and
 * flags are no such text and stay as they are.
 */
export function csvCell(cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  return kind === 'text' && startsFormula.test(cell) ? `'${cell}` : cell;
}
