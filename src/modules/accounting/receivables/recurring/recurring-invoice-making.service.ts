import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { standing } from '../../schedules/recurring-state.js';
import { SalesDocumentsService } from '../documents/sales-documents.service.js';
import { refuseSale } from '../documents/sales-faults.js';
import { SalesDraftsRepository } from '../drafts/sales-drafts.repository.js';
import { contentOfDate } from './content-of-date.js';
import type { DueInvoiceView, RecurringInvoiceRow } from './recurring-invoices.dto.js';
import { RecurringInvoicesRepository } from './recurring-invoices.repository.js';

/** Makes the invoice or draft of the next date of a recurring invoice. */
@Injectable()
export class RecurringInvoiceMaking {
  constructor(
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
    private readonly recurring: RecurringInvoicesRepository,
    private readonly documents: SalesDocumentsService,
    private readonly drafts: SalesDraftsRepository,
  ) {}

  /**
   * Within the running command, which holds the row: the document, the run of the date, and the next date.
   *
   * @throws Problem whatever keeps an invoice from being issued
   */
  async make(transaction: Transaction, row: RecurringInvoiceRow & { nextOn: string }): Promise<DueInvoiceView> {
    const { id, legalEntityId, mode, nextOn: dueOn } = row;
    const issuedOn = row.dating === 'due_date' ? dueOn : await this.clock.today(transaction);
    const { content: said, faults } = contentOfDate(row);
    refuseSale(faults);
    const content = { ...said, partyId: row.partyId, issuedOn };
    let made: Pick<DueInvoiceView, 'outcome' | 'documentId' | 'number' | 'draftId'>;
    if (mode === 'issue') {
      await this.legalEntity.resolveActive(legalEntityId);
      const issued = await this.documents.issueIn(transaction, 'invoice', legalEntityId, content);
      made = { outcome: 'issued', documentId: issued.id, number: issued.number, draftId: null };
    } else {
      const draftId = newId();
      await this.drafts.insert(transaction, { id: draftId, legalEntityId, kind: 'invoice', content });
      made = { outcome: 'drafted', documentId: null, number: null, draftId };
    }
    const { documentId, draftId } = made;
    await this.recurring.insertRun(transaction, row, { dueOn, documentId, draftId });
    const behind = standing(row, row.passed + 1, row.status);
    await this.recurring.update(transaction, { ...row, ...behind, refusalCode: null, refusal: null, refusedAt: null });
    return { recurringId: id, dueOn, ...made, problemCode: null, detail: null, errors: [] };
  }
}
