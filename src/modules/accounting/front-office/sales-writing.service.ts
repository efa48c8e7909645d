import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Acting } from '#platform/database/acting.js';
import type { LastStatement, Statement, Transaction } from '#platform/database/transaction.js';
import { appendEntries } from '../journal/append-entries.js';
import { ALLOCATE, eventOf } from '../open-items/allocation.service.js';
import { type AllocationBetweenLines, AllocationsRepository } from '../open-items/allocations.repository.js';
import { openItemEvents } from '../open-items/open-items.events.js';
import {
  type DocumentEvent,
  DocumentEvents,
  numbered,
  unnumbered,
} from '../receivables/documents/document-events.repository.js';
import { IssuedDocuments } from '../receivables/documents/issued-documents.service.js';
import { issuedEvent } from '../receivables/documents/sales-issuing.service.js';
import { conversion } from '../receivables/documents/tax-lines-of-document.js';
import { receiptEvents } from '../receipts/receipts.events.js';
import { receiptPermissions } from '../receipts/receipts.permissions.js';
import { type NewPayment, SettlementsRepository } from '../receipts/settlements.repository.js';
import { composeSale } from './compose-sale.js';
import { frontOfficeEvents } from './front-office.events.js';
import type { SaleView } from './record-sale.dto.js';
import { isLasting, LastingSales } from './lasting-sales.service.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { entriesOf, openOfSale, type PlannedReceiptEntry, type PlannedSale } from './sale-plan.js';
import { effectiveOn } from './sales-planning.service.js';

/** The numbers of the invoices, in the order of their ids; filled into the answers that are kept under keys. */
const REMEMBER: Statement = {
  name: 'remember_answers_of_sales',
  text: `
    SELECT told.numbers, platform.remember_answers($3::json, told.numbers)
    FROM (SELECT array_agg(d.number ORDER BY wanted.place) AS numbers
          FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
          JOIN accounting.sales_document d ON d.organization_id = $1 AND d.id = wanted.id) told`,
};
/** Stands in an answer where a number belongs that the database has yet to draw. Nobody's text can contain it. */
const NUMBER = `number ${newId()}`;

/** A sale that was recorded before, for whoever handed it over again. */
export interface AnsweredSale {
  acting: Acting;
  view: SaleView;
}

/** Writes sales that are decided. Their entries leave first and lock the books; nothing that follows waits for an answer. */
@Injectable()
export class SalesWriting {
  constructor(
    private readonly issued: IssuedDocuments,
    private readonly lasting: LastingSales,
    private readonly allocations: AllocationsRepository,
    private readonly settlements: SettlementsRepository,
    private readonly recorded: RecordedSalesRepository,
    private readonly events: DocumentEvents,
  ) {}

  /**
   * @param answered whose answers are kept as well
   * @returns what they end with; it gives the answers in the order of the sales
   */
  async write(
    transaction: Transaction,
    sales: readonly PlannedSale[],
    answered: readonly AnsweredSale[] = [],
  ): Promise<LastStatement<SaleView[]>> {
    const issuedAt = await transaction.startedAt;
    const sent = sales.length === 0 ? [] : await this.send(transaction, sales);
    const views = sales.map((sale) => composeSale(sale, NUMBER, issuedAt));
    const answers = [
      ...sales.map(({ acting }, drawn) => answerOf(acting, views[drawn]!, drawn)),
      ...answered.map(({ acting, view }) => answerOf(acting, view, 0)),
    ];
    const ids = sales.map(({ issue }) => issue.prepared.document.id);
    return {
      sent,
      statement: REMEMBER,
      values: [transaction.organizationId, ids, JSON.stringify(answers.flatMap((one) => one ?? []))],
      toResult: ([row]) => {
        const { numbers } = row as { numbers: string[] | null };
        return views.map((view, index) => ({ ...view, document: { ...view.document, number: numbers![index]! } }));
      },
    };
  }

  /** @returns what nobody has waited for */
  private async send(transaction: Transaction, sales: readonly PlannedSale[]): Promise<Promise<unknown>[]> {
    const posted = await this.post(transaction, sales);
    const lasting = sales.filter(isLasting);
    if (lasting.length === 0) return [...posted, ...this.settle(transaction, sales)];
    await Promise.all(posted);
    const due = await this.lasting.plan(transaction, lasting);
    await Promise.all(this.settle(transaction, sales));
    await this.lasting.record(transaction, due);
    return [];
  }

  /** The entries leave first: the database writes them while the rest is put together here. */
  private async post(transaction: Transaction, sales: readonly PlannedSale[]): Promise<Promise<unknown>[]> {
    const append = appendEntries(
      sales.map((sale) => ({
        // The answer to remember is that of the sale.
        acting: { ...sale.acting, idempotency: undefined },
        entries: entriesOf(sale),
        answer: () => undefined,
      })),
    );
    const appended = transaction.rows(append.statement, append.values);
    // Told to whoever waits for all of them.
    appended.catch(() => undefined);
    await nextTurn();
    return [appended, ...this.issued.record(transaction, sales.map(issuedOf))];
  }

