import { Injectable } from '@nestjs/common';
import { currentActing } from '#platform/database/acting.js';
import type { LastStatement, Transaction } from '#platform/database/transaction.js';
import { ended, UnitOfWork } from '#platform/database/unit-of-work.js';
import { BooksOpening } from '../chart/books-opening.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import { SalesIssuing } from '../receivables/documents/sales-issuing.service.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { type PlannedSale, type SaleWish } from './sale-plan.js';
import { SalesGroups } from './sales-groups.service.js';
import { SalesPlanning } from './sales-planning.service.js';
import { SalesPreparing } from './sales-preparing.service.js';
import { SalesWriting } from './sales-writing.service.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** When what shares no transaction is done. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

const atOnce: Turns = (work) => work();

/** Takes what a front office has sold: customer, invoice, entry, payments and what they settle, in one transaction. */
@Injectable()
export class SalesRecording {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: SalesGroups,
    private readonly preparing: SalesPreparing,
    private readonly planning: SalesPlanning,
    private readonly writing: SalesWriting,
    private readonly keeping: SaleKeeping,
    private readonly books: BooksOpening,
    private readonly issuing: SalesIssuing,
    private readonly recorded: RecordedSalesRepository,
    private readonly entries: JournalEntriesRepository,
  ) {}

  /**
   * One effect for each external id of a channel: the same again is answered with what was recorded.
   *
   * @throws Problem sale_refused, sale_taken, sale_totals_differ, and what refuses the customer, the invoice or a payment,
   *   with pointers into the sale
   */
  async record(body: RecordSale, dryRun: boolean, inTurn: Turns = atOnce): Promise<SaleView> {
    const wish = { acting: currentActing(), body, digest: digestOf(body) };
    if (dryRun) {
      return this.keeping.once(() =>
        this.unitOfWork.rehearse(ACTION, (transaction) => this.rehearse(transaction, wish)),
      );
    }
    return (await this.groups.record(wish)) ?? inTurn(() => this.recordAlone(wish));
  }

  /** What writes about its customer is audited under its own name, so it shares no transaction. */
  private recordAlone(wish: SaleWish): Promise<SaleView> {
    return this.keeping.once(() =>
      this.unitOfWork.runToLast(ACTION, async (transaction): Promise<LastStatement<SaleView>> => {
        const { existing, plan } = await this.decide(transaction, wish);
        if (existing) {
          const last = await this.writing.write(transaction, [], [{ acting: wish.acting, view: existing }]);
          return { ...last, toResult: () => existing };
        }
        const last = await this.writing.write(transaction, [plan]);
        return { ...last, toResult: (rows) => last.toResult(rows)[0]! };
      }),
    );
  }

  /** With every entry that would be posted. */
  private async rehearse(transaction: Transaction, wish: SaleWish): Promise<SaleView> {
    const acting = { ...wish.acting, idempotency: undefined };
    const { existing, plan } = await this.decide(transaction, { ...wish, acting });
    if (existing) return existing;
    const [view] = await ended(transaction, await this.writing.write(transaction, [plan]));
    const { invoice, receipts } = plan;
    const payments = await this.recorded.payments(
      transaction,
      receipts.map(({ id }) => id),
    );
    const ids = [invoice.id, ...payments.flatMap(({ entryIds }) => entryIds)];
    return { ...view!, entries: await this.entries.getAll(transaction, ids) };
  }

  /** @throws Problem whatever refuses the sale */
  private async decide(
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
