import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { JournalEntryView } from '../journal/journal-entries.dto.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import type { SettlementKind } from './settlement-refusal.js';
import { type SettlementRecord, SettlementsRepository } from './settlements.repository.js';

type ViewOf<Summary> = (record: SettlementRecord) => Summary;

/** Reads receipts, refunds and write-offs, with all that was posted for them. */
@Injectable()
export class SettlementReading {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: SettlementsRepository,
    private readonly entries: JournalEntriesRepository,
  ) {}

  list<Summary>(kind: SettlementKind, request: ListRequest, viewOf: ViewOf<Summary>): Promise<Page<Summary>> {
    return this.unitOfWork.read((transaction) => this.settlements.list(transaction, kind, request, viewOf));
  }

  find<Summary extends object>(kind: SettlementKind, id: string, viewOf: ViewOf<Summary>) {
    return this.unitOfWork.read((transaction) => this.describe(transaction, kind, id, viewOf));
  }

  /** @throws Problem not_found */
  async describe<Summary extends object>(
    transaction: Transaction,
    kind: SettlementKind,
    id: string,
    viewOf: ViewOf<Summary>,
  ): Promise<Summary & { entries: JournalEntryView[] }> {
    const record = await this.settlements.get(transaction, kind, id);
    const posted = await this.settlements.entriesOf(transaction, record.id);
    const entries = await this.entries.getAll(
      transaction,
      posted.map((one) => one.id),
    );
    return { ...viewOf(record), entries };
  }
}
