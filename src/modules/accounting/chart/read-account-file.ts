import type { ProblemError } from '#kernel/problem.js';
import { choiceRule } from '#platform/http/fields/choice-rules.js';
import { type Finding, finding, type ValueRule } from '#platform/http/fields/rule.js';
import { codeRule, currencyRule, textRule } from '#platform/http/fields/text-rules.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import { accountCode } from './account-code.js';
import { type AccountSubtype, allAccountSubtypes } from './account-subtype.js';
import {
  type AccountControl,
  accountControls,
  type AccountType,
  accountTypes,
  type ActiveStatus,
  activeStatuses,
} from './account-type.js';
import { type CashFlowSection, cashFlowSections } from './cash-flow-section.js';
import type { AccountProposal } from './planned-account.js';

export const MOST_ACCOUNTS = 5000;
const MOST_FINDINGS = 100;

const accountColumns = [
  'code',
  'name',
  'type',
  'subtype',
  'cashFlowSection',
  'control',
  'currency',
  'isGroup',
  'parentCode',
  'status',
] as const;
type Column = (typeof accountColumns)[number];

const code = codeRule({ max: 20, ...accountCode });
const rules: Readonly<Record<Column, ValueRule>> = {
  code,
  name: textRule({ max: 200 }),
  type: choiceRule(accountTypes, 'AccountType'),
  subtype: choiceRule(allAccountSubtypes, 'AccountSubtype'),
  cashFlowSection: choiceRule(cashFlowSections, 'CashFlowSection'),
  control: choiceRule(accountControls, 'AccountControl'),
  currency: currencyRule,
  isGroup: choiceRule(['true', 'false'], 'Flag'),
  parentCode: code,
  status: choiceRule(activeStatuses, 'AccountStatus'),
};
const required = ['code', 'name', 'type'] as const satisfies Column[];

export type AccountFile =
  { proposals: AccountProposal[]; errors?: undefined } | { proposals?: undefined; errors: ProblemError[] };

/** Reads a file of accounts; every fault has its line and column. What is left out or empty says nothing. */
export function readAccountFile(bytes: Buffer): AccountFile {
  const { rows, errors } = readCsv(bytes, { columns: accountColumns, required, mostRows: MOST_ACCOUNTS });
  if (errors) return { errors };
  const found: ProblemError[] = [];
  const proposals = rows.flatMap((row) => {
    const faults = faultsOf(row);
    found.push(...faults.slice(0, MOST_FINDINGS - found.length));
    return faults.length > 0 ? [] : [proposalOf(row)];
  });
  return found.length > 0 ? { errors: found } : { proposals };
}

function faultsOf({ line, cells }: CsvRow): ProblemError[] {
  return accountColumns.flatMap((column) => {
    const cell = cells[column];
    const fault = cell === undefined ? missing(column) : rules[column].check(cell);
    return fault ? [{ pointer: '', code: fault.code, message: `${column}: ${fault.message}`, line }] : [];
  });
}

function missing(column: Column): Finding | undefined {
  return (required as readonly Column[]).includes(column) ? finding('required', 'Is missing.') : undefined;
}

function proposalOf({ line, cells }: CsvRow): AccountProposal {
  const { code: ownCode, name, type, subtype, cashFlowSection, control, currency } = cells;
  const { isGroup, parentCode, status } = cells;
  return {
    line,
    code: ownCode!,
    name: name!,
    type: type as AccountType,
    isGroup: isGroup === undefined ? undefined : isGroup === 'true',
    subtype: subtype as AccountSubtype | undefined,
    cashFlowSection: cashFlowSection as CashFlowSection | undefined,
    control: control as AccountControl | undefined,
    currency,
    parentCode,
    status: status as ActiveStatus | undefined,
  };
}
