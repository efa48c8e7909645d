import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { ruleOf } from '../match-rules/bank-match-rule.js';
import { BankMatchRulesRepository } from '../match-rules/bank-match-rules.repository.js';
import { BankSuggestionsRepository, type LineKeys, type LineToSuggestFor } from './bank-suggestions.repository.js';
import { rankSuggestions, type RuleCandidate, type Suggestion } from './rank-suggestions.js';
import { referenceKeysOf } from './reference-keys.js';
import { targetKeyOf } from './suggestion-target.js';

/** Whose lines are looked at. */
export interface SuggestedBank {
  id: string;
  legalEntityId: string;
  currency: string;
}

/** Finds what lines of statements may be: six statements of SQL for a hundred of them, or for thousands. */
@Injectable()
export class BankSuggestionFinder {
  constructor(
    private readonly found: BankSuggestionsRepository,
    private readonly rules: BankMatchRulesRepository,
  ) {}

  /** By the ids of the lines, the most likely first; what was rejected is left out. */
  async find(
    transaction: Transaction,
    bank: SuggestedBank,
    lines: readonly LineToSuggestFor[],
  ): Promise<Map<string, Suggestion[]>> {
    const keys = keysOf(lines);
    const ledger = await this.found.ledgerCandidates(transaction, bank.id, lines, keys);
    const items = await this.found.itemCandidates(transaction, bank, lines, keys);
    const told = new Set([...ledger, ...items].map(({ lineId }) => lineId));
    const left = lines.filter(({ id }) => !told.has(id));
    const ofParties = left.length === 0 ? [] : await this.found.partyItems(transaction, bank, left);
    const rules = await this.ruled(transaction, bank, lines);
    const rejected = await this.rejected(transaction, lines);
    const amounts = new Map(lines.map((line) => [line.id, new Decimal(line.amount).abs().toString()]));
    return rankSuggestions(amounts, { ledger, items, ofParties, rules }, (one) =>
      rejected.has(rejection(one.lineId, targetKeyOf(one))),
    );
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
