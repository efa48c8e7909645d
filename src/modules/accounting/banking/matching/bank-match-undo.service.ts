import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DocumentReversals } from '../../journal/document-reversals.service.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { AllocationsRepository } from '../../open-items/allocations.repository.js';
import { SettlementReversal } from '../../receipts/settlement-reversal.service.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';
import type { BankMatchDetailView, UndoBankMatch } from './bank-matches.dto.js';
import { BankMatchesRepository } from './bank-matches.repository.js';
import { partsOf } from './plan-match.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Takes matches back, with the entries, allocations and receipts that were made for them. */
@Injectable()
export class BankMatchUndoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: BankMatchesRepository,
    private readonly ledgerLines: BankLedgerLinesRepository,
    private readonly reversals: DocumentReversals,
    private readonly allocation: AllocationService,
    private readonly allocations: AllocationsRepository,
    private readonly receipts: SettlementReversal,
  ) {}

  /**
   * @throws Problem not_found, bank_match_undone, items_settled, settlement_used, reversal_too_early, period_closed,
   *   fiscal_year_closed, reversal_refused
   */
  undo(id: string, body: UndoBankMatch): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      await this.matches.get(transaction, id);
      await this.matches.hold(transaction, id);
      const match = await this.matches.get(transaction, id);
      if (match.status !== 'active') throw notStanding(match);
      const undoing = newId();
      const { entryDate: reversedOn, reason, softCloseReason } = body;
      const when = { reversedOn, reason, softCloseReason, asEarlyAsMay: true, dateField: '/entryDate' };
      const ofReceipts = await this.receipts.reverseOfBankMatch(transaction, id, when);
      if (match.entryId !== null) await this.takeBack(transaction, match, body);
      await this.matches.undo(transaction, id, undoing, reason, ACTION);
      const entryIds = [...ofReceipts, ...(match.entryId === null ? [] : [match.entryId])];
      await this.joinReversals(transaction, match, entryIds);
      return this.matches.get(transaction, undoing);
    });
  }

  /** What the entry settled is open again before the entry is reversed. */
  private async takeBack(
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

  /** Entries and their reversals are on the bank account without a line of the bank; they cancel each other out. */
  private async joinReversals(
    transaction: Transaction,
    { legalEntityId, bankAccountId }: BankMatchDetailView,
    entryIds: readonly string[],
  ): Promise<void> {
    if (entryIds.length === 0) return;
    const lines = await this.ledgerLines.ofReversed(transaction, entryIds);
    const waiting = lines.filter((line) => line.bankAccountId === bankAccountId && line.matchId === null);
    const pair = { id: newId(), method: 'reversal' as const, entryId: null, allocationGroupId: null };
    const parts = partsOf([], waiting);
    await this.matches.insert(transaction, { legalEntityId, bankAccountId }, ACTION, [{ ...pair, parts }]);
  }
}

function notStanding({ status, undoneBy, undoes }: BankMatchDetailView): Error {
  const message =
    status === 'undone' ? `The record ${undoneBy} takes it back.` : `It takes the match ${undoes} back itself.`;
  return bankingProblems.bank_match_undone(message);
}
