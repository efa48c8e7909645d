// What spreadsheets take for the beginning of a formula, also in full width (OWASP, "CSV Injection").
const startsFormula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/u;

/**
 * Text that somebody wrote, for a cell: an apostrophe goes before a text that a spreadsheet would take for a formula.
 * Amounts, dates and ids are no such text and stay as they are.
 */
export function textCell(text: string | null): string {
  if (text === null) return '';
  return startsFormula.test(text) ? `'${text}` : text;
}
