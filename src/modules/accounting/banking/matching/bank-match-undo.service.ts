import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { DocumentReversals } from '../../journal/document-reversals.service.js';
import { AllocationService } from '../../open-items/allocation.service.js';
import { AllocationsRepository } from '../../open-items/allocations.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';
import type { BankMatchDetailView, UndoBankMatch } from './bank-matches.dto.js';
import { BankMatchesRepository } from './bank-matches.repository.js';
import { partsOf } from './plan-match.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Takes matches back, with the entries and allocations that were made for them. */
@Injectable()
export class BankMatchUndoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: BankMatchesRepository,
    private readonly ledgerLines: BankLedgerLinesRepository,
    private readonly reversals: DocumentReversals,
    private readonly allocation: AllocationService,
    private readonly allocations: AllocationsRepository,
  ) {}

  /** @throws Problem not_found, bank_match_undone, items_settled, period_closed, fiscal_year_closed, reversal_refused */
  undo(id: string, body: UndoBankMatch): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      await this.matches.get(transaction, id);
      await this.matches.hold(transaction, id);
      const match = await this.matches.get(transaction, id);
      if (match.status !== 'active') throw notStanding(match);
      const undoing = newId();
      const reversalId = match.entryId === null ? undefined : await this.takeBack(transaction, match, body);
      await this.matches.undo(transaction, id, undoing, body.reason, ACTION);
      if (reversalId !== undefined) await this.joinReversal(transaction, match, reversalId);
      return this.matches.get(transaction, undoing);
    });
  }

  /** What the entry settled is open again before the entry is reversed. */
  private async takeBack(
    transaction: Transaction,
    { entryId, allocationGroupId }: BankMatchDetailView,
    { entryDate, softCloseReason }: UndoBankMatch,
  ): Promise<string> {
    if (allocationGroupId !== null) {
      const made = await this.allocations.activeOfEntry(transaction, entryId!, allocationGroupId);
      for (const { id, effectiveOn } of made) {
        const later = entryDate !== undefined && entryDate > effectiveOn ? entryDate : effectiveOn;
        await this.allocation.undo(id, { effectiveOn: later, softCloseReason });
      }
    }
    return this.reversals.reverse(entryId!, { entryDate: entryDate as CalendarDate | undefined, softCloseReason });
  }

  /** The entry and its reversal are on the bank account without a line of the bank; they cancel each other out. */
  private async joinReversal(transaction: Transaction, match: BankMatchDetailView, reversalId: string): Promise<void> {
    const { legalEntityId, bankAccountId, entryId } = match;
    const lines = await this.ledgerLines.ofEntries(transaction, [entryId!, reversalId]);
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
