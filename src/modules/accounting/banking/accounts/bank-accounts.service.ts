import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { bankAccountFaults, ledgerAccountFault } from './bank-account-faults.js';
import type { BankAccountView, CreateBankAccount, UpdateBankAccount } from './bank-accounts.dto.js';
import { BankAccountsRepository } from './bank-accounts.repository.js';

const MANAGE = bankingPermissions.manageBankAccounts.name;

/** Accounts at banks, each with its ledger account. */
@Injectable()
export class BankAccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  list(request: ListRequest): Promise<Page<BankAccountView>> {
    return this.unitOfWork.read((transaction) => this.accounts.list(transaction, request));
  }

  find(id: string): Promise<BankAccountView> {
    return this.unitOfWork.read((transaction) => this.accounts.get(transaction, id));
  }

  create({ legalEntityId: named, accountCode, ...body }: CreateBankAccount): Promise<BankAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const legalEntityId = await this.legalEntity.resolveActive(named);
      const { functionalCurrency } = await this.legalEntity.describe(legalEntityId);
      const ledger = await this.accounts.ledgerAccount(transaction, legalEntityId, accountCode);
      if (!ledger) {
        const message = `The legal entity has no account ${accountCode}.`;
        throw refusal([{ pointer: '/accountCode', code: 'unknown_account', message }]);
      }
      const currency = body.currency ?? ledger.currency ?? functionalCurrency;
      const { iban = null, bic = null, number = null, bankName = null, csvMappings = [] } = body;
      const { autoMatchScore = null, matchesAfterImport = false } = body;
      const matching = { autoMatchScore, matchesAfterImport };
      const account = { ...body, currency, iban, bic, number, bankName, csvMappings, ...matching };
      const fault = ledgerAccountFault(ledger, currency);
      refuseAny([...(fault ? [fault] : []), ...bankAccountFaults(account)]);
      if (ledger.bankAccountId !== null) {
        const message = `Account ${accountCode} is that of the bank account ${ledger.bankAccountId}.`;
        throw bankingProblems.bank_account_taken(message, [
          { pointer: '/accountCode', code: 'account_taken', message },
        ]);
      }
      const id = newId();
      await this.accounts.insert(transaction, { ...account, id, legalEntityId, accountId: ledger.id });
      return this.accounts.get(transaction, id);
    });
  }

  update(id: string, expectedVersion: number, body: UpdateBankAccount): Promise<BankAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const account = await this.accounts.hold(transaction, id);
      requireVersion(account.version, expectedVersion);
      const changed = Object.assign(account, body);
      refuseAny(bankAccountFaults(changed));
      await this.accounts.update(transaction, changed);
      return this.accounts.get(transaction, id);
    });
  }
}

function refuseAny(errors: ProblemError[]): void {
  if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: ProblemError[]) {
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return bankingProblems.bank_account_refused(detail, errors);
}
