import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import { customerFault, refuseSale } from '../documents/sales-faults.js';
import { contentFields } from '../recurring/content-fields.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { QuoteSubjects } from './quote-subjects.js';
import { requireQuote } from './quote-status.js';
import type { CreateQuote, QuoteContent, QuoteRevisionView, QuoteView, UpdateQuote } from './quotes.dto.js';
import { QuotesRepository } from './quotes.repository.js';

const ACTION = receivablesPermissions.manageSalesDrafts.name;

/** Quotes: written, copied, and written anew once they were sent. */
@Injectable()
export class QuotesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly quotes: QuotesRepository,
    private readonly legalEntity: NamedLegalEntity,
    private readonly parties: PartyFactsRepository,
    private readonly subjects: QuoteSubjects,
  ) {}

  list(request: ListRequest): Promise<Page<QuoteView>> {
    return this.unitOfWork.read((transaction) => this.quotes.list(transaction, request));
  }

  listRevisions(request: ListRequest): Promise<Page<QuoteRevisionView>> {
    return this.unitOfWork.read((transaction) => this.quotes.listRevisions(transaction, request));
  }

  find(id: string): Promise<QuoteView> {
    return this.unitOfWork.read((transaction) => this.quotes.get(transaction, id));
  }

  /** @throws Problem sales_document_refused for a party that is no customer */
  create({ legalEntityId: named, validUntil = null, ...body }: CreateQuote): Promise<QuoteView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const content = await this.checked(transaction, legalEntityId, contentFields(body));
      const quote = { id: newId(), legalEntityId, partyId: content.partyId, validUntil, content };
      await this.quotes.insert(transaction, quote);
      return this.quotes.get(transaction, quote.id);
    });
  }

  /** @throws Problem quote_in_other_status once the revision was sent */
  update(id: string, expectedVersion: number, { validUntil, ...body }: UpdateQuote): Promise<QuoteView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const quote = requireQuote(await this.quotes.hold(transaction, id), expectedVersion, ['draft']);
      const wanted = { ...quote.content, ...contentFields(body) };
      const content = await this.checked(transaction, quote.legalEntityId, wanted);
      const until = validUntil === undefined ? quote.validUntil : validUntil;
      await this.quotes.update(transaction, id, { partyId: content.partyId, validUntil: until, content });
      return this.quotes.get(transaction, id);
    });
  }

  /** @throws Problem quote_in_other_status once it was sent */
  delete(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      requireQuote(await this.quotes.hold(transaction, id), expectedVersion, ['draft']);
      await this.subjects.release(transaction, id);
      await this.quotes.delete(transaction, id);
    });
  }

  copy(id: string): Promise<QuoteView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { legalEntityId, partyId, content } = await this.quotes.get(transaction, id);
      const quote = {
        id: newId(),
        legalEntityId,
        partyId,
        validUntil: null,
        content: { ...content, partyId },
        copyOf: id,
      };
      await this.quotes.insert(transaction, quote);
      return this.quotes.get(transaction, quote.id);
    });
  }

  /** Begins the next revision, with what the one before says. */
  revise(id: string, expectedVersion: number): Promise<QuoteView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const revisable = ['sent', 'accepted', 'declined', 'expired'] as const;
      requireQuote(await this.quotes.hold(transaction, id), expectedVersion, revisable);
      await this.quotes.revise(transaction, id);
      return this.quotes.get(transaction, id);
    });
  }

  private async checked(transaction: Transaction, legalEntityId: string, content: QuoteContent): Promise<QuoteContent> {
    const id = content.partyId.toLowerCase();
    const found = await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ids: [id] });
    const party = found.byId(legalEntityId, id);
    refuseSale(customerFault(party, id));
    return { ...content, partyId: party!.id };
  }
}
