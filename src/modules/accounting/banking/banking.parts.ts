import { BankAccountsController } from './accounts/bank-accounts.controller.js';
import { BankAccountsRepository } from './accounts/bank-accounts.repository.js';
import { BankAccountsService } from './accounts/bank-accounts.service.js';
import { BankingSubjects } from './banking-subjects.js';
import { BankLineEntriesController } from './entries/bank-line-entries.controller.js';
import { BankLineEntriesService } from './entries/bank-line-entries.service.js';
import { LineEntryFactsReader } from './entries/line-entry-facts.reader.js';
import { LineEntryRecording } from './entries/line-entry-recording.service.js';
import { BankStatementImportService } from './imports/bank-statement-import.service.js';
import { BankStatementImportsController } from './imports/bank-statement-imports.controller.js';
import { BankStatementImportsRepository } from './imports/bank-statement-imports.repository.js';
import { BankStatementJobs } from './imports/bank-statement-jobs.js';
import { BankStatementRequests } from './imports/bank-statement-requests.service.js';
import { BankStatementUndoService } from './imports/bank-statement-undo.service.js';
import { PlannedStatementsRepository } from './imports/planned-statements.repository.js';
import { StatementFactsRepository } from './imports/statement-facts.repository.js';
import { StatementImportPlanner } from './imports/statement-import-planner.service.js';
import { BankMatchRulesController } from './match-rules/bank-match-rules.controller.js';
import { BankMatchRulesRepository } from './match-rules/bank-match-rules.repository.js';
import { BankMatchRulesService } from './match-rules/bank-match-rules.service.js';
import { BankMatchRunsController } from './match-runs/bank-match-runs.controller.js';
import { BankMatchRunRequests } from './match-runs/bank-match-run-requests.service.js';
import { BankMatchRunsRepository } from './match-runs/bank-match-runs.repository.js';
import { BankMatchRuns } from './match-runs/bank-match-runs.service.js';
import { RuleObeying } from './match-runs/rule-obeying.service.js';
import { RunAccepting } from './match-runs/run-accepting.service.js';
import { RunSuggesting } from './match-runs/run-suggesting.service.js';
import { StoredSuggestionsController } from './match-runs/stored-suggestions.controller.js';
import { StoredSuggestionsRepository } from './match-runs/stored-suggestions.repository.js';
import { SuggestionAcceptance } from './match-runs/suggestion-acceptance.service.js';
import { SuggestionDecisions } from './match-runs/suggestion-decisions.service.js';
import { BankLedgerLinesController } from './matching/bank-ledger-lines.controller.js';
import { BankLedgerLinesRepository } from './matching/bank-ledger-lines.repository.js';
import { BankMatchUndoService } from './matching/bank-match-undo.service.js';
import { BankMatchesController } from './matching/bank-matches.controller.js';
import { BankMatchesRepository } from './matching/bank-matches.repository.js';
import { BankMatchingService } from './matching/bank-matching.service.js';
import { MatchTakingBack } from './matching/match-taking-back.service.js';
import { BankProofReader } from './reconciliation/bank-proof.reader.js';
import { BankProofRepository } from './reconciliation/bank-proof.repository.js';
import { BankReconciliationsController } from './reconciliation/bank-reconciliations.controller.js';
import { BankReconciliationsRepository } from './reconciliation/bank-reconciliations.repository.js';
import { BankSignOffService } from './reconciliation/bank-sign-off.service.js';
import { BankLineExclusionService } from './statements/bank-line-exclusion.service.js';
import { BankStatementLinesController } from './statements/bank-statement-lines.controller.js';
import { BankStatementsController } from './statements/bank-statements.controller.js';
import { BankStatementsRepository } from './statements/bank-statements.repository.js';
import { BankSuggestionsController } from './suggestions/bank-suggestions.controller.js';
import { BankSuggestionsRepository } from './suggestions/bank-suggestions.repository.js';
import { BankSuggestionsService } from './suggestions/bank-suggestions.service.js';
import { ItemCandidatesRepository } from './suggestions/item-candidates.repository.js';
import { BankSuggestionFinder } from './suggestions/suggestion-finder.service.js';

/** What the module takes of banking. */
export const bankingParts = {
  controllers: [
    BankAccountsController,
    BankLedgerLinesController,
    BankLineEntriesController,
    BankMatchesController,
    BankMatchRulesController,
    BankMatchRunsController,
    BankReconciliationsController,
    BankStatementImportsController,
    BankStatementLinesController,
    BankStatementsController,
    BankSuggestionsController,
    StoredSuggestionsController,
  ],
  providers: [
    BankAccountsRepository,
    BankAccountsService,
    BankingSubjects,
    BankLedgerLinesRepository,
    BankLineEntriesService,
    BankLineExclusionService,
    BankMatchesRepository,
    BankMatchingService,
    BankMatchRulesRepository,
    BankMatchRulesService,
    BankMatchRunRequests,
    BankMatchRuns,
    RuleObeying,
    RunAccepting,
    RunSuggesting,
    BankMatchRunsRepository,
    BankMatchUndoService,
    BankProofReader,
    BankProofRepository,
    BankReconciliationsRepository,
    BankSignOffService,
    BankStatementImportService,
    BankStatementImportsRepository,
    BankStatementJobs,
    BankStatementRequests,
    BankStatementsRepository,
    BankStatementUndoService,
    BankSuggestionFinder,
    BankSuggestionsRepository,
    BankSuggestionsService,
    ItemCandidatesRepository,
    LineEntryFactsReader,
    LineEntryRecording,
    MatchTakingBack,
    PlannedStatementsRepository,
    StatementFactsRepository,
    StatementImportPlanner,
    StoredSuggestionsRepository,
    SuggestionAcceptance,
    SuggestionDecisions,
  ],
  entities: [] as const,
};
