import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdministrationModule } from '#modules/administration/administration.module.js';
import { AnnotationsModule } from '#platform/annotations/annotations.module.js';
import { ApprovalsModule } from '#platform/approvals/approvals.module.js';
import { FilesModule } from '#platform/files/files.module.js';
import { OrganizationsModule } from '#platform/organizations/organizations.module.js';
import { AccountingSubjects } from './annotations/accounting-subjects.js';
import { EntryApprovals } from './approvals/entry-approvals.js';
import { ReopeningApprovals } from './approvals/reopening-approvals.js';
import { DocumentSubjects } from './attachments/document-subjects.js';
import { EntryAttachments } from './attachments/entry-attachments.js';
import { bankingParts } from './banking/banking.parts.js';
import { BudgetLinesController } from './budgets/budget-lines.controller.js';
import { BudgetLinesRepository } from './budgets/budget-lines.repository.js';
import { BudgetLinesService } from './budgets/budget-lines.service.js';
import { BudgetsController } from './budgets/budgets.controller.js';
import { BudgetsRepository } from './budgets/budgets.repository.js';
import { BudgetsService } from './budgets/budgets.service.js';
import { FileBudgets } from './budgets/file-budgets.service.js';
import { FiscalPeriod } from './calendar/fiscal-period.entity.js';
import { FiscalPeriodsController } from './calendar/fiscal-periods.controller.js';
import { FiscalPeriodsRepository } from './calendar/fiscal-periods.repository.js';
import { FiscalPeriodsService } from './calendar/fiscal-periods.service.js';
import { FiscalYearOpening } from './calendar/fiscal-year-opening.js';
import { FiscalYear } from './calendar/fiscal-year.entity.js';
import { FiscalYearsController } from './calendar/fiscal-years.controller.js';
import { FiscalYearsService } from './calendar/fiscal-years.service.js';
import { AccountImportService } from './chart/account-import.service.js';
import { AccountImportsController } from './chart/account-imports.controller.js';
import { Account } from './chart/account.entity.js';
import { AccountsController } from './chart/accounts.controller.js';
import { AccountsService } from './chart/accounts.service.js';
import { BooksAccountsRepository } from './chart/books-accounts.repository.js';
import { BooksOpening } from './chart/books-opening.js';
import { BooksController } from './chart/books.controller.js';
import { Books } from './chart/books.entity.js';
import { BooksService } from './chart/books.service.js';
import { ChartTemplatesService } from './chart/chart-templates.service.js';
import { ChartRepository } from './chart/chart.repository.js';
import { Journal } from './chart/journal.entity.js';
import { JournalsController } from './chart/journals.controller.js';
import { JournalsService } from './chart/journals.service.js';
import { NamedLegalEntity } from './chart/named-legal-entity.js';
import { postingAccountParts } from './chart/posting-accounts.parts.js';
import { DimensionRule } from './dimensions/dimension-rule.entity.js';
import { DimensionRulesController } from './dimensions/dimension-rules.controller.js';
import { DimensionRulesService } from './dimensions/dimension-rules.service.js';
import { DimensionValue } from './dimensions/dimension-value.entity.js';
import { DimensionValuesController } from './dimensions/dimension-values.controller.js';
import { DimensionValuesService } from './dimensions/dimension-values.service.js';
import { Dimension } from './dimensions/dimension.entity.js';
import { DimensionsController } from './dimensions/dimensions.controller.js';
import { DimensionsService } from './dimensions/dimensions.service.js';
import { LedgerPosting } from './contract/ledger-posting.js';
import { BesideDraft } from './drafts/beside-draft.service.js';
import { DraftPostingService } from './drafts/draft-posting.service.js';
import { EntryCopiesController } from './drafts/entry-copies.controller.js';
import { JournalEntryDraftsController } from './drafts/journal-entry-drafts.controller.js';
import { JournalEntryDraftsRepository } from './drafts/journal-entry-drafts.repository.js';
import { JournalEntryDraftsService } from './drafts/journal-entry-drafts.service.js';
import { BooksSnapshotRepository } from './exchange/books-snapshot.repository.js';
import { CodesOfBooksRepository } from './exchange/codes-of-books.repository.js';
import { ExportedBooksRepository } from './exchange/exported-books.repository.js';
import { ExportsController } from './exchange/exports.controller.js';
import { FileImportService } from './exchange/file-import.service.js';
import { ImportEntriesRepository } from './exchange/import-entries.repository.js';
import { ImportJobs } from './exchange/import-jobs.js';
import { ImportPlanner } from './exchange/import-planner.service.js';
import { ImportRequests } from './exchange/import-requests.service.js';
import { ImportUndoService } from './exchange/import-undo.service.js';
import { ImportedBooks } from './exchange/imported-books.service.js';
import { ImportsController } from './exchange/imports.controller.js';
import { ImportsRepository } from './exchange/imports.repository.js';
import { JournalImportPreparation } from './exchange/journal-import-preparation.service.js';
import { JournalImportsController } from './exchange/journal-imports.controller.js';
import { JournalImportService } from './exchange/journal-import.service.js';
import { PlainTextExportService } from './exchange/plain-text-export.service.js';
import { OpenItemImportService } from './exchange/open-item-import.service.js';
import { ControlAccountsRepository } from './exchange/open-items/control-accounts.repository.js';
import { ImportedItemsRepository } from './exchange/open-items/imported-items.repository.js';
import { ItemSurroundingsService } from './exchange/open-items/item-surroundings.service.js';
import { PlainTextImportService } from './exchange/plain-text-import.service.js';
import { SieExportService } from './exchange/sie-export.service.js';
import { SieImportPreparation } from './exchange/sie-import-preparation.service.js';
import { SieImportService } from './exchange/sie-import.service.js';
import { DocumentReversals } from './journal/document-reversals.service.js';
import { EntryTaxes } from './journal/entry-taxes.js';
import { EntryTaxesService } from './tax/entries/entry-taxes.service.js';
import { EntryReversal } from './journal/entry-reversal.service.js';
import { EntryValidationService } from './journal/entry-validation.service.js';
import { YearBooksRepository } from './exchange/year-books.repository.js';
import { openItems } from './open-items/open-items.parts.js';
import { ExternalIdsRepository } from './journal/external-ids.repository.js';
import { JournalEntriesController } from './journal/journal-entries.controller.js';
import { JournalEntriesRepository } from './journal/journal-entries.repository.js';
import { JournalPostingService } from './journal/journal-posting.service.js';
import { JournalReversalService } from './journal/journal-reversal.service.js';
import { NumberSeriesController } from './journal/number-series.controller.js';
import { NumberSeriesService } from './journal/number-series.service.js';
import { PostingFactsRepository } from './journal/posting-facts.repository.js';
import { PostingGroups } from './journal/posting-groups.service.js';
import { PostingPlanner } from './journal/posting-planner.service.js';
import { partiesParts } from './parties/parties.parts.js';
import { revaluationParts } from './revaluation/revaluation.parts.js';
import { withholdingParts } from './withholding/withholding.parts.js';
import { receiptParts } from './receipts/receipts.parts.js';
import { DuePostingsController } from './schedules/due-postings.controller.js';
import { DuePostingsJob } from './schedules/due-postings.job.js';
import { DuePostingsService } from './schedules/due-postings.service.js';
import { DueReversals } from './schedules/due-reversals.service.js';
import { ScheduledReversalsController } from './schedules/scheduled-reversals.controller.js';
import { ScheduledReversalsRepository } from './schedules/scheduled-reversals.repository.js';
import { ScheduledReversalsService } from './schedules/scheduled-reversals.service.js';
import { cutOverParts } from './cut-over/cut-over.parts.js';
import { dunningParts } from './dunning/dunning.parts.js';
import { frontOfficeParts } from './front-office/front-office.parts.js';
import { receivablesParts } from './receivables/receivables.parts.js';
import { DueRecurringEntries } from './schedules/due-recurring-entries.service.js';
import { RecurringEntriesController } from './schedules/recurring-entries.controller.js';
import { RecurringEntriesRepository } from './schedules/recurring-entries.repository.js';
import { RecurringEntriesService } from './schedules/recurring-entries.service.js';
import { RecurringRunsController } from './schedules/recurring-runs.controller.js';
import { taxParts } from './tax/tax.parts.js';
import { EntryTemplatesController } from './templates/entry-templates.controller.js';
import { EntryTemplatesRepository } from './templates/entry-templates.repository.js';
import { EntryTemplatesService } from './templates/entry-templates.service.js';
import { AgingRepository } from './reports/aging.repository.js';
import { AgingService } from './reports/aging.service.js';
import { BankReconciliationReportService } from './reports/bank-reconciliation-report.service.js';
import { BankReportsController } from './reports/bank-reports.controller.js';
import { PartyLedgerRepository } from './reports/party-ledger.repository.js';
import { PartyLedgerService } from './reports/party-ledger.service.js';
import { StatementFiles } from './reports/statements/statement-files.service.js';
import { StatementReader } from './reports/statements/statement.reader.js';
import { StatementsController } from './reports/statements/statements.controller.js';
import { PartyReportsController } from './reports/party-reports.controller.js';
import { BalanceSheetService } from './reports/balance-sheet.service.js';
import { CashReportsController } from './reports/cash-reports.controller.js';
import { CashFlowAccountsReader } from './reports/cash-flow-accounts.reader.js';
import { CashBalanceService } from './reports/cash-balance.service.js';
import { EquityChangesService } from './reports/equity-changes.service.js';
import { MarginService } from './reports/margin.service.js';
import { CashFlowEntriesService } from './reports/cash-flow-entries.service.js';
import { CashFlowRepository } from './reports/cash-flow.repository.js';
import { CashFlowStatementService } from './reports/cash-flow-statement.service.js';
import { BudgetComparisonService } from './reports/budget-comparison.service.js';
import { BudgetSumsRepository } from './reports/budget-sums.repository.js';
import { FinancialStatementsController } from './reports/financial-statements.controller.js';
import { GeneralLedgerService } from './reports/general-ledger.service.js';
import { IncomeStatementService } from './reports/income-statement.service.js';
import { IntegrityChecksService } from './reports/integrity-checks.service.js';
import { JournalReportRepository } from './reports/journal-report.repository.js';
import { JournalReportService } from './reports/journal-report.service.js';
import { LedgerLinesRepository } from './reports/ledger-lines.repository.js';
import { LedgerSumsRepository } from './reports/ledger-sums.repository.js';
import { LedgerReader } from './reports/ledger.reader.js';
import { ReportBooksReader } from './reports/report-books.reader.js';
import { ReportPartReader } from './reports/report-part.reader.js';
import { ReportsController } from './reports/reports.controller.js';
import { TaxReportsController } from './reports/tax-reports.controller.js';
import { ReportPartyReader } from './reports/report-party.reader.js';
import { RevenueRepository } from './reports/revenue.repository.js';
import { DeferredRevenueRepository } from './reports/deferred-revenue.repository.js';
import { DeferredRevenueService } from './reports/deferred-revenue.service.js';
import { RevenueService } from './reports/revenue.service.js';
import { SalesReportsController } from './reports/sales-reports.controller.js';
import { TaxSummaryRepository } from './reports/tax-summary.repository.js';
import { TaxSummaryService } from './reports/tax-summary.service.js';
import { TrialBalanceService } from './reports/trial-balance.service.js';
import { FiscalYearChanges } from './year-end/fiscal-year-changes.js';
import { YearEndClosingService } from './year-end/year-end-closing.service.js';
import { YearEndController } from './year-end/year-end.controller.js';
import { YearEndReopeningService } from './year-end/year-end-reopening.service.js';
import { YearEndRepository } from './year-end/year-end.repository.js';
import { StatutoryChartsController } from './statutory/statutory-charts.controller.js';
import { StatutoryChartsRepository } from './statutory/statutory-charts.repository.js';
import { StatutoryChartsService } from './statutory/statutory-charts.service.js';
import { StatutoryMappingController } from './statutory/statutory-mapping.controller.js';
import { StatutoryMappingRepository } from './statutory/statutory-mapping.repository.js';
import { StatutoryMappingService } from './statutory/statutory-mapping.service.js';

