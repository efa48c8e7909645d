import { refRule } from '#platform/http/fields/text-rules.js';
import { choiceRule } from '#platform/http/fields/choice-rules.js';
import {
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Ref,
  Several,
  Values,
} from '#platform/http/fields/fields.js';
import { MOST_WITHHOLDINGS } from '../entries/bank-line-entry.dto.js';
import { inCurrency } from '../reading/read-values.js';
import type { ExpectedWithholding } from './item-candidate.js';
import { type SuggestedSettlement, type SuggestionReason, suggestionReasons } from './rank-suggestions.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Lines of statements that one request looks at. */
export const MOST_LINES = 100;

export class BankMatchSuggestionsQuery {
  @Several(refRule, {
    optional: true,
    max: MOST_LINES,
    example: [exampleId],
    description: 'Lines of statements, separated by commas; the oldest hundred that wait where left out.',
  })
  statementLineIds?: string[];
}

export class SuggestedWithholding {
  @Code(20, { example: 'IRPF' })
  code: string;

  @Money({ example: '150.00', description: 'What is still expected to be withheld under it.' })
  amount: string;

  static from({ code, amount }: ExpectedWithholding, currency: string): SuggestedWithholding {
    return { code, amount: inCurrency(amount, currency) };
  }
}

export class SuggestedItem {
  @Ref({ example: exampleId })
  openItemId: string;

  @Money({ example: '250.00', description: 'What of the line goes to it.' })
  amount: string;

  @Money({
    nullable: true,
    example: '5.00',
    description:
      'An early-payment discount, with the tax in it, that the customer kept of it, which settles it besides; null where it is paid without.',
  })
  discount: string | null;

  @List(() => SuggestedWithholding, {
    max: MOST_WITHHOLDINGS,
    description: 'What the customer kept back of it, which settles it besides; none where it is paid without.',
  })
  withholdings: SuggestedWithholding[];

  static from(
    {
      openItemId,
      amount,
      withheld = [],
      discount,
    }: Pick<SuggestedSettlement, 'openItemId' | 'amount'> & Partial<SuggestedSettlement>,
    currency: string,
  ): SuggestedItem {
    const withholdings = withheld.map((one) => SuggestedWithholding.from(one, currency));
    const early = discount === undefined ? null : inCurrency(discount, currency);
    return { openItemId, amount: inCurrency(amount, currency), discount: early, withholdings };
  }
}

export class BankMatchSuggestion {
  @Count(0, 100, { example: 90, description: 'How likely it is; 100 is the most.' })
  score: number;

  @Values(choiceRule([...suggestionReasons], 'BankSuggestionReason'), {
    max: suggestionReasons.length,
    example: ['reference', 'amount'],
    description:
      '`rule`: a match rule says so. `reference`: the line tells the reference of the entry, the number of the invoice, or the order that it was for. `amount`: the amounts are equal. `withholding`: they are when what the customer is expected to withhold is taken off. `early_discount`: they are when the early-payment discount is taken off that holds on the day of the line. `party_iban`, `party_name`: it comes from an account or under the name of the party. `date`: at most five days lie between.',
  })
  reasons: SuggestionReason[];

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The line of the books to match it with (`matchBankLines`).',
  })
  ledgerLineId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'Else whose payment it is.' })
  partyId: string | null;

  @List(() => SuggestedItem, {
    max: 100,
    description: 'Open items of the party that it settles (`createBankLineEntry`).',
  })
  items: SuggestedItem[];

  @Ref({ nullable: true, example: null as never, description: 'Else the match rule that says what it becomes.' })
  ruleId: string | null;
}

export class BankLineSuggestions {
  @Ref({ example: exampleId })
  statementLineId: string;

  @OnDate({ example: '2026-01-31' })
  bookedOn: string;

  @Money({ example: '250.00' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Flag({
    example: true,
    description:
      'Whether the first suggestion is as good as certain: a score of 85 or more, 20 ahead of the next, and no other of these lines is as likely to be the same.',
  })
  isCertain: boolean;

  @List(() => BankMatchSuggestion, { max: 5, description: 'The most likely first.' })
  suggestions: BankMatchSuggestion[];
}

export class BankMatchSuggestionsView {
  @List(() => BankLineSuggestions, { max: MOST_LINES, description: 'Lines that wait, the oldest first.' })
  lines: BankLineSuggestions[];
}
