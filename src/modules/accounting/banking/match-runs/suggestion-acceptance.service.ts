import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../../open-items/open-items.repository.js';
import { HeldWithheldItems } from '../../receipts/held-withheld-items.service.js';
import { bankingProblems } from '../banking.problems.js';
import type { CreateBankLineEntry } from '../entries/bank-line-entry.dto.js';
import { BankLineEntriesService } from '../entries/bank-line-entries.service.js';
import { shareLine } from '../match-rules/bank-match-rule.js';
import { BankMatchRulesRepository } from '../match-rules/bank-match-rules.repository.js';
import { BankMatchingService } from '../matching/bank-matching.service.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import { openedFor, staleItems } from './accepted-items.js';
import type { AcceptBankSuggestion, AcceptedBankSuggestionView } from './stored-suggestions.dto.js';
import { noSuggestion, type StoredSuggestion, StoredSuggestionsRepository } from './stored-suggestions.repository.js';

type Method = 'suggestion' | 'automatic';

/** Items that a rule settles with one line. */
const MOST_ITEMS = 200;

/** Carries suggestions out, each as it was found or not at all. */
@Injectable()
export class SuggestionAcceptance {
  constructor(
    private readonly suggestions: StoredSuggestionsRepository,
    private readonly statements: BankStatementsRepository,
    private readonly matching: BankMatchingService,
    private readonly entries: BankLineEntriesService,
    private readonly items: OpenItemsRepository,
    private readonly withheldItems: HeldWithheldItems,
    private readonly rules: BankMatchRulesRepository,
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
    method: Method,
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
    method: Method,
    when: AcceptBankSuggestion,
  ): Promise<string | null> {
    if (suggestion.ruleId !== null) return this.obey(transaction, suggestion, method, when);
    if (suggestion.ledgerLineId !== null) return this.match(transaction, suggestion, method);
    return this.settle(transaction, suggestion, method, when);
  }

  private async match(
    transaction: Transaction,
    { bankAccountId, statementLineId, ledgerLineId }: StoredSuggestion,
    method: Method,
  ): Promise<string> {
    const lines = { statementLineId, ledgerLineId: ledgerLineId! };
    try {
      return await this.matching.matchOne(transaction, bankAccountId, lines, method);
    } catch (error) {
      if (error instanceof Problem && error.code === 'bank_match_conflict') throw stale(error.detail, error.errors);
      throw error;
    }
  }

  /** Items that have another amount open or to be withheld than when they were found are not what was suggested. */
  private async settle(
    transaction: Transaction,
    { legalEntityId, statementLineId, amount, partyId, items }: StoredSuggestion,
    method: Method,
    when: AcceptBankSuggestion,
  ): Promise<string> {
    const idsOf = (those: typeof items) => those.map(({ openItemId }) => openItemId);
    const withheldIds = idsOf(items.filter(({ withheld = [] }) => withheld.length > 0));
    const wanted = { legalEntityId, partyIds: [partyId!], itemIds: idsOf(items), withheldIds };
    const held = await this.withheldItems.hold(transaction, wanted);
    const errors = staleItems(items, held.items, held.expected);
    if (errors.length > 0) throw stale(errors[0]!.message, errors);
    const settles = items.map(({ openItemId, amount: settled, withheld = [] }) => {
      return { openItemId, amount: settled, withholdings: withheld.map(({ code }) => ({ code })) };
    });
    const body = { ...when, statementLineId, lines: [{ amount, partyId: partyId!, settles }] };
    return this.entries.carryOut(transaction, body, { method });
  }

  private async obey(
    transaction: Transaction,
    suggestion: StoredSuggestion,
    method: Method,
    when: AcceptBankSuggestion,
  ): Promise<string | null> {
    const { statementLineId, amount, currency } = suggestion;
    const { id: ruleId, version, status, action, name } = await this.rules.get(transaction, suggestion.ruleId!);
    if (version !== suggestion.ruleVersion || status !== 'active') {
      throw stale(`The match rule “${name}” was changed since.`, []);
    }
    if (action.kind === 'exclude') {
      await this.statements.setStatus(transaction, statementLineId, 'excluded', action.reason!);
      return null;
    }
    const lines =
      action.kind === 'post'
        ? shareLine(amount, currency, action.postings!)
        : [await this.paymentOf(transaction, suggestion, action.partyId!)];
    return this.entries.carryOut(transaction, { ...when, statementLineId, lines }, { method, ruleId });
  }

  /** What the party has open on the day, those due first, as far as the line goes; what is left stays on account. */
  private async paymentOf(
    transaction: Transaction,
    { amount, currency, bookedOn }: StoredSuggestion,
    named: string,
  ): Promise<CreateBankLineEntry['lines'][number]> {
    const partyId = (await this.items.survivorOf(transaction, named)) ?? named;
    const control = new Decimal(amount).isPositive() ? ('receivable' as const) : ('payable' as const);
    const found: OpenItemView[] = await this.items.findOpen(
      transaction,
      { partyId, control, through: bookedOn },
      MOST_ITEMS,
    );
    const settles = openedFor(amount, currency, found).map(({ id }) => ({ openItemId: id }));
    return { amount, partyId, control, ...(settles.length > 0 && { settles }) };
  }
}

function stale(detail: string, errors: readonly ProblemError[]): Error {
  const words = `${detail} Ask for suggestions anew.`;
  return bankingProblems.bank_suggestion_stale(words, [...errors]);
}
