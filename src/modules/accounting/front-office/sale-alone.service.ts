import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { BooksOpening } from '../chart/books-opening.js';
import { SalesIssuing } from '../receivables/documents/sales-issuing.service.js';
import type { SaleView } from './record-sale.dto.js';
import type { PlannedSale, SaleWish } from './sale-plan.js';
import { SalesPlanning } from './sales-planning.service.js';
import { SalesPreparing } from './sales-preparing.service.js';

/** Decides a sale that shares no transaction: it may make its customer and journals, and it may pass no credit limit. */
@Injectable()
export class SaleAlone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preparing: SalesPreparing,
    private readonly planning: SalesPlanning,
    private readonly books: BooksOpening,
    private readonly issuing: SalesIssuing,
  ) {}

  /** @throws Problem whatever refuses the sale */
  async decide(
    transaction: Transaction,
    wish: SaleWish,
  ): Promise<{ existing: SaleView; plan?: undefined } | { existing?: undefined; plan: PlannedSale }> {
    return this.unitOfWork.onBehalfOf(transaction.askingOnce(), wish.acting, async (asking) => {
      const { existing, sale } = await this.preparing.prepareAlone(asking, wish);
      if (existing) return { existing };
      const { prepared } = sale!.issue;
      const { legalEntityId } = prepared.document;
      await this.issuing.ensureJournal(asking, legalEntityId, 'invoice');
      await this.books.addJournals(asking, legalEntityId);
      const [{ plan, reason }] = (await this.planning.plan(asking, [sale!])) as [{ plan: PlannedSale; reason?: Error }];
      if (reason) throw reason;
      const charge = plan.invoice.lines.filter(({ partyId }) => partyId !== null);
      await this.issuing.requireWithinLimit(asking, prepared, charge);
      return { plan };
    });
  }
}
