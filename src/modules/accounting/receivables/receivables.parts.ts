import { CreditIssuing } from './crediting/credit-issuing.service.js';
import { CreditingService } from './crediting/crediting.service.js';
import { CreditNotesController } from './documents/credit-notes.controller.js';
import { DocumentEvents } from './documents/document-events.repository.js';
import { DocumentJournals } from './documents/document-journals.repository.js';
import { InvoicesController } from './documents/invoices.controller.js';
import { SalesDocumentsRepository } from './documents/sales-documents.repository.js';
import { SalesDocumentsService } from './documents/sales-documents.service.js';
import { SalesFactsRepository } from './documents/sales-facts.repository.js';
import { SalesIssuing } from './documents/sales-issuing.service.js';
import { SalesPreparation } from './documents/sales-preparation.service.js';
import { SalesSubjects } from './documents/sales-subjects.js';
import { SalesDraftsController } from './drafts/sales-drafts.controller.js';
import { SalesDraftsRepository } from './drafts/sales-drafts.repository.js';
import { SalesDraftsService } from './drafts/sales-drafts.service.js';

/** What the accounting module takes in of receivables. */
export const receivablesParts = {
  controllers: [CreditNotesController, InvoicesController, SalesDraftsController],
  providers: [
    CreditingService,
    CreditIssuing,
    DocumentEvents,
    DocumentJournals,
    SalesDocumentsRepository,
    SalesDocumentsService,
    SalesDraftsRepository,
    SalesDraftsService,
    SalesFactsRepository,
    SalesIssuing,
    SalesPreparation,
    SalesSubjects,
  ],
};
