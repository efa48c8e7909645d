import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Transaction } from '#platform/database/transaction.js';
import { DocumentReversals } from '../../journal/document-reversals.service.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { AllocationsRepository } from '../../open-items/allocations.repository.js';
import { SettlementReversal } from '../../receipts/settlement-reversal.service.js';
import type { BankMatchDetailView, UndoBankMatch } from './bank-matches.dto.js';

/** Reverses what was posted for a match. Within the running command that undoes it. */
@Injectable()
export class MatchTakingBack {
  constructor(
    private readonly reversals: DocumentReversals,
    private readonly allocation: AllocationService,
    private readonly allocations: AllocationsRepository,
    private readonly receipts: SettlementReversal,
  ) {}

  /**
   * Receipts on the day that is named, or else on the first that it may be; the entry on that day, or else on its own.
   *
   * @returns the ids of the entries on the bank account that were reversed
   * @throws Problem items_settled, settlement_used, reversal_too_early, period_closed, fiscal_year_closed, reversal_refused
   */
  async takeBack(transaction: Transaction, match: BankMatchDetailView, body: UndoBankMatch): Promise<string[]> {
    const { entryDate: reversedOn, reason, softCloseReason } = body;
    const when = { reversedOn, reason, softCloseReason, asEarlyAsMay: true, dateField: '/entryDate' };
    const ofReceipts = await this.receipts.reverseOfBankMatch(transaction, match.id, when);
    if (match.entryId === null) return ofReceipts;
    await this.reverse(transaction, match, body);
    return [...ofReceipts, match.entryId];
  }

  /** What the entry settled is open again before the entry is reversed. */
  private async reverse(
    transaction: Transaction,
    { entryId, allocationGroupId }: BankMatchDetailView,
    { entryDate, softCloseReason }: UndoBankMatch,
  ): Promise<void> {
    if (allocationGroupId !== null) {
      const made = await this.allocations.activeOfEntry(transaction, entryId!, allocationGroupId);
      for (const { id, effectiveOn } of made) {
        const later = entryDate !== undefined && entryDate > effectiveOn ? entryDate : effectiveOn;
        await this.allocation.undo(id, { effectiveOn: later, softCloseReason });
      }
    }
    await this.reversals.reverse(entryId!, { entryDate: entryDate as CalendarDate | undefined, softCloseReason });
  }
}
