import { Injectable } from '@nestjs/common';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import { BankStatementImportService } from './bank-statement-import.service.js';
import type { BankStatementImportOutcome, ImportBankStatementsQuery } from './bank-statement-imports.dto.js';
import { BANK_STATEMENT_JOB } from './bank-statement-jobs.js';

/** Some seconds of work; whoever sends more is not kept waiting. */
const LARGE_BYTES = 2 * 1024 * 1024;

/** Imports at once what is small, and by a job what is large or whose sender prefers that; dry runs at once. */
@Injectable()
export class BankStatementRequests {
  constructor(
    private readonly statements: BankStatementImportService,
    private readonly jobs: Jobs,
  ) {}

  import(
    file: Buffer,
    query: ImportBankStatementsQuery,
    asJob: boolean,
  ): Promise<BankStatementImportOutcome | AcceptedJob> {
    if (query.dryRun || !(asJob || file.length > LARGE_BYTES)) return this.statements.import(file, query);
    return this.jobs.request(BANK_STATEMENT_JOB, { arguments: query, content: file });
  }
}
