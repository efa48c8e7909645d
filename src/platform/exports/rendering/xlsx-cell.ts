import type { CellObject } from 'write-excel-file/node';
import type { Cell, CellKind } from '../table.js';

/** A spreadsheet computes with floating-point numbers, which keep this many decimal digits whatever they are. */
const EXACT_DIGITS = 15;
/** The first day that all spreadsheets count alike: some believe in a 29 February 1900. */
const FIRST_DAY = '1900-03-01';

type XlsxCell = CellObject | null;

/**
 * A cell with its type. What the type cannot hold exactly is text instead, so that nothing is rounded: decimals of more
 * than 15 significant digits, and days before March 1900. Text is a string cell, which no spreadsheet takes for a formula.
 */
export function xlsxCell(cell: Cell, kind: CellKind): XlsxCell {
  if (cell === null || cell === '') return null;
  if (kind === 'amount' || kind === 'count') return numberCell(cell);
  if (kind === 'flag') return { value: cell === 'true', type: Boolean };
  if (kind === 'date' && cell >= FIRST_DAY) return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd' };
  return { value: cellText(cell), type: String };
}

function numberCell(text: string): XlsxCell {
  const [, fraction = ''] = text.split('.', 2);
  if (significantDigits(text) > EXACT_DIGITS) return { value: text, type: String, align: 'right' };
  const format = fraction === '' ? '0' : ['#,##0.', '0'.repeat(fraction.length)].join('');
  return { value: Number(text), type: Number, format };
}

/** Digits from the first to the last that is not zero. */
function significantDigits(text: string): number {
  return text.replaceAll(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

// XML 1.0 has no control characters but tab, line feed and carriage return, and no halves of surrogate pairs; Unicode
// keeps its noncharacters out of what programs hand to each other.
const noText = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}/gu;
// How spreadsheets write a character by its code, so a text that looks like it has to say that it is none (ECMA-376).
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
// XML readers turn carriage returns into line feeds, and the library leaves the others out without a word.
const lostOnTheWay = /[\r\u007F-\u0084\u0086-\u009F\uFFFD]/g;

/** Text as a string cell can hold it: what no text has a character for is shown as a replacement. */
export function cellText(text: string): string {
  const written = text
    .replaceAll(noText, '\uFFFD')
    .replaceAll(looksEscaped, '_x005F_')
    .replaceAll(lostOnTheWay, byCode);
  // The library looks texts up in a plain object, where it would find these; by its code, the first letter hides them.
  return written in {} ? written.replace(/^./, byCode) : written;
}

const byCode = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
