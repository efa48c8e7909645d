import { Injectable } from '@nestjs/common';
import { Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { ruleOf } from '../match-rules/bank-match-rule.js';
import { ExpectedOfItems } from '../../receipts/expected-of-items.service.js';
import { withheldOf } from '../../receipts/expected-shares.js';
import { ExpectedWithholdingsRepository } from '../../withholding/expected-withholdings.repository.js';
import { BankMatchRulesRepository } from '../match-rules/bank-match-rules.repository.js';
import { BankSuggestionsRepository, type LineKeys, type LineToSuggestFor } from './bank-suggestions.repository.js';
import {
  type FoundItem,
  type ItemCandidate,
  rankSuggestions,
  type RuleCandidate,
  type Suggestion,
} from './rank-suggestions.js';
import { referenceKeysOf } from './reference-keys.js';
import { targetKeyOf } from './suggestion-target.js';

/** Whose lines are looked at. */
export interface SuggestedBank {
  id: string;
  legalEntityId: string;
  currency: string;
}

/**
 * Finds what lines of statements may be: seven statements of SQL for a hundred of them, or for thousands; some more where
 * customers are expected to withhold.
 */
@Injectable()
export class BankSuggestionFinder {
  constructor(
    private readonly found: BankSuggestionsRepository,
    private readonly rules: BankMatchRulesRepository,
    private readonly expectedWithholdings: ExpectedWithholdingsRepository,
    private readonly expectedOfItems: ExpectedOfItems,
  ) {}

  /** By the ids of the lines, the most likely first; what was rejected is left out. */
  async find(
    transaction: Transaction,
    bank: SuggestedBank,
    lines: readonly LineToSuggestFor[],
  ): Promise<Map<string, Suggestion[]>> {
    const keys = keysOf(lines);
    const ledger = await this.found.ledgerCandidates(transaction, bank.id, lines, keys);
    const withholds = await this.expectedWithholdings.isAny(transaction, bank.legalEntityId);
    const amounts = new Map(lines.map((line) => [line.id, new Decimal(line.amount).abs().toString()]));
    const near = await this.found.itemCandidates(transaction, bank, lines, keys, withholds);
    const found = await this.withWithheld(transaction, near, withholds);
    const items = withholds ? found.filter((item) => isOf(item, amounts)) : found;
    const told = new Set([...ledger, ...items].map(({ lineId }) => lineId));
    const left = lines.filter(({ id }) => !told.has(id));
    const open = left.length === 0 ? [] : await this.found.partyItems(transaction, bank, left);
    const ofParties = await this.withWithheld(transaction, open, withholds);
    const rules = await this.ruled(transaction, bank, lines);
    const rejected = await this.rejected(transaction, lines);
    return rankSuggestions(amounts, { ledger, items, ofParties, rules }, (one) =>
      rejected.has(rejection(one.lineId, targetKeyOf(one))),
    );
  }

  /** With what is still to be withheld of each. */
  private async withWithheld(
    transaction: Transaction,
    items: readonly FoundItem[],
    withholds: boolean,
  ): Promise<ItemCandidate[]> {
    const ids = withholds ? [...new Set(items.map(({ openItemId }) => openItemId))] : [];
    const expected = await this.expectedOfItems.ofItems(transaction, ids);
    return items.map((item) => ({ ...item, withheld: withheldOf(expected.get(item.openItemId)) }));
  }

  private async ruled(
    transaction: Transaction,
    bank: SuggestedBank,
    lines: readonly LineToSuggestFor[],
  ): Promise<RuleCandidate[]> {
    const rules = await this.rules.active(transaction, bank);
    if (rules.length === 0) return [];
    return lines.flatMap((line) => {
      const rule = ruleOf(line, rules);
      return rule ? { lineId: line.id, ruleId: rule.id, ruleVersion: rule.version, partyId: rule.partyId } : [];
    });
  }

  private async rejected(transaction: Transaction, lines: readonly LineToSuggestFor[]): Promise<Set<string>> {
    const ids = lines.map(({ id }) => id);
    const rows = await this.found.rejected(transaction, ids);
    return new Set(rows.map(({ lineId, targetKey }) => rejection(lineId, targetKey)));
  }
}

/** Items were found by what comes near to the amount: those that lines name, are all of it, or all less what is withheld. */
function isOf({ lineId, hasReference, open, withheld }: ItemCandidate, amounts: ReadonlyMap<string, string>): boolean {
  if (hasReference) return true;
  const [amount, whole] = [amounts.get(lineId)!, new Decimal(open)];
  return whole.equals(amount) || whole.minus(sum(withheld.map((one) => new Decimal(one.amount)))).equals(amount);
}

const rejection = (lineId: string, targetKey: string) => `${lineId} ${targetKey}`;

/** By which references each line may name what it pays. */
function keysOf(lines: readonly LineToSuggestFor[]): LineKeys {
  const lineIds: string[] = [];
  const keys: string[] = [];
  for (const { id, remittance, endToEndReference, creditorReference, bankReference } of lines) {
    for (const key of referenceKeysOf([remittance, endToEndReference, creditorReference, bankReference])) {
      lineIds.push(id);
      keys.push(key);
    }
  }
  return { lineIds, keys };
}
