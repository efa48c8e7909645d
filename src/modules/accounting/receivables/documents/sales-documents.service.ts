import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { JournalEntriesRepository } from '../../journal/journal-entries.repository.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import type { IssueCreditNote, IssuedDocumentView, IssueInvoice } from './issue-documents.dto.js';
import { SalesDocumentView } from './sales-documents.dto.js';
import { IssuingWithDeposits } from './issuing-with-deposits.service.js';
import type { WantedDeposit } from './plan-deposits.js';
import { SalesDocumentsRepository } from './sales-documents.repository.js';
import { type PreparedDocument, SalesPreparation, type WantedDocument } from './sales-preparation.service.js';
import type { SalesKind } from './sales-document.js';

const ACTION = receivablesPermissions.issueSales.name;

/** Invoices and credit notes: issued at once, and read. */
@Injectable()
export class SalesDocumentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly preparation: SalesPreparation,
    private readonly issuing: IssuingWithDeposits,
    private readonly documents: SalesDocumentsRepository,
    private readonly entries: JournalEntriesRepository,
  ) {}

  list(kind: SalesKind, request: ListRequest): Promise<Page<SalesDocumentView>> {
    return this.unitOfWork.read((transaction) => this.documents.list(transaction, kind, request));
  }

  find(kind: SalesKind, id: string): Promise<SalesDocumentView> {
    return this.unitOfWork.read(async (transaction) => {
      return SalesDocumentView.from(await this.documents.get(transaction, kind, id));
    });
  }

  /** @throws Problem as `SalesPreparation.prepare` and `IssuingWithDeposits.issue` */
  issue(kind: SalesKind, body: IssueInvoice | IssueCreditNote, dryRun: boolean): Promise<IssuedDocumentView> {
    const work = async (transaction: Transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
      return this.issueIn(transaction, kind, legalEntityId, body);
    };
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** Within the running command. */
  async issueIn(
    transaction: Transaction,
    kind: SalesKind,
    legalEntityId: string,
    wanted: WantedDocument,
  ): Promise<IssuedDocumentView> {
    const prepared = await this.preparation.prepare(transaction, kind, legalEntityId, wanted);
    return this.issuePrepared(transaction, prepared, wanted.deposits);
  }

  /** The same of one that is ready. @throws Problem as `IssuingWithDeposits.issue` */
  async issuePrepared(
    transaction: Transaction,
    prepared: PreparedDocument,
    deposits?: readonly WantedDeposit[],
  ): Promise<IssuedDocumentView> {
    const { kind, id } = prepared.document;
    await this.issuing.issue(transaction, prepared, deposits);
    const row = await this.documents.get(transaction, kind, id);
    return { ...SalesDocumentView.from(row), entry: await this.entries.get(transaction, row.entryId) };
  }
}
