import type { DecimalSeparator } from '#platform/imports/cell-formats.js';
import { readNumberCell } from '#platform/imports/read-cells.js';
import type { JournalAmount, JournalPosting } from './plain-text-journal.js';

const symbol = `"[^"]*"|[^\\s\\d.,'"@={}()*;+-]+`;
const amountForm = new RegExp(`^([-+])?\\s*(?:(${symbol})\\s*)?([-+])?\\s*([\\d.,]+)\\s*(${symbol})?$`, 'u');
const assertionForm = /^(={1,2})(\*)?\s*(.*)$/s;

/** One amount such as `£100`, `-80 USD` or `$-1,250.50`; undefined where the text is none. */
export function readAmount(text: string, decimalSeparator: DecimalSeparator): JournalAmount | undefined {
  const [, outer, before, inner, digits, after] = amountForm.exec(text.trim()) ?? [];
  if (digits === undefined || (before && after) || (outer && inner)) return undefined;
  const mark = decimalSeparator === 'point' ? '.' : ',';
  const groupSeparator = decimalSeparator === 'point' ? 'comma' : 'point';
  const plain = digits.startsWith(mark) ? `0${digits}` : digits.endsWith(mark) ? digits.slice(0, -1) : digits;
  const number = readNumberCell(plain, { decimalSeparator, groupSeparator });
  if (!number) return undefined;
  const isNegative = (outer ?? inner) === '-' && !number.isZero();
  const commodity = (before ?? after ?? '').replaceAll('"', '');
  return { quantity: isNegative ? number.negated() : number, commodity };
}

export type PostedAmounts = Pick<JournalPosting, 'amount' | 'cost' | 'assertion'>;

/** What stands after the account of a posting, without its comment; a text says why it cannot be read. */
export function readPostedAmounts(text: string, decimalSeparator: DecimalSeparator): PostedAmounts | string {
  if (/[{}]/.test(text)) return 'Lots and their prices ({…}) are not read.';
  if (/[()*/]/.test(text.replace(/=\*/, '='))) return 'Expressions are not read; write the amount.';
  const [figures, asserted] = splitAt(text, text.indexOf('='));
  const [amountText, costText] = splitAt(figures, figures.indexOf('@'));
  const amounts: PostedAmounts = {};
  if (amountText.trim() !== '') {
    amounts.amount = readAmount(amountText, decimalSeparator);
    if (!amounts.amount) return notAmount(amountText, decimalSeparator);
  }
  if (costText !== undefined) {
    const isTotal = costText.startsWith('@@');
    const cost = readAmount(costText.slice(isTotal ? 2 : 1), decimalSeparator);
    if (!cost || !amounts.amount) return notAmount(costText, decimalSeparator);
    amounts.cost = { ...cost, isTotal };
  }
  if (asserted !== undefined) {
    const [, signs, star, rest = ''] = assertionForm.exec(asserted) ?? [];
    const balance = readAmount(rest, decimalSeparator);
    if (!balance) return notAmount(rest, decimalSeparator);
    if (!amounts.amount)
      return 'A balance that is assigned (= without an amount before) is not read; write the amount.';
    amounts.assertion = { ...balance, isSole: signs === '==', isInclusive: star !== undefined };
  }
  return amounts;
}

const splitAt = (text: string, at: number): [string, string?] =>
  at < 0 ? [text] : [text.slice(0, at), text.slice(at)];

const notAmount = (text: string, decimalSeparator: DecimalSeparator) =>
  `${JSON.stringify(text.trim().slice(0, 60))} is no amount with a decimal ${decimalSeparator}.`;
