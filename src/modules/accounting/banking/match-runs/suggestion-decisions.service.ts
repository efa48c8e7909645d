import { Injectable } from '@nestjs/common';
import type { Problem } from '#kernel/problem.js';
import { actAs, currentActing } from '#platform/database/acting.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { bankingPermissions } from '../banking.permissions.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import { refusalOf } from './refusal-of.js';
import type {
  AcceptBankSuggestion,
  AcceptBankSuggestions,
  AcceptedBankSuggestionsView,
  AcceptedBankSuggestionView,
  BankSuggestionResultView,
  RejectBankSuggestion,
  RejectedBankSuggestionView,
} from './stored-suggestions.dto.js';
import { noSuggestion, StoredSuggestionsRepository } from './stored-suggestions.repository.js';
import { SuggestionAcceptance } from './suggestion-acceptance.service.js';

const ACTION = bankingPermissions.matchBankLines.name;

/** What people decide of suggestions. */
@Injectable()
export class SuggestionDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly statements: BankStatementsRepository,
    private readonly acceptance: SuggestionAcceptance,
  ) {}

  /** @throws Problem not_found, bank_suggestion_stale, and what the ledger and open items refuse */
  accept(id: string, when: AcceptBankSuggestion): Promise<AcceptedBankSuggestionView> {
    return this.unitOfWork.run(ACTION, (transaction) => this.acceptance.accept(transaction, id, 'suggestion', when));
  }

  /** Each in a transaction of its own; the key of the request is that of the answer as a whole. */
  async acceptMany({ suggestionIds }: AcceptBankSuggestions): Promise<AcceptedBankSuggestionsView> {
    const results: BankSuggestionResultView[] = [];
    const alone = { ...currentActing(), idempotency: undefined };
    for (const [index, id] of suggestionIds.entries()) {
      results.push(await actAs(alone, () => this.acceptOne(index, id.toLowerCase())));
    }
    const accepted = results.filter(({ outcome }) => outcome === 'accepted').length;
    const answer = { accepted, refused: results.length - accepted, results };
    // As with other requests, the answer to remember is that of something done: what was refused may be sent again.
    return accepted === 0 ? answer : this.unitOfWork.run(ACTION, () => Promise.resolve(answer));
  }

  /** It is not suggested again unless facts change. */
  reject(
    id: string,
    { reason = null }: { reason?: RejectBankSuggestion['reason'] | null },
  ): Promise<RejectedBankSuggestionView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const suggestion = await this.suggestions.get(transaction, id);
      const { statementLineId } = suggestion;
      await this.statements.holdLine(transaction, statementLineId);
      if ((await this.suggestions.take(transaction, [id])).length === 0) throw noSuggestion(id);
      const rejectionId = await this.suggestions.reject(transaction, suggestion, { action: ACTION, reason });
      return { id: rejectionId, statementLineId, reason };
    });
  }

  private async acceptOne(index: number, suggestionId: string): Promise<BankSuggestionResultView> {
    const key = { index, suggestionId };
    try {
      const { matchId } = await this.accept(suggestionId, {});
      return { ...key, outcome: 'accepted', matchId, problemCode: null, detail: null, errors: [] };
    } catch (error) {
      const { code, detail, errors }: Problem = refusalOf(error);
      return { ...key, outcome: 'refused', matchId: null, problemCode: code, detail, errors };
    }
  }
}
