import { BankAccountsController } from './accounts/bank-accounts.controller.js';
import { BankAccountsRepository } from './accounts/bank-accounts.repository.js';
import { BankAccountsService } from './accounts/bank-accounts.service.js';
import { BankingSubjects } from './banking-subjects.js';
import { BankStatementImportService } from './imports/bank-statement-import.service.js';
import { BankStatementImportsController } from './imports/bank-statement-imports.controller.js';
import { BankStatementImportsRepository } from './imports/bank-statement-imports.repository.js';
import { BankStatementJobs } from './imports/bank-statement-jobs.js';
import { BankStatementRequests } from './imports/bank-statement-requests.service.js';
import { BankStatementUndoService } from './imports/bank-statement-undo.service.js';
import { PlannedStatementsRepository } from './imports/planned-statements.repository.js';
import { StatementFactsRepository } from './imports/statement-facts.repository.js';
import { StatementImportPlanner } from './imports/statement-import-planner.service.js';
import { BankLineExclusionService } from './statements/bank-line-exclusion.service.js';
import { BankStatementLinesController } from './statements/bank-statement-lines.controller.js';
import { BankStatementsController } from './statements/bank-statements.controller.js';
import { BankStatementsRepository } from './statements/bank-statements.repository.js';

/** What the module takes of banking. */
export const bankingParts = {
  controllers: [
    BankAccountsController,
    BankStatementImportsController,
    BankStatementLinesController,
    BankStatementsController,
  ],
  providers: [
    BankAccountsRepository,
    BankAccountsService,
    BankingSubjects,
    BankLineExclusionService,
    BankStatementImportService,
    BankStatementImportsRepository,
    BankStatementJobs,
    BankStatementRequests,
    BankStatementsRepository,
    BankStatementUndoService,
    PlannedStatementsRepository,
    StatementFactsRepository,
    StatementImportPlanner,
  ],
  entities: [] as const,
};