@Module({
  imports: [
    AdministrationModule,
    AnnotationsModule,
    ApprovalsModule,
    FilesModule,
    OrganizationsModule,
    TypeOrmModule.forFeature([
      Account,
      Books,
      Dimension,
      DimensionRule,
      DimensionValue,
      FiscalPeriod,
      FiscalYear,
      Journal,
      ...postingAccountParts.entities,
      ...partiesParts.entities,
    ]),
  ],
  controllers: [
    AccountImportsController,
    BankReportsController,
    PartyReportsController,
    SalesReportsController,
    AccountsController,
    BooksController,
    BudgetLinesController,
    BudgetsController,
    DimensionRulesController,
    DimensionsController,
    DimensionValuesController,
    DuePostingsController,
    EntryCopiesController,
    EntryTemplatesController,
    ExportsController,
    FinancialStatementsController,
    CashReportsController,
    FiscalPeriodsController,
    FiscalYearsController,
    ImportsController,
    JournalEntriesController,
    JournalEntryDraftsController,
    JournalImportsController,
    JournalsController,
    NumberSeriesController,
    RecurringEntriesController,
    RecurringRunsController,
    ReportsController,
    ScheduledReversalsController,
    StatementsController,
    StatutoryChartsController,
    StatutoryMappingController,
    TaxReportsController,
    YearEndController,
    ...openItems.controllers,
    ...postingAccountParts.controllers,
    ...partiesParts.controllers,
    ...taxParts.controllers,
    ...bankingParts.controllers,
    ...receiptParts.controllers,
    ...withholdingParts.controllers,
    ...receivablesParts.controllers,
    ...frontOfficeParts.controllers,
    ...dunningParts.controllers,
    ...cutOverParts.controllers,
    ...revaluationParts.controllers,
  ],
  providers: [
    AccountingSubjects,
    DocumentSubjects,
    EntryApprovals,
    ReopeningApprovals,
    EntryAttachments,
    BesideDraft,
    AccountImportService,
    AccountsService,
    BooksAccountsRepository,
    BooksOpening,
    BooksService,
    BooksSnapshotRepository,
    BudgetLinesRepository,
    BudgetLinesService,
    BudgetsRepository,
    BudgetsService,
    ChartRepository,
    ChartTemplatesService,
    DimensionRulesService,
    DimensionValuesService,
    DimensionsService,
    DraftPostingService,
    DuePostingsJob,
    DuePostingsService,
    DueRecurringEntries,
    DueReversals,
    EntryTemplatesRepository,
    EntryTemplatesService,
    DocumentReversals,
    EntryReversal,
    EntryValidationService,
    ExternalIdsRepository,
    FileBudgets,
    FiscalPeriodsRepository,
    CodesOfBooksRepository,
    ExportedBooksRepository,
    FileImportService,
    FiscalPeriodsService,
    FiscalYearChanges,
    FiscalYearOpening,
    FiscalYearsService,
    ImportEntriesRepository,
    ImportJobs,
    ImportPlanner,
    ImportRequests,
    ImportUndoService,
    ImportedBooks,
    ImportsRepository,
    JournalEntriesRepository,
    JournalEntryDraftsRepository,
    JournalEntryDraftsService,
    JournalImportPreparation,
    JournalImportService,
    JournalPostingService,
    JournalReversalService,
    JournalsService,
    NamedLegalEntity,
    NumberSeriesService,
    PostingFactsRepository,
    PostingGroups,
    PostingPlanner,
    RecurringEntriesRepository,
    RecurringEntriesService,
    ScheduledReversalsRepository,
    ScheduledReversalsService,
    PlainTextExportService,
    OpenItemImportService,
    ControlAccountsRepository,
    ImportedItemsRepository,
    ItemSurroundingsService,
    PlainTextImportService,
    SieExportService,
    SieImportPreparation,
    SieImportService,
    StatutoryChartsRepository,
    StatutoryChartsService,
    StatutoryMappingRepository,
    StatutoryMappingService,
    AgingRepository,
    AgingService,
    PartyLedgerRepository,
    PartyLedgerService,
    StatementFiles,
    StatementReader,
    ReportPartyReader,
    RevenueRepository,
    RevenueService,
    DeferredRevenueRepository,
    DeferredRevenueService,
    BankReconciliationReportService,
    BalanceSheetService,
    BudgetComparisonService,
    CashFlowAccountsReader,
    CashBalanceService,
    EquityChangesService,
    CashFlowEntriesService,
    MarginService,
    CashFlowRepository,
    CashFlowStatementService,
    BudgetSumsRepository,
    GeneralLedgerService,
    IncomeStatementService,
    IntegrityChecksService,
    JournalReportRepository,
    JournalReportService,
    LedgerLinesRepository,
    LedgerReader,
    LedgerSumsRepository,
    ReportBooksReader,
    ReportPartReader,
    TaxSummaryRepository,
    TaxSummaryService,
    TrialBalanceService,
    YearEndClosingService,
    YearEndReopeningService,
    YearEndRepository,
    YearBooksRepository,
    ...openItems.providers,
    ...postingAccountParts.providers,
    ...partiesParts.providers,
    ...taxParts.providers,
    ...bankingParts.providers,
    ...receiptParts.providers,
    ...withholdingParts.providers,
    ...receivablesParts.providers,
    ...frontOfficeParts.providers,
    ...dunningParts.providers,
    ...cutOverParts.providers,
    ...revaluationParts.providers,
    { provide: LedgerPosting, useExisting: JournalPostingService },
    { provide: EntryTaxes, useExisting: EntryTaxesService },
  ],
  exports: [LedgerPosting],
})
export class AccountingModule {}
