import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';
import type { BankMatchDetailView, UndoBankMatch } from './bank-matches.dto.js';
import { BankMatchesRepository } from './bank-matches.repository.js';
import { MatchTakingBack } from './match-taking-back.service.js';
import { partsOf } from './plan-match.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Takes matches back, with the entries, allocations and receipts that were made for them. */
@Injectable()
export class BankMatchUndoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly matches: BankMatchesRepository,
    private readonly ledgerLines: BankLedgerLinesRepository,
    private readonly takingBack: MatchTakingBack,
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
      const entryIds = await this.takingBack.takeBack(transaction, match, body);
      await this.matches.undo(transaction, id, undoing, body.reason, ACTION);
      await this.joinReversals(transaction, match, entryIds);
      return this.matches.get(transaction, undoing);
    });
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
