import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import type { PlannedReceipt } from './plan-receipt.js';
import type { RecordReceipt } from './receipts.dto.js';
import type { OpenedSettlement, SettlingParty } from './settlement-opening.service.js';
import { sumsByAccount } from './settlement-recording.service.js';
import { settlementRefusal } from './settlement-refusal.js';

const FIND: Statement = {
  name: 'find_control_of_account',
  text: 'SELECT code, control FROM accounting.account WHERE organization_id = $1 AND id = $2',
};

/** The lines of the entry that moves the money of a receipt. */
@Injectable()
export class ReceiptLines {
  constructor(private readonly accounts: PostingAccountsRepository) {}

  /**
   * Money and charge against the control accounts of what is paid, and that of what is left.
   *
   * @throws Problem posting_account_missing; receipt_refused where deposits are not kept by customer
   */
  async of(
    transaction: Transaction,
    { legalEntityId, party }: OpenedSettlement,
    { amount, charge, settled, rest }: PlannedReceipt,
    { deposit = false }: RecordReceipt,
    moneyAccountId: string,
  ): Promise<PostingLine[]> {
    const lines: PostingLine[] = [{ accountId: moneyAccountId, debit: amount.minus(charge).toString() }];
    if (!charge.isZero()) {
      const accounts = await this.accounts.of(transaction, legalEntityId);
      lines.push({ accountId: accounts.get('bank_charges').id, debit: charge.toString() });
    }
    const credits = sumsByAccount(settled.map(({ item, paid }) => ({ item, amount: paid })));
    if (!rest.isZero()) {
      const code = await this.accountOfRest(transaction, legalEntityId, party, deposit);
      credits.set(code, credits.get(code)?.plus(rest) ?? rest);
    }
    for (const [accountCode, sum] of credits) lines.push({ accountCode, partyId: party.id, credit: sum.toString() });
    return lines;
  }

  /**
   * The receivables of the customer, or those of the legal entity; of a deposit the account for customer deposits.
   *
   * @returns its code
   * @throws Problem posting_account_missing; receipt_refused where deposits are not kept by customer
   */
  private async accountOfRest(
    transaction: Transaction,
    legalEntityId: string,
    { receivableAccountId }: SettlingParty,
    isDeposit: boolean,
  ): Promise<string> {
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const id = isDeposit
      ? accounts.get('customer_deposits').id
      : (receivableAccountId ?? accounts.get('receivables').id);
    const [account] = await transaction.facts<{ code: string; control: string }>(FIND, [
      transaction.organizationId,
      id,
    ]);
    const { code, control } = account!;
    if (control === 'receivable') return code;
    const message =
      `Account ${code}, which is named for customer deposits, does not control receivables, so nobody would know whose the ` +
      'deposit is; name one that does.';
    throw settlementRefusal('receipt', [{ pointer: '/deposit', code: 'deposits_not_by_customer', message }]);
  }
}
