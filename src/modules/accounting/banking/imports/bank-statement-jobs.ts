import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobKinds, type JobResult } from '#platform/jobs/job-kinds.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankStatementImportService } from './bank-statement-import.service.js';
import type { BankStatementImportOutcome, ImportBankStatementsQuery } from './bank-statement-imports.dto.js';

export const BANK_STATEMENT_JOB = 'accounting.bank_statement_import';

/** Imports of long files as jobs: the same command, with a file that was kept for it. */
@Injectable()
export class BankStatementJobs implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly statements: BankStatementImportService,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      name: BANK_STATEMENT_JOB,
      permission: bankingPermissions.importBankStatements,
      run: async ({ content, arguments: query }) =>
        resultOf(await this.statements.import(content, query as ImportBankStatementsQuery)),
    });
  }
}

function resultOf({ status, importId, linesAdded, linesKnown }: BankStatementImportOutcome): JobResult {
  const id = importId!;
  const known = linesKnown === 0 ? '' : `; ${linesKnown} were there already`;
  const summary =
    status === 'imported' ? `${linesAdded} lines were added${known}.` : 'This file had been imported already.';
  return { id, href: `/v1/accounting/bank-statement-imports/${id}`, summary };
}