  private settle(transaction: Transaction, sales: readonly PlannedSale[]): Promise<unknown>[] {
    return [
      this.allocations.insertBetweenLines(transaction, ALLOCATE, sales.flatMap(allocationsOf)),
      this.settlements.insertMany(transaction, receiptPermissions.recordReceipts.name, sales.flatMap(paymentsOf)),
      this.recorded.insert(transaction, sales.map(recordedOf)),
      this.events.publish(transaction, sales.flatMap(eventsOf)),
    ];
  }
}

function answerOf({ actorId, idempotency }: Acting, view: SaleView, drawn: number): object | undefined {
  if (!idempotency) return undefined;
  return {
    actor_id: actorId,
    key: idempotency.key,
    request_hash: idempotency.requestHash.toString('hex'),
    first_drawn: drawn,
    pieces: JSON.stringify(view).split(NUMBER),
  };
}

function issuedOf({ issue, invoice, acting, receipts }: PlannedSale) {
  const { currency, totals } = issue.prepared.document;
  const prepared = { ...issue.prepared, prepaid: totals.payable.minus(openOfSale({ issue, receipts })) };
  const convert = conversion(currency, invoice.functionalCurrency.code, invoice.lines[0]!.exchangeRate);
  return { ...issue, prepared, entryId: invoice.id, convert, issuedBy: acting.actorId };
}

function allocationsOf(sale: PlannedSale): AllocationBetweenLines[] {
  const { actorId, requestId } = sale.acting;
  return sale.receipts.flatMap((receipt) =>
    receipt.settled.map(({ allocation, debit, credit }) => {
      const { id, amount, functionalDebit, functionalCredit } = allocation;
      return {
        id,
        groupId: receipt.id,
        debitEntryId: debit.entryId,
        debitLine: debit.lineNumber,
        creditEntryId: credit.entryId,
        creditLine: credit.lineNumber,
        effectiveOn: effectiveOn(sale, receipt),
        amount: amount.toFixed(),
        functionalDebit: functionalDebit.toFixed(),
        functionalCredit: functionalCredit.toFixed(),
        differenceEntryId: functionalDebit.equals(functionalCredit) ? null : receipt.difference!.id,
        actorId,
        requestId,
      };
    }),
  );
}

function paymentsOf({ acting: { actorId, requestId }, receipts, issue: { prepared } }: PlannedSale): NewPayment[] {
  const { legalEntityId, partyId } = prepared.document;
  return receipts.map(({ id, entry, settlement, settled }) => {
    const parts = settled.map(({ allocation: { amount }, debit }, index) => {
      return { position: index + 1, entryId: debit.entryId, line: debit.lineNumber, amount };
    });
    const key = { id, kind: 'receipt' as const, legalEntityId, partyId, entryId: entry.id };
    return { ...settlement.kept, ...key, actorId, requestId, parts };
  });
}

function recordedOf({ channel, body, digest, issue: { prepared }, receipts }: PlannedSale) {
  const { id: documentId, legalEntityId } = prepared.document;
  const key = { channelId: channel.id, externalId: body.externalId };
  const settlementIds = receipts.map(({ id }) => id);
  return { ...key, documentId, legalEntityId, kind: 'sale' as const, contentDigest: digest, settlementIds };
}

function eventsOf(sale: PlannedSale): DocumentEvent[] {
  const { channel, body, invoice, issue, receipts } = sale;
  const { id: documentId, legalEntityId, partyId, currency, totals } = issue.prepared.document;
  const money = (amount: Decimal) => amount.toFixed(requireCurrency(currency).minorUnits);
  const recorded = numbered(frontOfficeEvents.saleRecorded, documentId, documentId, {
    documentId,
    legalEntityId,
    kind: 'sale',
    channelCode: channel.code,
    externalId: body.externalId,
    partyId,
    currency,
    payable: money(totals.payable),
    openAmount: money(openOfSale(sale)),
  });
  const ofReceipt = (receipt: PlannedReceiptEntry) => [
    ...receipt.settled.map(({ allocation: { id, amount }, debit, credit }) => {
      const entries = { debitEntryId: debit.entryId, creditEntryId: credit.entryId };
      const on = { amount: money(amount), currency, effectiveOn: effectiveOn(sale, receipt) };
      return unnumbered(openItemEvents.allocationMade, id, eventOf({ id, legalEntityId, partyId, ...entries, ...on }));
    }),
    unnumbered(receiptEvents.receiptRecorded, receipt.id, {
      receiptId: receipt.id,
      legalEntityId,
      partyId,
      date: receipt.settlement.kept.settledOn,
      amount: money(receipt.settlement.kept.amount),
      currency,
    }),
  ];
  return [issuedEvent({ prepared: issue.prepared, entryId: invoice.id }), ...receipts.flatMap(ofReceipt), recorded];
}
