import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import type { ChartTemplateImportView, ImportChartTemplate } from './account-import.dto.js';
import { AccountImportService, reportOf } from './account-import.service.js';
import { booksAccountFault, type BooksPurpose, retainedEarnings, roundingDifferences } from './books-account-rules.js';
import { BooksAccountsRepository } from './books-accounts.repository.js';
import { ChartTemplatesView, ChartTemplateView } from './chart-templates.dto.js';
import { NamedLegalEntity } from './named-legal-entity.js';
import type { PlannedAccount } from './planned-account.js';
import { PostingAccountsRepository } from './posting-accounts.repository.js';
import { postingAccountFault, type PostingPurpose, postingPurposes } from './posting-purposes.js';
import { accountsOf, type ChartTemplate } from './templates/chart-template.js';
import { ifrsGeneral } from './templates/ifrs-general.js';
import { usSmallBusiness } from './templates/us-small-business.js';

const MANAGE = accountingPermissions.manageBooks.name;
const templates: readonly ChartTemplate[] = [ifrsGeneral, usSmallBusiness];

/** Charts to start from, and their way into the chart of a legal entity. */
@Injectable()
export class ChartTemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly accountImport: AccountImportService,
    private readonly booksAccounts: BooksAccountsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
  ) {}

  all(): ChartTemplatesView {
    return { templates: templates.map((template) => ChartTemplateView.from(template)) };
  }

  import(body: ImportChartTemplate, { dryRun = false }: DryRunQuery): Promise<ChartTemplateImportView> {
    const template = templates.find(({ code }) => code === body.templateCode)!;
    const work = async (transaction: Transaction): Promise<ChartTemplateImportView> => {
      const legalEntityId = await this.legalEntity.resolve(body.legalEntityId);
      const accounts = await this.accountImport.bring(transaction, legalEntityId, accountsOf(template), 'create');
      if (body.nameBooksAccounts) {
        await this.nameAccounts(transaction, legalEntityId, template, accounts);
        await this.postingAccounts.nameWhereNone(transaction, legalEntityId, fittingCodes(template, accounts));
      }
      return { ...reportOf(legalEntityId, accounts, dryRun), ...(await this.named(transaction, legalEntityId)) };
    };
    return dryRun ? this.unitOfWork.rehearse(MANAGE, work) : this.unitOfWork.run(MANAGE, work);
  }

  /** What is named now. */
  private async named(transaction: Transaction, legalEntityId: string) {
    const ofBooks = await this.booksAccounts.find(transaction, legalEntityId);
    const { retainedEarningsAccountCode = null, roundingAccountCode = null } = ofBooks ?? {};
    const ofDocuments = await this.postingAccounts.of(transaction, legalEntityId);
    const postingAccounts = postingPurposes.map((purpose) => {
      return { purpose, accountCode: ofDocuments.find(purpose)?.code ?? null };
    });
    return { retainedEarningsAccountCode, roundingAccountCode, postingAccounts };
  }

  private async nameAccounts(
    transaction: Transaction,
    legalEntityId: string,
    template: ChartTemplate,
    accounts: readonly PlannedAccount[],
  ): Promise<void> {
    const named = await this.booksAccounts.find(transaction, legalEntityId);
    if (!named) throw booksNotOpen();
    const { retainedEarningsAccountCode, roundingAccountCode } = template;
    const wanted: [BooksPurpose, string | null, string][] = [
      [retainedEarnings, named.retainedEarningsAccountCode, retainedEarningsAccountCode],
      [roundingDifferences, named.roundingAccountCode, roundingAccountCode],
    ];
    const faults = wanted.flatMap(([purpose, present, code]): ProblemError[] => {
      const account = accounts.find((one) => one.account.code === code)!.account;
      const fault = present === null ? booksAccountFault(purpose, account) : undefined;
      return fault ? [{ pointer: '/nameBooksAccounts', ...fault }] : [];
    });
    if (faults.length > 0) throw accountingProblems.books_refused(faults[0]!.message, faults);
    await this.booksAccounts.nameWhereNone(
      transaction,
      legalEntityId,
      retainedEarningsAccountCode,
      roundingAccountCode,
    );
  }
}

/** The template's posting accounts; those that the chart has in another way, so that they do not fit, are left out. */
function fittingCodes(
  { postingAccountCodes }: ChartTemplate,
  accounts: readonly PlannedAccount[],
): Map<PostingPurpose, string> {
  const byCode = new Map(accounts.map(({ account }) => [account.code, account]));
  const codes = postingPurposes.map((purpose) => [purpose, postingAccountCodes[purpose]] as const);
  return new Map(codes.filter(([purpose, code]) => !postingAccountFault(purpose, byCode.get(code)!)));
}

function booksNotOpen() {
  const message =
    'This legal entity keeps no books yet: create its first fiscal year, or leave nameBooksAccounts out and name the accounts later.';
  return accountingProblems.books_not_open(message, [
    { pointer: '/nameBooksAccounts', code: 'books_not_open', message },
  ]);
}
