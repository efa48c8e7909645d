import { CreditedWithholdings } from './crediting/credited-withholdings.service.js';
import { CreditIssuing } from './crediting/credit-issuing.service.js';
import { CreditSettling } from './crediting/credit-settling.service.js';
import { CreditingService } from './crediting/crediting.service.js';
import { DeferralRecognition } from './deferrals/deferral-recognition.service.js';
import { Deferrals } from './deferrals/deferrals.service.js';
import { DeferralViews } from './deferrals/deferral-views.repository.js';
import { DeferralsController } from './deferrals/deferrals.controller.js';
import { DeferralsRepository } from './deferrals/deferrals.repository.js';
import { RecognitionRepository } from './deferrals/recognition.repository.js';
import { RevenueRecognitionController } from './deferrals/revenue-recognition.controller.js';
import { RevenueRecognitionJob } from './deferrals/revenue-recognition.job.js';
import { RevenueRecognitionService } from './deferrals/revenue-recognition.service.js';
import { CreditNotesController } from './documents/credit-notes.controller.js';
import { DocumentEvents } from './documents/document-events.repository.js';
import { DocumentJournals } from './documents/document-journals.repository.js';
import { DocumentStatuses } from './documents/document-statuses.service.js';
import { DocumentStatusesRepository } from './documents/document-statuses.repository.js';
import { IssuedDocuments } from './documents/issued-documents.service.js';
import { IssuingWithDeposits } from './documents/issuing-with-deposits.service.js';
import { InvoicesController } from './documents/invoices.controller.js';
import { SalesDocumentsRepository } from './documents/sales-documents.repository.js';
import { SalesDocumentsService } from './documents/sales-documents.service.js';
import { SalesFactsRepository } from './documents/sales-facts.repository.js';
import { SalesIssuing } from './documents/sales-issuing.service.js';
import { SalesPreparation } from './documents/sales-preparation.service.js';
import { SalesPromises } from './documents/sales-promises.service.js';
import { SalesAccounts } from './documents/sales-accounts.service.js';
import { SalesCustomers } from './documents/sales-customers.service.js';
import { SalesWithholdings } from './documents/sales-withholdings.service.js';
import { SalesSubjects } from './documents/sales-subjects.js';
import { SalesDraftsController } from './drafts/sales-drafts.controller.js';
import { SalesDraftsRepository } from './drafts/sales-drafts.repository.js';
import { SalesDraftsService } from './drafts/sales-drafts.service.js';
import { CreditNoteFilesController } from './printing/credit-note-files.controller.js';
import { DocumentFiles } from './printing/document-files.service.js';
import { InvoiceFilesController } from './printing/invoice-files.controller.js';
import { QuoteConversion } from './quotes/quote-conversion.service.js';
import { QuoteRevisionsController } from './quotes/quote-revisions.controller.js';
import { QuoteSending } from './quotes/quote-sending.service.js';
import { QuoteStepsController } from './quotes/quote-steps.controller.js';
import { QuoteSubjects } from './quotes/quote-subjects.js';
import { QuotesController } from './quotes/quotes.controller.js';
import { QuotesRepository } from './quotes/quotes.repository.js';
import { QuotesService } from './quotes/quotes.service.js';
import { DueInvoicesJob } from './recurring/due-invoices.job.js';
import { DueInvoices } from './recurring/due-invoices.service.js';
import { RecurringContent } from './recurring/recurring-content.service.js';
import { RecurringInvoiceMaking } from './recurring/recurring-invoice-making.service.js';
import { RecurringInvoiceRunsController } from './recurring/recurring-invoice-runs.controller.js';
import { RecurringInvoicesController } from './recurring/recurring-invoices.controller.js';
import { RecurringInvoicesRepository } from './recurring/recurring-invoices.repository.js';
import { RecurringInvoicesService } from './recurring/recurring-invoices.service.js';

/** What the accounting module takes in of receivables. */
export const receivablesParts = {
  controllers: [
    CreditNoteFilesController,
    CreditNotesController,
    DeferralsController,
    InvoiceFilesController,
    InvoicesController,
    QuoteRevisionsController,
    QuoteStepsController,
    QuotesController,
    RecurringInvoiceRunsController,
    RecurringInvoicesController,
    RevenueRecognitionController,
    SalesDraftsController,
  ],
  providers: [
    CreditingService,
    CreditIssuing,
    CreditSettling,
    CreditedWithholdings,
    DeferralRecognition,
    Deferrals,
    DeferralViews,
    DeferralsRepository,
    DocumentEvents,
    DocumentFiles,
    DocumentJournals,
    DocumentStatuses,
    DocumentStatusesRepository,
    DueInvoices,
    DueInvoicesJob,
    IssuedDocuments,
    IssuingWithDeposits,
    QuoteConversion,
    QuoteSending,
    QuoteSubjects,
    QuotesRepository,
    QuotesService,
    RecurringContent,
    RecurringInvoiceMaking,
    RecurringInvoicesRepository,
    RecurringInvoicesService,
    RecognitionRepository,
    RevenueRecognitionJob,
    RevenueRecognitionService,
    SalesDocumentsRepository,
    SalesDocumentsService,
    SalesDraftsRepository,
    SalesDraftsService,
    SalesFactsRepository,
    SalesIssuing,
    SalesPreparation,
    SalesPromises,
    SalesSubjects,
    SalesAccounts,
    SalesCustomers,
    SalesWithholdings,
  ],
};
