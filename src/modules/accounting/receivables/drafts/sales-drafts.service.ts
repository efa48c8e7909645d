import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../../accounting.problems.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import type { IssuedDocumentView } from '../documents/issue-documents.dto.js';
import { customerFault, refuseSale } from '../documents/sales-faults.js';
import { SalesDocumentsService } from '../documents/sales-documents.service.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import type { CreateSalesDraft, SalesDraftContent, SalesDraftView, UpdateSalesDraft } from './sales-drafts.dto.js';
import { SalesDraftsRepository } from './sales-drafts.repository.js';

const MANAGE = receivablesPermissions.manageSalesDrafts.name;
const ISSUE = receivablesPermissions.issueSales.name;

/** Invoices and credit notes that are being written: kept as typed, and issued once. */
@Injectable()
export class SalesDraftsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: SalesDraftsRepository,
    private readonly documents: SalesDocumentsService,
    private readonly legalEntity: NamedLegalEntity,
    private readonly parties: PartyFactsRepository,
  ) {}

  list(request: ListRequest): Promise<Page<SalesDraftView>> {
    return this.unitOfWork.read((transaction) => this.drafts.list(transaction, request));
  }

  find(id: string): Promise<SalesDraftView> {
    return this.unitOfWork.read((transaction) => this.drafts.get(transaction, id));
  }

  /** @throws Problem sales_document_refused for a party that is no customer */
  create({ kind, legalEntityId: named, ...body }: CreateSalesDraft): Promise<SalesDraftView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const content = await this.checked(transaction, { kind, legalEntityId, content: body });
      const draft = { id: newId(), legalEntityId, kind, content };
      await this.drafts.insert(transaction, draft);
      return this.drafts.get(transaction, draft.id);
    });
  }

  /** @throws Problem sales_document_fixed once it is issued */
  update(id: string, expectedVersion: number, body: UpdateSalesDraft): Promise<SalesDraftView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const draft = requireDraft(await this.drafts.hold(transaction, id), expectedVersion);
      const content = await this.checked(transaction, { ...draft, content: { ...draft.content, ...body } });
      await this.drafts.update(transaction, id, content);
      return this.drafts.get(transaction, id);
    });
  }

  /** @throws Problem sales_document_fixed once it is issued */
  delete(id: string, expectedVersion: number): Promise<void> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      requireDraft(await this.drafts.hold(transaction, id), expectedVersion);
      await this.drafts.delete(transaction, id);
    });
  }

  /** @throws Problem sales_document_fixed, and what keeps a document from being issued */
  issue(id: string, expectedVersion: number, dryRun: boolean): Promise<IssuedDocumentView> {
    const work = async (transaction: Transaction) => {
      const { kind, legalEntityId, content } = requireDraft(await this.drafts.hold(transaction, id), expectedVersion);
      if (kind === 'credit_note' && content.reason === undefined) {
        refuseSale([{ pointer: '/reason', code: 'reason_required', message: 'A credit note says why it is issued.' }]);
      }
      await this.legalEntity.resolveActive(legalEntityId);
      const issued = await this.documents.issueIn(transaction, kind, legalEntityId, { ...content, id });
      await this.drafts.markIssued(transaction, id);
      return issued;
    };
    return dryRun ? this.unitOfWork.rehearse(ISSUE, work) : this.unitOfWork.run(ISSUE, work);
  }

  private async checked(
    transaction: Transaction,
    { kind, legalEntityId, content }: Pick<SalesDraftView, 'kind' | 'legalEntityId' | 'content'>,
  ): Promise<SalesDraftContent> {
    if (kind === 'invoice' && content.reason !== undefined) {
      const message = 'Only a credit note says why it is issued.';
      refuseSale([{ pointer: '/reason', code: 'reason_of_invoice', message }]);
    }
    const id = content.partyId.toLowerCase();
    const party = (await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ids: [id] })).byId(
      legalEntityId,
      id,
    );
    refuseSale(customerFault(party, id));
    return { ...content, partyId: party!.id };
  }
}

function requireDraft(draft: SalesDraftView, expectedVersion: number): SalesDraftView {
  if (draft.status === 'issued') {
    throw accountingProblems.sales_document_fixed(`It was issued as the document ${draft.id} and never changes again.`);
  }
  requireVersion(draft.version, expectedVersion);
  return draft;
}
