import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { PlannedEntry } from '../journal/planned-entry.js';
import { type PostingWish, PostingPlanner } from '../journal/posting-planner.service.js';
import { planned } from '../journal/posting-refusal.js';
import { moduleRights, rightsOf } from '../journal/posting-rights.js';
import { DIFFERENCES_OF_SETTLEMENTS, refusalOf } from '../open-items/allocation.service.js';
import { ExchangeDifferences } from '../open-items/exchange-differences.service.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { planAllocations, type WantedPair } from '../open-items/plan-allocations.js';
import { exchangeDifference } from '../open-items/settle.js';
import { tellOfDocument } from '../receivables/documents/tell-of-document.js';
import { inWordsOfRequest } from '../receipts/settlement-refusal.js';
import { placeOfPayment } from './sale-payments.service.js';
import type { ItemLine, PlannedReceiptEntry, PlannedSale, PreparedPayment, PreparedSale } from './sale-plan.js';
import { toldAt } from './told-at.js';

type SalePlan = { plan: PlannedSale; reason?: undefined } | { plan?: undefined; reason: Problem };
type PostedPayment = PreparedPayment & { entry: PlannedEntry };

/** Plans the entries of sales, and what their payments settle, so that nothing is left to decide when they are written. */
@Injectable()
export class SalesPlanning {
  constructor(
    private readonly planner: PostingPlanner,
    private readonly differences: ExchangeDifferences,
  ) {}

  /** In the order of the sales; what the ledger refuses is told of the sale. */
  async plan(transaction: Transaction, sales: readonly PreparedSale[]): Promise<SalePlan[]> {
    if (sales.length === 0) return [];
    const wishes = sales.map((sale) => ({
      invoice: wishOf(sale, sale.issue.request),
      receipts: sale.payments.map(({ request }) => wishOf(sale, request)),
    }));
    const plan = await this.planner.prepare(
      transaction,
      wishes.flatMap(({ invoice, receipts }) => [invoice, ...receipts]),
    );
    const plans: SalePlan[] = [];
    for (const [index, sale] of sales.entries()) {
      const { invoice, receipts } = wishes[index]!;
      try {
        const entry = await entryOfInvoice(sale, () => planned([plan(invoice)])[0]!);
        const payments: PostedPayment[] = [];
        for (const [at, payment] of sale.payments.entries()) {
          const made = await entryOfPayment(payment, () => planned([plan(receipts[at]!)])[0]!);
          payments.push({ ...payment, entry: made });
        }
        plans.push({ plan: await this.settle(transaction, sale, entry, payments) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        plans.push({ reason: error });
      }
    }
    return plans;
  }

  /** What the receipts take off the invoice, each from what those before it leave. */
  private async settle(
    transaction: Transaction,
    sale: PreparedSale,
    invoice: PlannedEntry,
    payments: readonly PostedPayment[],
  ): Promise<PlannedSale> {
    const lines = new Map<string, ItemLine>();
    const charged = sale.items.map((item) => itemAt(item, invoice, item.lineNumber, lines));
    const credits = payments.map(({ entry }) => creditItems(charged, entry, lines));
    const pairs = payments.map(({ settlement }, index) =>
      settlement.payments.map(({ item, amount }): WantedPair => {
        return { debitItemId: item.id, creditItemId: credits[index]![0]!.id, amount: amount.toString() };
      }),
    );
    const { code } = invoice.functionalCurrency;
    const { allocations, errors } = planAllocations(pairs.flat(), [...charged, ...credits.flat()], code);
    if (!allocations) throw refusalOf(errors);
    let taken = 0;
    const receipts: PlannedReceiptEntry[] = [];
    for (const [index, payment] of payments.entries()) {
      const own = allocations.slice(taken, (taken += pairs[index]!.length));
      const settled = own.map((allocation) => {
        return { allocation, debit: lines.get(allocation.debit.id)!, credit: lines.get(allocation.credit.id)! };
      });
      const receipt = { ...payment, settled, difference: undefined };
      receipts.push({ ...receipt, difference: await this.difference(transaction, sale, receipt) });
    }
    return { ...sale, invoice, receipts };
  }

  /** The entry of what exchange rates made of the invoice until it was paid, if anything. */
  private async difference(transaction: Transaction, sale: PreparedSale, receipt: PlannedReceiptEntry) {
    const differences = receipt.settled.map(({ allocation }) => {
      return { item: allocation.debit, amount: exchangeDifference(allocation) };
    });
    const request = await this.differences.request(transaction, differences, {
      groupId: receipt.id,
      entryDate: effectiveOn(sale, receipt),
      description: DIFFERENCES_OF_SETTLEMENTS,
      softCloseReason: receipt.settlement.softCloseReason,
    });
    if (!request) return undefined;
    const wish = wishOf(sale, request);
    const plan = await this.planner.prepare(transaction, [wish]);
    return entryOfPayment(receipt, () => planned([plan(wish)])[0]!);
  }
}

/** When a receipt settles: when both it and the invoice are there. */
export const effectiveOn = (
  { issue: { prepared } }: Pick<PreparedSale, 'issue'>,
  { settlement: { kept } }: Pick<PreparedPayment, 'settlement'>,
): CalendarDate => {
  const { issuedOn } = prepared.document;
  return (kept.settledOn > issuedOn ? kept.settledOn : issuedOn) as CalendarDate;
};

/** Whose command it is has given the reason for a closed period. */
function wishOf({ acting }: PreparedSale, request: PostingRequest): PostingWish {
  const { passSoftClose } = rightsOf(acting);
  return { request, rights: { ...moduleRights, passSoftClose }, pointer: '/entries/0', makerId: acting.personId };
}

async function entryOfInvoice({ issue }: PreparedSale, plan: () => PlannedEntry): Promise<PlannedEntry> {
  try {
    return await Promise.resolve(plan());
  } catch (error) {
    throw tellOfDocument(error, [issue.posting.sources]);
  }
}

const entryOfPayment = ({ index, settlement }: PreparedPayment, plan: () => PlannedEntry): Promise<PlannedEntry> =>
  toldAt(placeOfPayment(index), () => inWordsOfRequest(settlement.dateField, async () => Promise.resolve(plan())));

/** An item with what its line comes to in the functional currency. */
function itemAt(
  item: OpenItemView,
  entry: PlannedEntry,
  lineNumber: number,
  lines: Map<string, ItemLine>,
): OpenItemView {
  const { functionalDebit, functionalCredit } = entry.lines[lineNumber - 1]!;
  const functional = functionalDebit.minus(functionalCredit).toFixed();
  lines.set(item.id, { entryId: entry.id, lineNumber });
  return { ...item, entryId: entry.id, lineNumber, functionalAmount: functional, functionalOpenAmount: functional };
}

/** What a receipt gives the customer on the account of the invoice. */
function creditItems(charged: readonly OpenItemView[], entry: PlannedEntry, lines: Map<string, ItemLine>) {
  const [model] = charged;
  return entry.lines.flatMap(({ account, partyId, debit, credit }, index): OpenItemView[] => {
    if (partyId === null || account.code !== model!.accountCode) return [];
    const amount = debit.minus(credit).toFixed();
    const { entryDate } = entry;
    const item = { ...model!, id: newId(), amount, openAmount: amount, entryDate, dueOn: null };
    return [itemAt(item, entry, index + 1, lines)];
  });
}
