import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { BankAccountView } from '../accounts/bank-accounts.dto.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankLedgerLinesRepository } from './bank-ledger-lines.repository.js';
import type {
  BankMatchDetailView,
  BankMatchMethod,
  MatchBankLines,
  MatchBankOpeningBalance,
} from './bank-matches.dto.js';
import { BankMatchesRepository, type NewMatch } from './bank-matches.repository.js';
import { matchRefusal } from './match-refusal.js';
import { ledgerFaults, planMatch, type WantedMatch } from './plan-match.js';

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
      const statementLines = await this.matches.statementLines(transaction, statementLineIds);
      const ledgerLines = await this.ledgerLines.find(transaction, ledgerLineIds);
      const named = { bankAccount, statementLineIds, ledgerLineIds, statementLines, ledgerLines };
      const opening = body.includesStart ? { openingBalance: bankAccount.openingBalance } : {};
      return this.keep(transaction, bankAccount, { ...named, ...opening });
    });
  }

  /**
   * The balance that a bank account began with, with all that the books have from before.
   *
   * @throws Problem not_found, bank_match_refused, bank_match_conflict, bank_opening_differs
   */
  matchOpening(
    id: string,
    { exceptLedgerLineIds = [], alsoLedgerLineIds = [] }: MatchBankOpeningBalance,
  ): Promise<BankMatchDetailView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const bankAccount = await this.accounts.get(transaction, id);
      const except = exceptLedgerLineIds.map((one) => one.toLowerCase());
      const excepted = await this.ledgerLines.find(transaction, except);
      const faults = ledgerFaults({ bankAccount, ledgerLineIds: except, ledgerLines: excepted }, 'exceptLedgerLineIds');
      const also = alsoLedgerLineIds.map((one) => one.toLowerCase());
      const named = await this.ledgerLines.find(transaction, also);
      faults.push(
        ...ledgerFaults({ bankAccount, ledgerLineIds: also, ledgerLines: named }, 'alsoLedgerLineIds'),
        ...laterFaults(also, named, bankAccount.startsOn),
      );
      if (faults.length > 0) throw matchRefusal(faults);
      const ledgerLines = await this.ledgerLines.beforeStart(transaction, bankAccount.id, { except, also });
      const ledgerLineIds = ledgerLines.map((line) => line.id);
      const { openingBalance } = bankAccount;
      const wanted = {
        bankAccount,
        openingBalance,
        statementLineIds: [],
        statementLines: [],
        ledgerLineIds,
        ledgerLines,
      };
      const { errors } = planMatch(wanted);
      // The request names no sum: what differs is how the books are.
      if (errors) throw bankingProblems.bank_opening_differs(errors[0]!.message, errors);
      return this.keep(transaction, bankAccount, wanted);
    });
  }

  /**
   * A line of a statement with a line of the books, within the running command.
   *
   * @returns the id of the match
   * @throws Problem bank_match_refused, bank_match_conflict
   */
  async matchOne(
    transaction: Transaction,
    bankAccountId: string,
    { statementLineId, ledgerLineId }: { statementLineId: string; ledgerLineId: string },
    method: BankMatchMethod,
  ): Promise<string> {
    const bankAccount = await this.accounts.get(transaction, bankAccountId);
    const statementLines = await this.matches.statementLines(transaction, [statementLineId]);
    const ledgerLines = await this.ledgerLines.find(transaction, [ledgerLineId]);
    const named = { statementLineIds: [statementLineId], ledgerLineIds: [ledgerLineId] };
    return this.insert(transaction, bankAccount, { bankAccount, ...named, statementLines, ledgerLines }, method);
  }

  private async keep(
    transaction: Transaction,
    bankAccount: BankAccountView,
    wanted: WantedMatch,
  ): Promise<BankMatchDetailView> {
    const method = wanted.openingBalance === undefined ? 'manual' : 'opening';
    return this.matches.get(transaction, await this.insert(transaction, bankAccount, wanted, method));
  }

  private async insert(
    transaction: Transaction,
    { id: bankAccountId, legalEntityId }: BankAccountView,
    wanted: WantedMatch,
    method: BankMatchMethod,
  ): Promise<string> {
    const { parts, errors } = planMatch(wanted);
    if (errors) throw matchRefusal(errors);
    const match: NewMatch = { id: newId(), method, entryId: null, allocationGroupId: null, parts };
    await this.matches.insert(transaction, { legalEntityId, bankAccountId }, ACTION, [match]);
    return match.id;
  }
}

/** What came after the bank account began is none of the balance that it began with. */
function laterFaults(
  ids: readonly string[],
  lines: readonly { id: string; entryDate: string }[],
  startsOn: string,
): ProblemError[] {
  const dates = new Map(lines.map(({ id, entryDate }) => [id, entryDate]));
  return ids.flatMap((id, index) => {
    const date = dates.get(id);
    if (date === undefined || date <= startsOn) return [];
    const message = `The entry is of ${date}; the bank account begins with what was there on ${startsOn}.`;
    return { pointer: `/alsoLedgerLineIds/${index}`, code: 'after_start', message };
  });
}
