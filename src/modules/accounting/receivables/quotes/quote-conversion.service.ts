import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { SalesDocumentsService } from '../documents/sales-documents.service.js';
import { type PreparedDocument, SalesPreparation } from '../documents/sales-preparation.service.js';
import { SalesDraftsRepository } from '../drafts/sales-drafts.repository.js';
import { receivablesEvents } from '../receivables.events.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { changedAmounts, printedQuote } from './printed-quote.js';
import { eventOf } from './quote-sending.service.js';
import { requireQuote } from './quote-status.js';
import type { ConvertQuote, InvoicedQuoteView, InvoiceQuote, QuoteView } from './quotes.dto.js';
import { QuotesRepository } from './quotes.repository.js';

const { manageSalesDrafts, issueSales } = receivablesPermissions;

/** Makes of an accepted quote, once, an invoice or a draft of one, of the same amounts unless a change is accepted. */
@Injectable()
export class QuoteConversion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: QuotesRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly preparation: SalesPreparation,
    private readonly documents: SalesDocumentsService,
    private readonly drafts: SalesDraftsRepository,
  ) {}

  /** @throws Problem quote_in_other_status, quote_amounts_changed, and what keeps an invoice from being prepared */
  toDraft(id: string, expectedVersion: number, { acceptChangedAmounts, ...days }: ConvertQuote): Promise<QuoteView> {
    return this.unitOfWork.run(manageSalesDrafts.name, async (transaction) => {
      const quote = await this.accepted(transaction, id, expectedVersion);
      const content = { ...contentOf(quote), ...days };
      const draftId = newId();
      await this.prepared(transaction, quote, content, acceptChangedAmounts);
      await this.drafts.insert(transaction, {
        id: draftId,
        legalEntityId: quote.legalEntityId,
        kind: 'invoice',
        content,
      });
      return this.converted(transaction, quote, { documentId: null, draftId });
    });
  }

  /** @throws Problem as `toDraft`, and what keeps an invoice with its deposits from being issued */
  toInvoice(
    id: string,
    expectedVersion: number,
    { acceptChangedAmounts, deposits, ...more }: InvoiceQuote,
    dryRun: boolean,
  ): Promise<InvoicedQuoteView> {
    const work = async (transaction: Transaction) => {
      const quote = await this.accepted(transaction, id, expectedVersion);
      const content = { ...contentOf(quote), ...more };
      const prepared = await this.prepared(transaction, quote, content, acceptChangedAmounts);
      const invoice = await this.documents.issuePrepared(transaction, prepared, deposits);
      return { ...(await this.converted(transaction, quote, { documentId: invoice.id, draftId: null })), invoice };
    };
    return dryRun ? this.unitOfWork.rehearse(issueSales.name, work) : this.unitOfWork.run(issueSales.name, work);
  }

  private async accepted(transaction: Transaction, id: string, expectedVersion: number): Promise<QuoteView> {
    const quote = requireQuote(await this.quotes.hold(transaction, id), expectedVersion, ['accepted']);
    await this.legalEntity.resolveActive(quote.legalEntityId);
    return quote;
  }

  private async prepared(
    transaction: Transaction,
    quote: QuoteView,
    content: Parameters<SalesPreparation['prepare']>[3],
    acceptsChanges = false,
  ): Promise<PreparedDocument> {
    const prepared = await this.preparation.prepare(transaction, 'invoice', quote.legalEntityId, content);
    if (acceptsChanges) return prepared;
    const sent = await this.quotes.revision(transaction, quote);
    const errors = changedAmounts(sent, printedQuote(prepared.document));
    if (errors.length > 0) {
      const message =
        'Amounts come out otherwise than they were accepted; see errors, and accept them by acceptChangedAmounts.';
      throw accountingProblems.quote_amounts_changed(message, errors);
    }
    return prepared;
  }

  private async converted(
    transaction: Transaction,
    quote: QuoteView,
    into: { documentId: string | null; draftId: string | null },
  ): Promise<QuoteView> {
    await this.quotes.convert(transaction, quote, into);
    const now = await this.quotes.get(transaction, quote.id);
    await transaction.publish(receivablesEvents.quoteConverted, quote.id, eventOf(now));
    return now;
  }
}

/** In the currency in which it was accepted, whatever the customer's is today. */
const contentOf = ({ content, partyId, currency }: QuoteView) => ({ ...content, partyId, currency: currency! });
