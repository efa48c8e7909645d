import { Injectable } from '@nestjs/common';
import { Decimal, sum } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';
import type { BankMatchDetailView, MatchBankLines, MatchBankOpeningBalance } from './bank-matches.dto.js';
import { BankMatchesRepository, type NewMatch } from './bank-matches.repository.js';
import { matchRefusal } from './match-refusal.js';
import { type MatchPart, partsOf, planMatch, sumFault } from './plan-match.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Says which lines of statements and which lines of the books are the same money. */
@Injectable()
export class BankMatchingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly ledgerLines: BankLedgerLinesRepository,
    private readonly matches: BankMatchesRepository,
  ) {}

  /** @throws Problem bank_match_refused, bank_match_conflict */
  match(body: MatchBankLines): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const bankAccount = await this.accounts.named(transaction, body.bankAccountId);
      const statementLineIds = body.statementLineIds.map((id) => id.toLowerCase());
      const ledgerLineIds = body.ledgerLineIds.map((id) => id.toLowerCase());
      const [statementLines, ledgerLines] = [
        await this.matches.statementLines(transaction, statementLineIds),
        await this.ledgerLines.find(transaction, ledgerLineIds),
      ];
      const found = { bankAccount, statementLineIds, ledgerLineIds, statementLines, ledgerLines };
      const { parts, errors } = planMatch(found);
      if (errors) throw matchRefusal(errors);
      return this.keep(transaction, bankAccount, 'manual', parts);
    });
  }

  /**
   * The balance that a bank account began with, as the books have it.
   *
   * @throws Problem bank_match_refused, bank_match_conflict
   */
  matchOpening(id: string, body: MatchBankOpeningBalance): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const bankAccount = await this.accounts.get(transaction, id);
      const named = body.ledgerLineIds?.map((one) => one.toLowerCase());
      const except = (body.exceptLedgerLineIds ?? []).map((one) => one.toLowerCase());
      const lines = named
        ? await this.ledgerLines.find(transaction, named)
        : await this.ledgerLines.beforeStart(transaction, bankAccount.id, except);
      if (named) {
        const of = { bankAccount, statementLineIds: [], ledgerLineIds: named, statementLines: [], ledgerLines: lines };
        const faults = (planMatch(of).errors ?? []).filter(({ pointer }) => pointer !== '');
        if (faults.length > 0) throw matchRefusal(faults);
      }
      const booked = sum(lines.map(({ amount }) => new Decimal(amount)));
      const { openingBalance, currency } = bankAccount;
      const fault = sumFault(lines.length + 1, new Decimal(openingBalance), booked, currency);
      if (fault) throw matchRefusal([fault]);
      const opening: MatchPart = { statementLineId: null, ledgerLineId: null, amount: openingBalance };
      return this.keep(transaction, bankAccount, 'opening', [opening, ...partsOf([], lines)]);
    });
  }

  private async keep(
    transaction: Transaction,
    bankAccount: BankAccountView,
    method: NewMatch['method'],
    parts: MatchPart[],
  ): Promise<BankMatchDetailView> {
    const match: NewMatch = { id: newId(), method, entryId: null, allocationGroupId: null, parts };
    const of = { legalEntityId: bankAccount.legalEntityId, bankAccountId: bankAccount.id };
    await this.matches.insert(transaction, of, ACTION, [match]);
    return this.matches.get(transaction, match.id);
  }
}
