import type { ProblemError } from '#kernel/problem.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { readCsv } from '#platform/imports/read-csv.js';
import type { MappingWish } from './plan-mapping.js';

const MOST_MAPPINGS = 5000;
const MOST_FINDINGS = 100;
const columns = ['accountCode', 'lineCode'] as const;
const accountRule = codeRule({ max: 20 });
const lineRule = codeRule({ max: 40 });

export type MappingFile =
  { wishes: MappingWish[]; errors?: undefined } | { wishes?: undefined; errors: ProblemError[] };

/** Reads a file of accounts and the lines that they belong to; an empty line code takes the account out of the chart. */
export function readMappingFile(bytes: Buffer): MappingFile {
  const { rows, errors } = readCsv(bytes, { columns, required: columns, mostRows: MOST_MAPPINGS });
  if (errors) return { errors };
  const found: ProblemError[] = [];
  const wishes = rows.map(({ line, cells }): MappingWish => {
    const { accountCode = '', lineCode = null } = cells;
    const refused = { accountCode: accountRule.check(accountCode), lineCode: lineCode && lineRule.check(lineCode) };
    for (const column of columns) {
      const fault = refused[column];
      if (fault && found.length < MOST_FINDINGS) {
        found.push({ pointer: '', code: fault.code, message: `${column}: ${fault.message}`, line });
      }
    }
    return { accountCode, lineCode, at: { pointer: '', line } };
  });
  return found.length > 0 ? { errors: found } : { wishes };
}
