import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { inCurrency } from '../reading/read-values.js';
import { type BankMatchSuggestionsQuery, type BankMatchSuggestionsView, MOST_LINES } from './bank-suggestions.dto.js';
import { BankSuggestionsRepository, type LineKeys, type LineToSuggestFor } from './bank-suggestions.repository.js';
import { certainLines, rankSuggestions } from './rank-suggestions.js';
import { referenceKeysOf } from './reference-keys.js';

/** Suggests what lines of statements are, from references, amounts, days and who pays. Writes nothing. */
@Injectable()
export class BankSuggestionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly found: BankSuggestionsRepository,
  ) {}

  /** @throws Problem not_found */
  suggest(bankAccountId: string, { statementLineIds }: BankMatchSuggestionsQuery): Promise<BankMatchSuggestionsView> {
    return this.unitOfWork.read(async (transaction) => {
      const { id, legalEntityId, currency } = await this.accounts.get(transaction, bankAccountId);
      const lines = await this.found.lines(transaction, id, statementLineIds, MOST_LINES);
      if (lines.length === 0) return { lines: [] };
      const keys = keysOf(lines);
      const ledger = await this.found.ledgerCandidates(transaction, id, lines, keys);
      const items = await this.found.itemCandidates(transaction, { legalEntityId, currency }, lines, keys);
      const amounts = new Map(lines.map((line) => [line.id, new Decimal(line.amount).abs().toString()]));
      const ranked = rankSuggestions(amounts, ledger, items);
      const certain = certainLines(ranked);
      const text = (amount: string) => inCurrency(amount, currency);
      return {
        lines: lines.map((line) => ({
          statementLineId: line.id,
          bookedOn: line.bookedOn,
          amount: text(line.amount),
          currency,
          isCertain: certain.has(line.id),
          suggestions: (ranked.get(line.id) ?? []).map(({ lineId: _lineId, items: settled, ...one }) => ({
            ...one,
            items: settled.map(({ openItemId, amount }) => ({ openItemId, amount: text(amount) })),
          })),
        })),
      };
    });
  }
}

/** By which references each line may name what it pays. */
function keysOf(lines: readonly LineToSuggestFor[]): LineKeys {
  const pairs = lines.flatMap((line) => {
    const { id, remittance, endToEndReference, creditorReference, bankReference } = line;
    return referenceKeysOf([remittance, endToEndReference, creditorReference, bankReference]).map((key) => ({
      id,
      key,
    }));
  });
  return { lineIds: pairs.map(({ id }) => id), keys: pairs.map(({ key }) => key) };
}
