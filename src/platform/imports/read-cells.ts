import { type CalendarDate, parseCalendarDate } from '#kernel/calendar-date.js';
import { type Decimal, parseDecimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from './cell-formats.js';

const datePatterns: Readonly<Record<DateFormat, RegExp>> = {
  year_month_day: /^(?<y>\d{4})([-./])(?<m>\d{1,2})\2(?<d>\d{1,2})$/,
  compact: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  day_month_year: /^(?<d>\d{1,2})([-./])(?<m>\d{1,2})\2(?<y>\d{4})$/,
  month_day_year: /^(?<m>\d{1,2})([-./])(?<d>\d{1,2})\2(?<y>\d{4})$/,
};

const separators: Readonly<Record<DecimalSeparator | GroupSeparator, string>> = {
  none: '',
  point: '.',
  comma: ',',
  blank: ' ',
  apostrophe: "'",
};

/** The day that the text is in the format; undefined where it is none. */
export function readDateCell(text: string, format: DateFormat): CalendarDate | undefined {
  const { y = '', m = '', d = '' } = datePatterns[format].exec(text)?.groups ?? {};
  return y === '' ? undefined : parseCalendarDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}

export interface NumberFormat {
  decimalSeparator: DecimalSeparator;
  groupSeparator?: GroupSeparator;
}

/** Why numbers cannot be written like this: nobody could tell the separators apart. */
export const separatorFaults = (format: Partial<NumberFormat>, pointer: string): ProblemError[] =>
  format.decimalSeparator === undefined || format.decimalSeparator !== format.groupSeparator
    ? []
    : [{ pointer, code: 'separators_equal', message: 'Must not be the decimal separator.' }];

/**
 * The number that the text is in the format; undefined where it is none. Groups are of three digits, and all of them are
 * separated or none is, so that a decimal separator is never taken for one of groups.
 */
export function readNumberCell(text: string, format: NumberFormat): Decimal | undefined {
  const plain = text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replace('\u2212', '-');
  const group = separators[format.groupSeparator ?? 'none'];
  const [whole = '', fraction, ...more] = plain.split(separators[format.decimalSeparator]);
  if (more.length > 0 || fraction === '') return undefined;
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(whole) ?? [];
  const groups = group === '' ? [digits] : digits.split(group);
  const isGrouped = groups.length > 1;
  // A point that separates nothing here is no decimal point either.
  if (!isGrouped && !/^\d+$/.test(digits)) return undefined;
  if (isGrouped && !groups.every((one, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(one))) return undefined;
  const joined = groups.join('').replace(/^0+(?=\d)/, '');
  return parseDecimal(`${sign === '-' ? '-' : ''}${joined}${fraction === undefined ? '' : `.${fraction}`}`);
}
