import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { type AccountImportView, type ImportAccountsQuery, ImportedAccountView } from './account-import.dto.js';
import { ChartRepository } from './chart.repository.js';
import { NamedLegalEntity } from './named-legal-entity.js';
import { planAccounts } from './plan-accounts.js';
import type { AccountImportMode, AccountProposal, PlannedAccount } from './planned-account.js';
import { readAccountFile } from './read-account-file.js';

const MANAGE = accountingPermissions.manageBooks.name;
const MOST_SHOWN = 100;

/** Adds many accounts to a chart at once: all or none. */
@Injectable()
export class AccountImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly charts: ChartRepository,
  ) {}

  importFile(bytes: Buffer, { dryRun = false, legalEntityId: named, mode = 'create' }: ImportAccountsQuery) {
    const { proposals, errors } = readAccountFile(bytes);
    if (errors) throw importRefusal(errors, []);
    const work = async (transaction: Transaction): Promise<AccountImportView> => {
      const legalEntityId = await this.legalEntity.resolve(named, '?legalEntityId');
      const accounts = await this.bring(transaction, legalEntityId, proposals, mode);
      return reportOf(legalEntityId, accounts, dryRun);
    };
    return dryRun ? this.unitOfWork.rehearse(MANAGE, work) : this.unitOfWork.run(MANAGE, work);
  }

  /** @throws Problem import_refused or import_conflict */
  async bring(
    transaction: Transaction,
    legalEntityId: string,
    proposals: readonly AccountProposal[],
    mode: AccountImportMode,
  ): Promise<PlannedAccount[]> {
    const ids = await this.charts.hold(transaction, legalEntityId);
    const chart = await this.charts.load(transaction, legalEntityId);
    const plan = planAccounts(proposals, chart, mode);
    if (!plan.accounts) throw importRefusal(plan.faults, plan.conflicts);
    const of = (wanted: PlannedAccount['outcome']) =>
      plan.accounts.filter(({ outcome }) => outcome === wanted).map(({ account }) => account);
    await this.charts.insert(transaction, legalEntityId, of('created'), ids);
    await this.charts.update(transaction, legalEntityId, of('changed'));
    return plan.accounts;
  }
}

export function reportOf(
  legalEntityId: string,
  accounts: readonly PlannedAccount[],
  dryRun: boolean,
): AccountImportView {
  const count = (wanted: PlannedAccount['outcome']) => accounts.filter(({ outcome }) => outcome === wanted).length;
  const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
  const status = dryRun ? 'dry_run' : counts.unchanged === accounts.length ? 'nothing_new' : 'imported';
  return { status, legalEntityId, ...counts, accounts: accounts.map((one) => ImportedAccountView.from(one)) };
}

/** What lies in the file alone is its fault; what another chart would take is a conflict. */
function importRefusal(faults: readonly ProblemError[], conflicts: readonly ProblemError[]) {
  const errors = [...faults, ...conflicts];
  const [first] = errors;
  const found =
    errors.length === 1 ? first!.message : `${errors.length} faults, see errors; the first: ${first!.message}`;
  const problem = faults.length > 0 ? accountingProblems.import_refused : accountingProblems.import_conflict;
  return problem(`${found} Nothing was kept.`, errors.slice(0, MOST_SHOWN));
}
