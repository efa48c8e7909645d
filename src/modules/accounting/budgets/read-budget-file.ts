import type { ProblemError } from '#kernel/problem.js';
import { decimalRule } from '#platform/http/fields/number-rules.js';
import { finding, type ValueRule } from '#platform/http/fields/rule.js';
import { codeRule, textRule } from '#platform/http/fields/text-rules.js';
import { readCsv } from '#platform/imports/read-csv.js';
import { accountCode } from '../chart/account-code.js';
import type { BudgetLineWish } from './plan-budget-lines.js';

const MOST_ROWS = 20_000;
const MOST_FINDINGS = 100;

export const monthRule: ValueRule = {
  schema: { type: 'string', pattern: '^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])$' },
  check: (value) =>
    typeof value === 'string' && /^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])$/.test(value)
      ? undefined
      : finding('invalid_month', 'Must be a year and month, such as 2026-01.'),
};

const periodNumber = /^[1-9][0-9]{0,2}$/;
const columns = ['accountCode', 'month', 'periodNumber', 'amount'] as const;
type Column = (typeof columns)[number];
const required = ['accountCode', 'amount'] as const satisfies Column[];
const rules: Readonly<Record<Column, ValueRule>> = {
  accountCode: codeRule({ max: 20, ...accountCode }),
  month: monthRule,
  periodNumber: {
    schema: { type: 'string', pattern: periodNumber.source },
    check: (value) =>
      periodNumber.test(String(value)) ? undefined : finding('invalid_number', 'Must be the number of a period.'),
  },
  amount: decimalRule({ integerDigits: 18, fractionDigits: 6, example: '1250.00' }),
};
const valueCode = textRule({ max: 50 });
const PREFIX = 'dimension.';

export type BudgetFile =
  { wishes: BudgetLineWish[]; errors?: undefined } | { wishes?: undefined; errors: ProblemError[] };

/**
 * Reads a file of budget lines. A column `dimension.CODE` has the value of that dimension, and nothing where the line has
 * none.
 *
 * @param dimensionCodes those of the legal entity
 */
export function readBudgetFile(bytes: Buffer, dimensionCodes: readonly string[]): BudgetFile {
  const names = dimensionCodes.map((code) => `${PREFIX}${code}`);
  const { rows, errors } = readCsv(bytes, { columns: [...columns, ...names], required, mostRows: MOST_ROWS });
  if (errors) return { errors };
  const found: ProblemError[] = [];
  const wishes = rows.map(({ line, cells }): BudgetLineWish => {
    for (const name of [...columns, ...names]) {
      const fault = faultOf(name, cells[name]);
      if (fault && found.length < MOST_FINDINGS) {
        found.push({ pointer: '', code: fault.code, message: `${name}: ${fault.message}`, line });
      }
    }
    return {
      accountCode: cells['accountCode'] ?? '',
      month: cells['month'],
      periodNumber: cells['periodNumber'] === undefined ? undefined : Number(cells['periodNumber']),
      dimensions: names
        .filter((name) => cells[name] !== undefined)
        .map((name) => ({ dimensionCode: name.slice(PREFIX.length), valueCode: cells[name]! })),
      amount: cells['amount'] ?? '',
      at: { pointer: '', line },
    };
  });
  return found.length > 0 ? { errors: found } : { wishes };
}

function faultOf(name: string, cell: string | undefined) {
  const isRequired = (required as readonly string[]).includes(name);
  if (cell === undefined) return isRequired ? finding('required', 'Is missing.') : undefined;
  return (name in rules ? rules[name as Column] : valueCode).check(cell);
}
