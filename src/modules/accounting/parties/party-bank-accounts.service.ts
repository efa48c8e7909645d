import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingProblems } from '../accounting.problems.js';
import { type BankDetails, detailsFaults, normalizedDetails } from './bank-details.js';
import { partyPermissions } from './parties.permissions.js';
import { PartiesRepository } from './parties.repository.js';
import type {
  BankAccountRow,
  CreatePartyBankAccount,
  PartyBankAccountView,
  UpdatePartyBankAccount,
} from './party-bank-accounts.dto.js';
import { PartyBankAccountsRepository } from './party-bank-accounts.repository.js';
import { requireUnmerged } from './party-writing.service.js';
import { personOf } from './person-of.js';

const MANAGE = partyPermissions.manageBankDetails.name;
const VERIFY = partyPermissions.verifyBankDetails.name;

/** Where parties are paid. What is new or changed is of no use until another person has verified it. */
@Injectable()
export class PartyBankAccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: PartyBankAccountsRepository,
    private readonly parties: PartiesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<PartyBankAccountView>> {
    return this.unitOfWork.read((transaction) => this.accounts.list(transaction, request));
  }

  find(id: string): Promise<PartyBankAccountView> {
    return this.unitOfWork.read((transaction) => this.accounts.view(transaction, id));
  }

  create({ partyId, ...said }: CreatePartyBankAccount): Promise<PartyBankAccountView> {
    const details = proved({ ...nothing, ...said });
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const party = await this.parties.find(transaction, partyId);
      if (!party) throw unknownParty(partyId);
      requireUnmerged(party);
      return this.accounts.view(transaction, await this.accounts.insert(transaction, party, details));
    });
  }

  update(id: string, expectedVersion: number, said: UpdatePartyBankAccount): Promise<PartyBankAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const before = await this.held(transaction, id, expectedVersion);
      const old = detailsOf(before);
      // Another number is in the country that it says, or that is said of it.
      const country = said.iban === undefined || said.iban === null ? old.country : null;
      const details = proved({ ...old, country, ...said });
      if (JSON.stringify(details) === JSON.stringify(old)) return this.accounts.view(transaction, id);
      await this.accounts.update(transaction, id, details);
      return this.accounts.view(transaction, id);
    });
  }

  /** @throws Problem bank_account_status, bank_account_own_change */
  verify(id: string, expectedVersion: number): Promise<PartyBankAccountView> {
    return this.unitOfWork.run(VERIFY, async (transaction) => {
      const account = await this.held(transaction, id, expectedVersion);
      if (account.status !== 'unverified') throw statusRefusal('The bank account is verified already.');
      if (account.changedBy === personOf(transaction)) throw ownChange();
      await this.accounts.verify(transaction, id);
      return this.accounts.view(transaction, id);
    });
  }

  archive(id: string, expectedVersion: number): Promise<PartyBankAccountView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.held(transaction, id, expectedVersion);
      await this.accounts.setStatus(transaction, id, 'archived');
      return this.accounts.view(transaction, id);
    });
  }

  private async held(transaction: Transaction, id: string, expectedVersion: number): Promise<BankAccountRow> {
    const account = await this.accounts.hold(transaction, id);
    requireVersion(account.version, expectedVersion);
    if (account.status === 'archived') throw statusRefusal('The bank account is archived: enter it anew.');
    requireUnmerged(await this.parties.get(transaction, account.partyId));
    return account;
  }
}

const nothing = { iban: null, country: null, accountNumber: null, bankCode: null, bic: null, currency: null };

function detailsOf(row: BankAccountRow): BankDetails {
  const { holder, iban, country, accountNumber, bankCode, bic, currency } = row;
  return { holder, iban, country, accountNumber, bankCode, bic, currency };
}

function proved(said: BankDetails): BankDetails {
  const { holder, iban, country, accountNumber, bankCode, bic, currency } = normalizedDetails(said);
  const details = { holder, iban, country, accountNumber, bankCode, bic, currency };
  const faults = detailsFaults(details);
  if (faults.length === 0) return details;
  const detail = faults.length === 1 ? faults[0]!.message : `${faults.length} rules are broken; see errors.`;
  throw accountingProblems.bank_account_refused(detail, faults);
}

function unknownParty(id: string) {
  const message = `There is no party ${id}.`;
  return accountingProblems.party_unknown(message, [{ pointer: '/partyId', code: 'unknown_party', message }]);
}

const statusRefusal = (message: string) =>
  accountingProblems.bank_account_status(message, [{ pointer: '/status', code: 'bank_account_status', message }]);

const ownChange = () =>
  accountingProblems.bank_account_own_change('You wrote this bank account last: another person verifies it.');
