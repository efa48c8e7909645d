import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { HeldReceiptItems } from '../../receipts/held-receipt-items.service.js';
import { BankLineEntriesService } from '../entries/bank-line-entries.service.js';
import { BankMatchingService } from '../matching/bank-matching.service.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import { staleItems } from './accepted-items.js';
import { type AcceptingMethod, RuleObeying } from './rule-obeying.service.js';
import type { AcceptBankSuggestion, AcceptedBankSuggestionView } from './stored-suggestions.dto.js';
import { noSuggestion, type StoredSuggestion, StoredSuggestionsRepository } from './stored-suggestions.repository.js';
import { staleSuggestion } from './stale-suggestion.js';

/** Carries suggestions out, each as it was found or not at all. */
@Injectable()
export class SuggestionAcceptance {
  constructor(
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly statements: BankStatementsRepository,
    private readonly matching: BankMatchingService,
    private readonly entries: BankLineEntriesService,
    private readonly heldItems: HeldReceiptItems,
    private readonly ofRules: RuleObeying,
  ) {}

  /**
   * Within the running command. The line is held first, as all do who match or reject; whoever takes the suggestion then is
   * alone with it.
   *
   * @throws Problem not_found, bank_suggestion_stale, and what the ledger and open items refuse
   */
  async accept(
    transaction: Transaction,
    id: string,
    method: AcceptingMethod,
    when: AcceptBankSuggestion = {},
  ): Promise<AcceptedBankSuggestionView> {
    const suggestion = await this.suggestions.get(transaction, id);
    const { statementLineId } = suggestion;
    await this.statements.holdLine(transaction, statementLineId);
    if ((await this.suggestions.take(transaction, [id])).length === 0) throw noSuggestion(id);
    const matchId = await this.carryOut(transaction, suggestion, method, when);
    return { suggestionId: id, statementLineId, status: matchId === null ? 'excluded' : 'matched', matchId };
  }

  private carryOut(
    transaction: Transaction,
    suggestion: StoredSuggestion,
    method: AcceptingMethod,
    when: AcceptBankSuggestion,
  ): Promise<string | null> {
    if (suggestion.ruleId !== null) return this.ofRules.obey(transaction, suggestion, method, when);
    if (suggestion.ledgerLineId !== null) return this.match(transaction, suggestion, method);
    return this.settle(transaction, suggestion, method, when);
  }

  private async match(
    transaction: Transaction,
    { bankAccountId, statementLineId, ledgerLineId }: StoredSuggestion,
    method: AcceptingMethod,
  ): Promise<string> {
    const lines = { statementLineId, ledgerLineId: ledgerLineId! };
    try {
      return await this.matching.matchOne(transaction, bankAccountId, lines, method);
    } catch (error) {
      if (error instanceof Problem && error.code === 'bank_match_conflict')
        throw staleSuggestion(error.detail, error.errors);
      throw error;
    }
  }

  /** Items that have another amount open, offered or to be withheld than when they were found are not what was suggested. */
  private async settle(
    transaction: Transaction,
    { legalEntityId, statementLineId, bookedOn, amount, partyId, items }: StoredSuggestion,
    method: AcceptingMethod,
    when: AcceptBankSuggestion,
  ): Promise<string> {
    const idsOf = (those: typeof items) => those.map(({ openItemId }) => openItemId);
    const withheldIds = idsOf(items.filter(({ withheld = [] }) => withheld.length > 0));
    const discountedIds = idsOf(items.filter(({ discount }) => discount !== undefined));
    const wanted = { legalEntityId, partyIds: [partyId!], itemIds: idsOf(items), withheldIds, discountedIds };
    const held = await this.heldItems.hold(transaction, wanted);
    const errors = staleItems(items, held, when.entryDate ?? bookedOn);
    if (errors.length > 0) throw staleSuggestion(errors[0]!.message, errors);
    const settles = items.map(({ openItemId, amount: settled, withheld = [], discount }) => {
      const takeDiscount = discount !== undefined;
      return { openItemId, amount: settled, takeDiscount, withholdings: withheld.map(({ code }) => ({ code })) };
    });
    const body = { ...when, statementLineId, lines: [{ amount, partyId: partyId!, settles }] };
    return this.entries.carryOut(transaction, body, { method });
  }
}
