import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankMatchRunRequests } from '../match-runs/bank-match-run-requests.service.js';
import { StatementFindings } from '../reading/statement-findings.js';
import type {
  BankStatementImportOutcome,
  ImportBankStatementsQuery,
  KeptStatementReport,
} from './bank-statement-imports.dto.js';
import { BankStatementImportsRepository } from './bank-statement-imports.repository.js';
import { PlannedStatementsRepository } from './planned-statements.repository.js';
import { StatementImportPlanner } from './statement-import-planner.service.js';
import { statementReport } from './statement-report.js';

const ACTION = bankingPermissions.importBankStatements.name;

/** Imports statements of banks from files: all of a file in one transaction, or nothing; the same file has one effect. */
@Injectable()
export class BankStatementImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly planner: StatementImportPlanner,
    private readonly imports: BankStatementImportsRepository,
    private readonly statements: PlannedStatementsRepository,
    private readonly matching: BankMatchRunRequests,
  ) {}

  import(bytes: Buffer, query: ImportBankStatementsQuery): Promise<BankStatementImportOutcome> {
    const { dryRun = false } = query;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const work = async (transaction: Transaction): Promise<BankStatementImportOutcome> => {
      const account = await this.planner.namedAccount(transaction, query);
      const named = account?.legalEntityId ?? query.legalEntityId;
      const legalEntityId = await this.legalEntity.resolveActive(named, '?legalEntityId');
      await this.imports.queue(transaction, legalEntityId);
      const done = await this.imports.ofFile(transaction, legalEntityId, sha256);
      if (done) return { status: 'already_imported', importId: done.id, legalEntityId, ...done.report };

      await reportProgress({ step: 'reading', done: 0, outOf: null });
      const findings = new StatementFindings();
      const plan = await this.planner.plan(transaction, { bytes, query, account, legalEntityId }, findings);
      const report: KeptStatementReport = statementReport(plan, sha256, findings, dryRun);
      if (dryRun) return { status: 'dry_run', importId: null, legalEntityId, ...report };
      const importId = newId();
      await this.imports.insert(transaction, { id: importId, legalEntityId, report });
      const planned = plan.outcomes.flatMap((outcome) => outcome.planned ?? []);
      await this.statements.insert(transaction, importId, planned);
      const counting = planned.filter(({ kind }) => kind === 'statement').map(({ account: { id } }) => id);
      await this.matching.requestAfterImport(transaction, [...new Set(counting)]);
      return { status: 'imported', importId, legalEntityId, ...report };
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }
}
