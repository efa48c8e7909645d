import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BANK_MATCH_RUN } from './bank-match-run.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** Asks for a look for what the lines of a bank account may be. */
@Injectable()
export class BankMatchRunRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly accounts: BankAccountsRepository,
  ) {}

  /** Of those of the bank accounts that say so, where whoever acts may match. Within the running command. */
  async requestAfterImport(transaction: Transaction, bankAccountIds: readonly string[]): Promise<void> {
    if (!transaction.acting.permissions.has(ACTION)) return;
    for (const id of await this.accounts.matchedAfterImport(transaction, bankAccountIds)) await this.request(id);
  }

  /** @throws Problem not_found */
  request(bankAccountId: string): Promise<AcceptedJob> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { id } = await this.accounts.get(transaction, bankAccountId);
      return this.jobs.request(BANK_MATCH_RUN, { arguments: { bankAccountId: id }, content: Buffer.from(id) });
    });
  }
}
