import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { BankAccountsRepository } from '../accounts/bank-accounts.repository.js';
import { inCurrency } from '../reading/read-values.js';
import {
  type BankMatchSuggestionsQuery,
  type BankMatchSuggestionsView,
  MOST_LINES,
  SuggestedItem,
} from './bank-suggestions.dto.js';
import { BankSuggestionsRepository } from './bank-suggestions.repository.js';
import { certainLines } from './rank-suggestions.js';
import { BankSuggestionFinder } from './suggestion-finder.service.js';

/** Suggests what lines of statements are, from references, amounts, days and who pays. Writes nothing. */
@Injectable()
export class BankSuggestionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: BankAccountsRepository,
    private readonly found: BankSuggestionsRepository,
    private readonly finder: BankSuggestionFinder,
  ) {}

  /** @throws Problem not_found */
  suggest(bankAccountId: string, { statementLineIds }: BankMatchSuggestionsQuery): Promise<BankMatchSuggestionsView> {
    return this.unitOfWork.read(async (transaction) => {
      const bank = await this.accounts.get(transaction, bankAccountId);
      const { id, currency } = bank;
      const lines = await this.found.lines(transaction, id, statementLineIds, MOST_LINES);
      if (lines.length === 0) return { lines: [] };
      const ranked = await this.finder.find(transaction, bank, lines);
      const certain = certainLines(ranked);
      return {
        lines: lines.map((line) => ({
          statementLineId: line.id,
          bookedOn: line.bookedOn,
          amount: inCurrency(line.amount, currency),
          currency,
          isCertain: certain.has(line.id),
          suggestions: (ranked.get(line.id) ?? []).map(
            ({ lineId: _lineId, ruleVersion: _version, items: settled, ...one }) => ({
              ...one,
              items: settled.map((item) => SuggestedItem.from(item, currency)),
            }),
          ),
        })),
      };
    });
  }
}
