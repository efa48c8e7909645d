import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { DocumentReversals } from '../../journal/document-reversals.service.js';
import { TaxReturnsRepository } from '../returns/tax-returns.repository.js';
import { taxEvents } from '../tax.events.js';
import { taxPermissions } from '../tax.permissions.js';
import { taxProblems } from '../tax.problems.js';
import {
  type ReturnSettlementRow,
  type ReverseTaxReturnSettlement,
  TaxReturnSettlementView,
} from './return-settlements.dto.js';
import { returnSettlementColumns, returnSettlementSource } from './return-settlements.list.js';
import { ReturnSettlementsRepository } from './return-settlements.repository.js';
import { inWordsOfDocument } from '../../journal/in-words-of-document.js';

const ACTION = taxPermissions.settleTaxReturns.name;

/** Shows settlements of returns, and takes them back. */
@Injectable()
export class ReturnSettlementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly returns: TaxReturnsRepository,
    private readonly settlements: ReturnSettlementsRepository,
    private readonly reversals: DocumentReversals,
  ) {}

  list(request: ListRequest): Promise<Page<TaxReturnSettlementView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<ReturnSettlementRow>(transaction, {
        columns: returnSettlementColumns,
        from: returnSettlementSource,
        where: 'settlement.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => TaxReturnSettlementView.from(row));
    });
  }

  find(id: string): Promise<TaxReturnSettlementView> {
    return this.unitOfWork.read(async (transaction) =>
      TaxReturnSettlementView.from(await this.settlements.get(transaction, id)),
    );
  }

  /** @throws Problem not_found, tax_return_state, tax_return_settlement_refused, period_closed, entry_refused */
  reverse(id: string, body: ReverseTaxReturnSettlement): Promise<TaxReturnSettlementView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { taxReturnId } = await this.settlements.get(transaction, id);
      await this.returns.hold(transaction, taxReturnId);
      const row = await this.settlements.get(transaction, id);
      if (row.status === 'reversed') {
        throw taxProblems.tax_return_state(`The settlement was reversed on ${row.reversedOn}.`);
      }
      const { settledOn, legalEntityId, entryId } = row;
      const { reversedOn = settledOn, reason, softCloseReason } = body;
      if (reversedOn < settledOn) {
        const message = `The settlement is of ${settledOn}: it is reversed on that day or later.`;
        const error = { pointer: '/reversedOn', code: 'reversed_too_early', message };
        throw taxProblems.tax_return_settlement_refused(message, [error]);
      }
      await this.settlements.insertReversal(transaction, ACTION, row, { reversedOn, reason });
      const at = { entryDate: reversedOn as CalendarDate, softCloseReason };
      await inWordsOfDocument('/reversedOn', () => this.reversals.reverseAll(transaction, [entryId], at));
      const view = TaxReturnSettlementView.from(await this.settlements.get(transaction, id));
      const data = { settlementId: id, taxReturnId, legalEntityId, entryId: view.reversalEntryId!, reversedOn };
      const { amountDue, currency } = view;
      await transaction.publish(taxEvents.taxReturnSettlementReversed, taxReturnId, { ...data, amountDue, currency });
      return view;
    });
  }
}
