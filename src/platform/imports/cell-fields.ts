import { Choice, type FieldOptions, Text } from '../http/fields/fields.js';
import { dateFormats, decimalSeparators, groupSeparators } from './cell-formats.js';

const MOST_CHARACTERS_OF_HEADER = 200;

/** The name of a column, as the header of the file has it. */
export const Column = (example: string, description: string) =>
  Text(MOST_CHARACTERS_OF_HEADER, { example, description });

/** The same of a column that a file may do without. */
export const OptionalColumn = (example: string, description?: string) =>
  Text(MOST_CHARACTERS_OF_HEADER, {
    optional: true,
    example,
    ...(description === undefined ? {} : { description }),
  });

/** How dates of a file are written. */
export const CsvDateFormat = (
  description = 'Of all dates, never guessed: 2026-01-31; `compact` 20260131; 31.01.2026; 01/31/2026. Between the numbers stand `-`, `.` or `/`.',
) => Choice(dateFormats, { name: 'CsvDateFormat', example: 'day_month_year', description });

/** What stands before the decimals of a file; the description says of which numbers. */
export const CsvDecimalSeparator = (options: Pick<FieldOptions<string>, 'description' | 'optional'>) =>
  Choice(decimalSeparators, { name: 'DecimalSeparator', example: 'comma', ...options });

/** What stands between the thousands of a file. */
export const CsvGroupSeparator = () =>
  Choice(groupSeparators, {
    name: 'GroupSeparator',
    optional: true,
    example: 'point',
    description: 'Between thousands; `none` where left out.',
  });
