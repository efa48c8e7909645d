import { Injectable } from '@nestjs/common';
import { isRefusal, type ProblemError } from '#kernel/problem.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { bankingPermissions } from '../banking.permissions.js';
import { bankingProblems } from '../banking.problems.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import type {
  AcceptBankSuggestion,
  AcceptBankSuggestions,
  AcceptedBankSuggestionsView,
  AcceptedBankSuggestionView,
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

  /**
   * All of them or none, so that the answer under a key is what was done. What is wrong with each is told together.
   *
   * @throws Problem bank_suggestions_refused, with the places of those that cannot be accepted
   */
  acceptMany({ suggestionIds }: AcceptBankSuggestions): Promise<AcceptedBankSuggestionsView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const ids = suggestionIds.map((id) => id.toLowerCase());
      await this.suggestions.holdLinesOf(transaction, ids);
      const accepted: AcceptedBankSuggestionView[] = [];
      const errors: ProblemError[] = [];
      for (const [index, id] of ids.entries()) {
        try {
          accepted.push(await this.acceptance.accept(transaction, id, 'suggestion'));
        } catch (error) {
          if (!isRefusal(error)) throw error;
          errors.push({ pointer: `/suggestionIds/${index}`, code: error.code, message: error.detail });
        }
      }
      if (errors.length === 0) return { accepted };
      const detail = `${errors.length} of ${ids.length} suggestions cannot be accepted, and none was; leave them out.`;
      throw bankingProblems.bank_suggestions_refused(detail, errors);
    });
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
}
