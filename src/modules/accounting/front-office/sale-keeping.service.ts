import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { requireCurrency } from '#kernel/currency.js';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { databaseFailureOf } from '#platform/http/sqlstate.js';
import { accountingProblems } from '../accounting.problems.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import { DocumentStatuses } from '../receivables/documents/document-statuses.service.js';
import { type SalesDocumentRow, SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import { SalesDocumentsRepository } from '../receivables/documents/sales-documents.repository.js';
import { frontOfficeEvents } from './front-office.events.js';
import type { SaleView } from './record-sale.dto.js';
import {
  type RecordedSale,
  RecordedSalesRepository,
  type SaleKey,
  type SaleKind,
} from './recorded-sales.repository.js';
import { saleRefusal } from './sale-faults.js';
import type { PlannedSale } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';
import { SalesChannelsRepository } from './sales-channels.repository.js';

/** Keys of what another request may have recorded under the same id meanwhile. */
const takenMeanwhile = new Set(['recorded_sale_external_id_key', 'sales_document_external_id_key']);

/** What is told of a sale or refund. */
interface Told {
  outcome: SaleView['outcome'];
  showEntries: boolean;
  /** Entries beside those of the document and the payments. */
  moreEntryIds?: readonly string[] | undefined;
}

type NewlyRecorded = Omit<Told, 'outcome'> & { externalId: string };

/** Whether another request may have recorded the same between two looks; its payments are found as taken, too. */
export const isTakenMeanwhile = (error: unknown): boolean =>
  error instanceof Problem
    ? error.code === 'settlement_taken'
    : takenMeanwhile.has(databaseFailureOf(error)?.constraint ?? '');

/** Keeps what channels hand over under their ids, and answers what was handed over before. */
@Injectable()
export class SaleKeeping {
  constructor(
    private readonly channels: SalesChannelsRepository,
    private readonly recorded: RecordedSalesRepository,
    private readonly documents: SalesDocumentsRepository,
    private readonly entries: JournalEntriesRepository,
    private readonly statuses: DocumentStatuses,
  ) {}

  /** Who was second finds, at another look, what the first has recorded. */
  async once<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isTakenMeanwhile(error)) throw error;
      return work();
    }
  }

  /** @throws Problem sale_refused where the legal entity has no active one with the code */
  async channel(transaction: Transaction, legalEntityId: string, code: string): Promise<SalesChannel> {
    const channel = await this.channels.byCode(transaction, legalEntityId, code);
    if (channel?.status === 'active') return channel;
    const message = channel
      ? `The sales channel ${code} is inactive.`
      : `The legal entity has no sales channel ${code}: create it by POST /v1/accounting/sales-channels.`;
    throw saleRefusal([{ pointer: '/channelCode', code: 'unknown_sales_channel', message }]);
  }

  /** The sales that there are of the keys, by `keyOf`. */
  recordedBefore(transaction: Transaction, keys: readonly SaleKey[]): Promise<Map<string, RecordedSale>> {
    return this.recorded.findAll(transaction, 'sale', keys);
  }

  /** @throws Problem sale_taken where something else was recorded under the id */
  async existing(
    transaction: Transaction,
    channel: SalesChannel,
    kind: SaleKind,
    externalId: string,
    digest: string,
  ): Promise<SaleView | undefined> {
    const found = await this.recorded.find(transaction, kind, { channelId: channel.id, externalId });
    return found && this.told(transaction, channel, externalId, found, digest);
  }

  /** The same of what is found: was it the same? */
  async told(
    transaction: Transaction,
    channel: SalesChannel,
    externalId: string,
    found: RecordedSale,
    digest: string,
  ): Promise<SaleView> {
    if (found.contentDigest === digest) {
      const row = await this.rowOf(transaction, found);
      return this.describe(transaction, channel, externalId, found, row, { outcome: 'existing', showEntries: false });
    }
    const message = `The sales channel ${channel.code} has recorded another ${found.kind} as ${externalId}: the document ${found.documentId}.`;
    throw accountingProblems.sale_taken(message, [{ pointer: '/externalId', code: 'sale_taken', message }]);
  }

  async keep(
    transaction: Transaction,
    channel: SalesChannel,
    { externalId, showEntries, moreEntryIds, ...sale }: RecordedSale & NewlyRecorded,
  ): Promise<SaleView> {
    const { id: channelId, code: channelCode, legalEntityId } = channel;
    await this.recorded.insert(transaction, [{ ...sale, legalEntityId, channelId, externalId }]);
    const row = await this.rowOf(transaction, sale);
    const { number, partyId, currency, payable, openAmount } = row;
    const money = (amount: string) => new Decimal(amount).toFixed(requireCurrency(currency).minorUnits);
    await transaction.publish(frontOfficeEvents.saleRecorded, sale.documentId, {
      documentId: sale.documentId,
      legalEntityId,
      kind: sale.kind,
      channelCode,
      externalId,
      number,
      partyId,
      currency,
      payable: money(payable),
      openAmount: money(openAmount),
    });
    this.statuses.toldAtRecording(transaction, sale.documentId);
    const told = { outcome: 'recorded', showEntries, moreEntryIds } as const;
    return this.describe(transaction, channel, externalId, sale, row, told);
  }

  /** Every entry of a sale that the running command has written. */
  async entriesOf(transaction: Transaction, { invoice, receipts }: PlannedSale): Promise<JournalEntryView[]> {
    const settlementIds = receipts.map(({ id }) => id);
    const payments = await this.recorded.payments(transaction, settlementIds);
    return this.entries.getAll(transaction, [invoice.id, ...payments.flatMap(({ entryIds }) => entryIds)]);
  }

  /** The invoice of a sale, held until the transaction ends. */
  async saleOf(transaction: Transaction, channel: SalesChannel, saleId: string): Promise<SalesDocumentRow> {
    const sale = await this.recorded.find(transaction, 'sale', { channelId: channel.id, externalId: saleId });
    if (sale) return this.documents.hold(transaction, 'invoice', sale.documentId);
    const message = `The sales channel ${channel.code} has recorded no sale ${saleId}.`;
    throw saleRefusal([{ pointer: '/sale', code: 'unknown_sale', message }]);
  }

  private rowOf(transaction: Transaction, { kind, documentId }: RecordedSale): Promise<SalesDocumentRow> {
    return this.documents.get(transaction, kind === 'sale' ? 'invoice' : 'credit_note', documentId);
  }

  private async describe(
    transaction: Transaction,
    { code: channelCode }: SalesChannel,
    externalId: string,
    { settlementIds }: RecordedSale,
    row: SalesDocumentRow,
    { outcome, showEntries, moreEntryIds = [] }: Told,
  ): Promise<SaleView> {
    const payments = await this.recorded.payments(transaction, settlementIds);
    const { minorUnits } = requireCurrency(row.currency);
    const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
    const entryIds = [row.entryId, ...payments.flatMap((one) => one.entryIds), ...moreEntryIds];
    return {
      outcome,
      channelCode,
      externalId,
      document: SalesDocumentView.from(row),
      payments: payments.map(({ id, amount, fee, withheldAmount }) => {
        return { id, amount: money(amount), fee: money(fee), withheldAmount: money(withheldAmount) };
      }),
      entries: showEntries ? await Promise.all(entryIds.map((id) => this.entries.get(transaction, id))) : null,
    };
  }
}
