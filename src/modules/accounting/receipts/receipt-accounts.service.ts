import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import type { PartyFact } from '../parties/party-facts.js';
import { settlementRefusal } from './settlement-refusal.js';

const FIND: Statement = {
  name: 'find_control_of_account',
  text: 'SELECT code, control FROM accounting.account WHERE organization_id = $1 AND id = $2',
};

/** Finds the control account of what a receipt settles nothing with. */
@Injectable()
export class ReceiptAccounts {
  constructor(private readonly accounts: PostingAccountsRepository) {}

  /**
   * The receivables of the customer, or those of the legal entity; of a deposit the account for customer deposits.
   *
   * @returns its code
   * @throws Problem posting_account_missing; receipt_refused where deposits are not kept by customer
   */
  async forRest(
    transaction: Transaction,
    legalEntityId: string,
    { receivableAccountId }: PartyFact,
    isDeposit: boolean,
  ): Promise<string> {
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const id = isDeposit
      ? accounts.get('customer_deposits').id
      : (receivableAccountId ?? accounts.get('receivables').id);
    const [account] = await transaction.rows<{ code: string; control: string }>(FIND, [transaction.organizationId, id]);
    const { code, control } = account!;
    if (control === 'receivable') return code;
    const message =
      `Account ${code}, which is named for customer deposits, does not control receivables, so nobody would know whose the ` +
      'deposit is; name one that does.';
    throw settlementRefusal('receipt', [{ pointer: '/deposit', code: 'deposits_not_by_customer', message }]);
  }
}
