import { amountText } from '../reading/read-values.js';
import type { StatementFormat } from '../reading/read-statement.js';
import type { StatementFindings } from '../reading/statement-findings.js';
import type { ImportedStatementView, KeptStatementReport } from './bank-statement-imports.dto.js';
import type { StatementOutcome } from './planned-statement.js';

export interface StatementImportPlan {
  format: StatementFormat;
  outcomes: StatementOutcome[];
}

/** What an import answers and keeps of what it did. */
export function statementReport(
  { format, outcomes }: StatementImportPlan,
  sha256: string,
  findings: StatementFindings,
  isDryRun: boolean,
): KeptStatementReport {
  const statements = outcomes.map((outcome) => viewOf(outcome, isDryRun));
  const total = (count: (one: ImportedStatementView) => number) => statements.reduce((all, one) => all + count(one), 0);
  return {
    format,
    sha256,
    statements,
    linesAdded: total(({ linesAdded }) => linesAdded),
    linesKnown: total(({ linesKnown }) => linesKnown),
    remarks: findings.remarks,
  };
}

function viewOf(
  { read, account, planned, knownAs, linesKnown }: StatementOutcome,
  isDryRun: boolean,
): ImportedStatementView {
  const { currency } = account;
  const { chain } = planned ?? {};
  return {
    statementId: (isDryRun ? null : planned?.id) ?? knownAs ?? null,
    result: planned ? 'added' : 'already_there',
    bankAccountId: account.id,
    kind: read.kind,
    reference: read.reference,
    number: read.number,
    toOn: planned?.toOn ?? null,
    currency,
    openingBalance: chain ? amountText(chain.opening, currency) : null,
    closingBalance: chain ? amountText(chain.closing, currency) : null,
    linesAdded: planned?.lines.length ?? 0,
    linesKnown,
  };
}
