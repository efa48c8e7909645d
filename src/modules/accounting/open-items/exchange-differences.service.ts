import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { LedgerPosting, type PostingLine } from '../contract/ledger-posting.js';
import type { OpenItemView } from './open-items.dto.js';

/** What exchange rates made of a settled item meanwhile: above zero a gain, below a loss. */
export interface ExchangeDifference {
  item: Pick<OpenItemView, 'accountCode' | 'currency' | 'partyId' | 'legalEntityId'>;
  amount: Decimal;
}

/** Posts what settlements leave over in the functional currency. */
@Injectable()
export class ExchangeDifferences {
  constructor(
    private readonly posting: LedgerPosting,
    private readonly accounts: PostingAccountsRepository,
  ) {}

  /**
   * One entry for all of them: a line for each item on its control account, without an amount in its currency, against
   * realised gains and losses.
   *
   * @returns the id of the entry; null where nothing is left over
   * @throws Problem posting_account_missing, or the ledger's refusal
   */
  async post(
    transaction: Transaction,
    differences: readonly ExchangeDifference[],
    at: { groupId: string; entryDate: CalendarDate; description: string; softCloseReason?: string },
  ): Promise<string | null> {
    const found = differences.filter(({ amount }) => !amount.isZero());
    if (found.length === 0) return null;
    const { legalEntityId } = found[0]!.item;
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const gains = sum(found.map(({ amount }) => Decimal.max(amount, 0)));
    const losses = sum(found.map(({ amount }) => Decimal.min(amount, 0))).abs();
    const lines: PostingLine[] = found.map(({ item, amount }) => ({
      accountCode: item.accountCode,
      currency: item.currency,
      partyId: item.partyId,
      ...(amount.isPositive() ? { functionalDebit: amount.toString() } : { functionalCredit: amount.abs().toString() }),
    }));
    if (!gains.isZero()) lines.push({ accountCode: accounts.get('exchange_gains').code, credit: gains.toString() });
    if (!losses.isZero())
      lines.push({ accountCode: accounts.get('exchange_losses').code, debit: losses.toString() });
    const { groupId, entryDate, description, softCloseReason } = at;
    const origin = { type: 'allocation', id: groupId };
    const [entry] = await this.posting.post([
      { legalEntityId, entryDate, description, softCloseReason, origin, lines },
    ]);
    return entry!.id;
  }
}
