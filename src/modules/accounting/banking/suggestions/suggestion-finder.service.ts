import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { ruleOf } from '../match-rules/bank-match-rule.js';
import { grantableOn } from '../../receipts/early-discount.js';
import { EarlyDiscounts, type KnownDiscounts } from '../../receipts/early-discounts.repository.js';
import { ExpectedOfItems } from '../../receipts/expected-of-items.service.js';
import { withheldOf } from '../../receipts/expected-shares.js';
import { ExpectedWithholdingsRepository } from '../../withholding/expected-withholdings.repository.js';
import { BankMatchRulesRepository } from '../match-rules/bank-match-rules.repository.js';
import { BankSuggestionsRepository, type LineKeys, type LineToSuggestFor } from './bank-suggestions.repository.js';
import type { FoundItem, ItemCandidate } from './item-candidate.js';
import { ItemCandidatesRepository, type KeptBack } from './item-candidates.repository.js';
import { waysOf } from './paid-ways.js';
import { rankSuggestions, type RuleCandidate, type Suggestion } from './rank-suggestions.js';
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
 * customers are expected to withhold or may pay early.
 */
@Injectable()
export class BankSuggestionFinder {
  constructor(
    private readonly found: BankSuggestionsRepository,
    private readonly items: ItemCandidatesRepository,
    private readonly rules: BankMatchRulesRepository,
    private readonly expectedWithholdings: ExpectedWithholdingsRepository,
    private readonly expectedOfItems: ExpectedOfItems,
    private readonly discounts: EarlyDiscounts,
  ) {}

  /** By the ids of the lines, the most likely first; what was rejected is left out. */
  async find(
    transaction: Transaction,
    bank: SuggestedBank,
    lines: readonly LineToSuggestFor[],
  ): Promise<Map<string, Suggestion[]>> {
    const keys = keysOf(lines);
    const ledger = await this.found.ledgerCandidates(transaction, bank.id, lines, keys);
    const kept = await this.keptBack(transaction, bank, lines);
    const amounts = new Map(lines.map((line) => [line.id, new Decimal(line.amount).abs().toString()]));
    const near = await this.items.found(transaction, bank, lines, keys, kept);
    const found = await this.withKept(transaction, bank, { lines, items: near }, kept);
    const items = kept.withholds || kept.discounts ? found.filter((item) => isOf(item, amounts)) : found;
    const told = new Set([...ledger, ...items].map(({ lineId }) => lineId));
    const left = lines.filter(({ id }) => !told.has(id));
    const open = left.length === 0 ? [] : await this.items.ofPayers(transaction, bank, left);
    const ofParties = await this.withKept(transaction, bank, { lines: left, items: open }, kept);
    const rules = await this.ruled(transaction, bank, lines);
    const rejected = await this.rejected(transaction, lines);
    return rankSuggestions(amounts, { ledger, items, ofParties, rules }, (one) =>
      rejected.has(rejection(one.lineId, targetKeyOf(one))),
    );
  }

  private async keptBack(
    transaction: Transaction,
    { legalEntityId }: SuggestedBank,
    lines: readonly LineToSuggestFor[],
  ): Promise<KeptBack> {
    const withholds = await this.expectedWithholdings.isAny(transaction, legalEntityId);
    const [first] = lines.map(({ bookedOn }) => bookedOn).toSorted();
    const discounts = first !== undefined && (await this.discounts.isAny(transaction, legalEntityId, first));
    return { withholds, discounts };
  }

  /** With what is still to be withheld of each, and what is granted on the day of the line where money comes in. */
  private async withKept(
    transaction: Transaction,
    { currency }: SuggestedBank,
    { lines, items }: { lines: readonly LineToSuggestFor[]; items: readonly FoundItem[] },
    { withholds, discounts }: KeptBack,
  ): Promise<ItemCandidate[]> {
    const ids = [...new Set(items.map(({ openItemId }) => openItemId))];
    const expected = await this.expectedOfItems.ofItems(transaction, withholds ? ids : []);
    const offered = await this.discounts.of(transaction, discounts ? ids : []);
    const incoming = lines.filter(({ amount }) => new Decimal(amount).isPositive());
    const days = new Map(incoming.map(({ id, bookedOn }) => [id, bookedOn]));
    return items.map((item) => {
      const withheld = withheldOf(expected.get(item.openItemId));
      return { ...item, withheld, ...discountOn(days.get(item.lineId), item, offered.get(item.openItemId), currency) };
    });
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

/** Items were found by what comes near to the amount: those that lines name, are all of it, or all less what is kept back. */
function isOf(item: ItemCandidate, amounts: ReadonlyMap<string, string>): boolean {
  const amount = amounts.get(item.lineId)!;
  return item.hasReference || waysOf([item]).some(([paid]) => new Decimal(paid!.open).equals(amount));
}

function discountOn(
  day: string | undefined,
  { total, open }: FoundItem,
  known: KnownDiscounts | undefined,
  currency: string,
): { discount?: string } {
  if (day === undefined || !known) return {};
  const item = { currency, amount: new Decimal(total), open: new Decimal(open), granted: known.granted };
  const discount = grantableOn(known.steps, day, item);
  return discount.isZero() ? {} : { discount: discount.toString() };
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
