import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankProofReader } from './bank-proof.reader.js';
import type {
  BankReconciliationView,
  ReopenBankReconciliation,
  SignBankAccountOff,
} from './bank-reconciliations.dto.js';
import { BankReconciliationsRepository } from './bank-reconciliations.repository.js';

const ACTION = bankingPermissions.signBankAccountsOff.name;

/** Signs bank accounts off at a day, with the proof, and reopens the last sign-off. */
@Injectable()
export class BankSignOffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly proofs: BankProofReader,
    private readonly reconciliations: BankReconciliationsRepository,
  ) {}

  /** @throws Problem bank_account_unknown, bank_reconciliation_open, bank_reconciliation_fixed */
  signOff(body: SignBankAccountOff, dryRun: boolean): Promise<BankReconciliationView> {
    const work = (transaction: Transaction) => this.prove(transaction, body);
    return dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work);
  }

  /** @throws Problem not_found, bank_reconciliation_fixed */
  reopen(id: string, expectedVersion: number, { reason }: ReopenBankReconciliation): Promise<BankReconciliationView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { bankAccountId } = await this.reconciliations.get(transaction, id);
      await this.accounts.hold(transaction, bankAccountId);
      const { status, version } = await this.reconciliations.get(transaction, id);
      requireVersion(version, expectedVersion);
      if (status === 'reopened') throw fixed('already_reopened', 'It was reopened before.');
      const last = await this.reconciliations.last(transaction, bankAccountId);
      if (last && last.id !== id) {
        throw fixed(
          'later_sign_off',
          `The sign-off ${last.id} of ${last.reconciledOn} builds on it; reopen that first.`,
        );
      }
      await this.reconciliations.reopen(transaction, id, reason);
      return this.reconciliations.get(transaction, id);
    });
  }

  private async prove(
    transaction: Transaction,
    { bankAccountId, reconciledOn }: SignBankAccountOff,
  ): Promise<BankReconciliationView> {
    const { id: named } = await this.accounts.named(transaction, bankAccountId);
    // Nobody matches, takes back or imports until it is signed off.
    const bankAccount = await this.accounts.hold(transaction, named);
    const last = await this.reconciliations.last(transaction, bankAccount.id);
    const proof = await this.proofs.read(transaction, bankAccount, reconciledOn);
    const { statement, open } = proof;
    if (last && (last.reconciledOn > reconciledOn || last.statementId === statement?.id)) {
      throw fixed(
        'signed_off_already',
        `The bank account is signed off at ${last.reconciledOn}, and no later statement ends up to ${reconciledOn}.`,
      );
    }
    if (!statement || open.length > 0) {
      const detail = open.length === 1 ? open[0]!.message : `${open.length} things are open; see errors.`;
      throw bankingProblems.bank_reconciliation_open(detail, open);
    }
    const id = newId();
    await this.reconciliations.insert(transaction, {
      id,
      legalEntityId: bankAccount.legalEntityId,
      bankAccountId: bankAccount.id,
      reconciledOn,
      statementId: statement.id,
      position: statement.position,
      statementBalance: proof.statementBalance.toString(),
      depositsInTransit: proof.depositsInTransit.toString(),
      outstandingPayments: proof.outstandingPayments.toString(),
      bookBalance: proof.bookBalance.toString(),
    });
    return this.reconciliations.get(transaction, id);
  }
}

const fixed = (code: string, message: string) =>
  bankingProblems.bank_reconciliation_fixed(message, [{ pointer: '', code, message }]);
