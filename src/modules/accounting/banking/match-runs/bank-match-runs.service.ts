import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { type CommitJob, JobKinds, type JobOrder } from '#platform/jobs/job-kinds.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BANK_MATCH_RUN } from './bank-match-run.js';
import { BankMatchRunsRepository } from './bank-match-runs.repository.js';
import { RunAccepting } from './run-accepting.service.js';
import { RunSuggesting } from './run-suggesting.service.js';

const ACTION = bankingPermissions.matchBankLines.name;

/**
 * Looks for what all lines of a bank account may be that wait, keeps it, and accepts what the bank account or a rule says. Each
 * batch is a transaction of its own, in which the run also remembers how far it is: a worker that is lost costs one batch.
 */
@Injectable()
export class BankMatchRuns implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly accounts: BankAccountsRepository,
    private readonly runs: BankMatchRunsRepository,
    private readonly suggesting: RunSuggesting,
    private readonly accepting: RunAccepting,
  ) {}

  onModuleInit(): void {
    const perform = (order: JobOrder, commit: CommitJob) => this.perform(order, commit);
    this.kinds.add({ name: BANK_MATCH_RUN, permission: bankingPermissions.matchBankLines, perform });
  }

  private async perform({ id, arguments: said }: JobOrder, commit: CommitJob): Promise<void> {
    const { bankAccountId } = said as { bankAccountId: string };
    const { bank, ...position } = await this.unitOfWork.run(ACTION, async (transaction) => {
      const bankAccount = await this.accounts.get(transaction, bankAccountId);
      return { bank: bankAccount, ...(await this.runs.begin(transaction, id, bankAccount)) };
    });
    const run = { id, bank };
    await this.suggesting.suggest(run, position);
    await this.accepting.acceptCertain(run);
    await commit(async (transaction) => {
      await this.runs.end(transaction, id);
      const { lines, suggested, accepted, refused } = await this.runs.get(transaction, id);
      const told = refused === 0 ? '' : `, ${refused} could not be`;
      const summary = `${suggested} of ${lines} lines have suggestions; ${accepted} were accepted${told}.`;
      return { id, href: `/v1/accounting/bank-match-runs/${id}`, summary };
    });
  }
}
