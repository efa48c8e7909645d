import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { type Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { LedgerPosting, type PostingLine, type PostingRequest } from '../contract/ledger-posting.js';
import type { OpenItemView } from './open-items.dto.js';

/** What exchange rates made of a settled item meanwhile: above zero a gain, below a loss. */
export interface ExchangeDifference {
  item: Pick<OpenItemView, 'accountCode' | 'currency' | 'partyId' | 'legalEntityId'>;
  amount: Decimal;
  /** Whether it is one that was posted before, with its sign turned: it goes back to the account that it came from. */
  isTakenBack?: true;
}

/** What the entry of differences says besides them. */
export interface DifferenceHead {
  groupId: string;
  entryDate: CalendarDate;
  description: string;
  softCloseReason?: string | undefined;
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
    at: DifferenceHead,
  ): Promise<string | null> {
    const request = await this.request(transaction, differences, at);
    if (!request) return null;
    const [entry] = await this.posting.post([request]);
    return entry!.id;
  }

  /**
   * What is to be posted for them; undefined where nothing is left over.
   *
   * @throws Problem posting_account_missing
   */
  async request(
    transaction: Transaction,
    differences: readonly ExchangeDifference[],
    at: DifferenceHead,
  ): Promise<PostingRequest | undefined> {
    const found = differences.filter(({ amount }) => !amount.isZero());
    if (found.length === 0) return undefined;
    const { legalEntityId } = found[0]!.item;
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const lines: PostingLine[] = found.map(({ item, amount }) => ({
      accountCode: item.accountCode,
      currency: item.currency,
      partyId: item.partyId,
      ...(amount.isPositive() ? { functionalDebit: amount.toString() } : { functionalCredit: amount.abs().toString() }),
    }));
    const isGain = ({ amount, isTakenBack }: ExchangeDifference) => amount.isPositive() !== Boolean(isTakenBack);
    const sumOf = (those: readonly ExchangeDifference[]) => sum(those.map(({ amount }) => amount));
    const gains = sumOf(found.filter(isGain));
    const losses = sumOf(found.filter((one) => !isGain(one)));
    if (!gains.isZero()) lines.push(counterLine(accounts.get('exchange_gains').code, gains));
    if (!losses.isZero()) lines.push(counterLine(accounts.get('exchange_losses').code, losses));
    const { groupId, entryDate, description, softCloseReason } = at;
    const origin = { type: 'allocation', id: groupId };
    return { legalEntityId, entryDate, description, softCloseReason, origin, lines };
  }
}

const counterLine = (accountCode: string, amount: Decimal): PostingLine =>
  amount.isPositive() ? { accountCode, credit: amount.toString() } : { accountCode, debit: amount.abs().toString() };
