import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { GENERAL_JOURNAL } from '../../chart/standard-journals.js';
import { LedgerPosting, type PostingLine, type PostingRequest } from '../../contract/ledger-posting.js';
import type { NewLetter } from '../letters/dunning-letters.repository.js';
import { PartyFactsRepository } from '../../parties/party-facts.repository.js';
import type { ReceivableFact } from './dunning-facts.repository.js';
import type { Proposal } from './plan-dunning.js';

/** Posts what letters charge: the customer owes it when the letter is due, and it is income from dunning. */
@Injectable()
export class DunningCharges {
  constructor(
    private readonly accounts: PostingAccountsRepository,
    private readonly parties: PartyFactsRepository,
    private readonly ledger: LedgerPosting,
  ) {}

  /**
   * @returns entries by letter, of those that charge something that is posted
   * @throws Problem posting_account_missing, period_closed, entry_refused
   */
  async post(
    transaction: Transaction,
    letters: readonly NewLetter[],
    planned: readonly Proposal<ReceivableFact>[],
  ): Promise<Map<string, string>> {
    const charging = letters.filter(({ postsCharges, fee, interest }) => postsCharges && !fee.plus(interest).isZero());
    if (charging.length === 0) return new Map();
    const { legalEntityId } = charging[0]!;
    const accounts = await this.accounts.of(transaction, legalEntityId);
    const income = accounts.get('dunning_fees').id;
    const ids = [...new Set(charging.map(({ partyId }) => partyId))];
    const parties = await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ids });
    const requests = charging.map((letter) => {
      const own = parties.byId(legalEntityId, letter.partyId)?.receivableAccountId;
      return requestOf(letter, { receivables: own ?? accounts.get('receivables').id, income });
    });
    const names = new Map(planned.map(({ partyId, partyName }) => [partyId, partyName]));
    const told = charging.map(({ partyId }) => names.get(partyId)!);
    const entries = await this.ledger.post(requests).catch((error: unknown) => {
      throw tellOfLetter(error, told);
    });
    return new Map(entries.map(({ id }, index) => [charging[index]!.id, id]));
  }
}

function requestOf(
  { id, legalEntityId, partyId, issuedOn, payBy, currency, level, fee, interest }: NewLetter,
  { receivables, income }: { receivables: string; income: string },
): PostingRequest {
  const { minorUnits } = requireCurrency(currency);
  const text = (amount: Decimal) => amount.toFixed(minorUnits);
  const earned = (amount: Decimal, description: string): PostingLine[] =>
    amount.isZero() ? [] : [{ accountId: income, credit: text(amount), description }];
  return {
    legalEntityId,
    journalCode: GENERAL_JOURNAL,
    entryDate: issuedOn as CalendarDate,
    description: `Dunning charges, level ${level}`,
    currency,
    origin: { type: 'dunning_letter', id },
    lines: [
      { accountId: receivables, debit: text(fee.plus(interest)), partyId, dueOn: payBy as CalendarDate },
      ...earned(fee, 'Dunning fee'),
      ...earned(interest, 'Interest on arrears'),
    ],
  };
}

/** The request knows of no entries: what the ledger refuses is told of the customer. */
function tellOfLetter(error: unknown, names: readonly string[]): unknown {
  if (!(error instanceof Problem)) return error;
  const errors = error.errors.map(({ pointer, code, message }) => {
    const name = names[Number(/^\/entries\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    return { pointer: '', code, message: name === undefined ? message : `${name}: ${message}` };
  });
  const { code, status, title, detail, headers } = error;
  return new Problem(code, status, title, errors[0]?.message ?? detail, errors).withHeaders(headers);
}
