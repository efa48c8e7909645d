import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { OpenItemView } from '../../open-items/open-items.dto.js';
import { OpenItemsRepository } from '../../open-items/open-items.repository.js';
import { BankLineEntriesService } from '../entries/bank-line-entries.service.js';
import type { CreateBankLineEntry } from '../entries/bank-line-entry.dto.js';
import { shareLine } from '../match-rules/bank-match-rule.js';
import { BankMatchRulesRepository } from '../match-rules/bank-match-rules.repository.js';
import { BankStatementsRepository } from '../statements/bank-statements.repository.js';
import { openedFor } from './accepted-items.js';
import { staleSuggestion } from './stale-suggestion.js';
import type { AcceptBankSuggestion } from './stored-suggestions.dto.js';
import type { StoredSuggestion } from './stored-suggestions.repository.js';

/** Who accepts: somebody, or the run itself. */
export type AcceptingMethod = 'suggestion' | 'automatic';

/** Items that a rule settles with one line. */
const MOST_ITEMS = 200;

/** Does with a line what a match rule says, unless that was changed since. Within the running command. */
@Injectable()
export class RuleObeying {
  constructor(
    private readonly statements: BankStatementsRepository,
    private readonly entries: BankLineEntriesService,
    private readonly items: OpenItemsRepository,
    private readonly rules: BankMatchRulesRepository,
  ) {}

  /**
   * @returns the id of the match; null where the rule excludes the line
   * @throws Problem bank_suggestion_stale, and what the ledger and open items refuse
   */
  async obey(
    transaction: Transaction,
    suggestion: StoredSuggestion,
    method: AcceptingMethod,
    when: AcceptBankSuggestion,
  ): Promise<string | null> {
    const { statementLineId, amount, currency } = suggestion;
    const { id: ruleId, version, status, action, name } = await this.rules.get(transaction, suggestion.ruleId!);
    if (version !== suggestion.ruleVersion || status !== 'active') {
      throw staleSuggestion(`The match rule “${name}” was changed since.`, []);
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
