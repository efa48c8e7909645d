import { Injectable } from '@nestjs/common';
import type { Acting } from '#platform/database/acting.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import { Deferrals } from '../receivables/deferrals/deferrals.service.js';
import { CashBasisTaxes, type MovementDate } from '../tax/cash-basis/cash-basis-taxes.service.js';
import type { ItemLine, PlannedReceiptEntry, PlannedSale } from './sale-plan.js';
import { effectiveOn } from './sales-planning.service.js';

type Movements = Awaited<ReturnType<CashBasisTaxes['plan']>>;

/** Tax that a payment of a sale makes due, and when. */
export interface DueOfSale {
  acting: Acting;
  movements: Movements;
  at: MovementDate;
}

/** Whether an invoice goes on after it is issued: what it sells is earned over time, or its tax is due when it is paid. */
export const isLasting = ({ issue: { prepared } }: PlannedSale): boolean =>
  prepared.isOnCashBasis || prepared.document.lines.some(({ deferral }) => deferral !== null);

/** What follows from what was posted of sales, and is read back for it: these are written step by step. */
@Injectable()
export class LastingSales {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: OpenItemsRepository,
    private readonly deferrals: Deferrals,
    private readonly cashBasisTaxes: CashBasisTaxes,
  ) {}

  /** Between the invoices and what settles them: when they are earned, and what of their taxes will be due. */
  async plan(transaction: Transaction, sales: readonly PlannedSale[]): Promise<DueOfSale[]> {
    const due: DueOfSale[] = [];
    for (const sale of sales) {
      await this.onBehalfOf(transaction, sale.acting, async (part) => {
        await this.deferrals.keep(part, [sale.issue.prepared]);
        if (sale.issue.prepared.isOnCashBasis) due.push(...(await this.planTaxes(part, sale)));
      });
    }
    return due;
  }

  /** After what settles them. @throws Problem the ledger's refusal */
  async record(transaction: Transaction, due: readonly DueOfSale[]): Promise<void> {
    for (const { acting, movements, at } of due) {
      await this.onBehalfOf(transaction, acting, (part) => this.cashBasisTaxes.record(part, movements, at));
    }
  }

  private async planTaxes(transaction: Transaction, sale: PlannedSale): Promise<DueOfSale[]> {
    const { invoice, receipts, acting, issue } = sale;
    const posted = await this.items.ofEntries(transaction, [invoice.id, ...receipts.map(({ entry }) => entry.id)]);
    const ids = new Map(posted.map(({ id, entryId, lineNumber }) => [keyOf({ entryId, lineNumber }), id]));
    const functionalCurrency = invoice.functionalCurrency.code;
    const taxed = receipts.flatMap(({ settled }) =>
      settled.map(({ allocation: { id, amount }, debit, credit }) => {
        const entries = { debitEntryId: debit.entryId, creditEntryId: credit.entryId };
        const items = { debitItemId: ids.get(keyOf(debit))!, creditItemId: ids.get(keyOf(credit))! };
        return { allocationId: id, amount, ...entries, ...items };
      }),
    );
    const all = await this.cashBasisTaxes.plan(transaction, taxed, functionalCurrency);
    return receipts.map((receipt) => {
      const { softCloseReason } = receipt.settlement;
      const { legalEntityId } = issue.prepared.document;
      const on = effectiveOn(sale, receipt);
      const at = { legalEntityId, functionalCurrency, groupId: receipt.id, effectiveOn: on, softCloseReason };
      return { acting, movements: all.filter(isOf(receipt)), at };
    });
  }

  /** What is written is a part of the sale, whose answer alone is remembered. */
  private onBehalfOf<T>(transaction: Transaction, acting: Acting, work: (part: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.onBehalfOf(transaction, { ...acting, idempotency: undefined }, work);
  }
}

const keyOf = ({ entryId, lineNumber }: ItemLine) => `${entryId} ${lineNumber}`;

const isOf =
  ({ settled }: PlannedReceiptEntry) =>
  ({ allocationId }: Movements[number]) =>
    settled.some(({ allocation }) => allocation.id === allocationId);
