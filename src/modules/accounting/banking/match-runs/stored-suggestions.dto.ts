import { choiceRule } from '#platform/http/fields/choice-rules.js';
import {
  AtInstant,
  Choice,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { refRule } from '#platform/http/fields/text-rules.js';
import { ListOf } from '#platform/listing/page.view.js';
import { SuggestedItem } from '../suggestions/bank-suggestions.dto.js';
import { type SuggestionReason, suggestionReasons } from '../suggestions/rank-suggestions.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

/** Suggestions that one request accepts. */
const MOST_ACCEPTED = 100;

export class StoredBankSuggestionView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Ref({ example: exampleId, description: 'The line that waits.' })
  statementLineId: string;

  @OnDate({ example: '2026-01-31', description: 'Of the line.' })
  bookedOn: string;

  @Money({ example: '250.00', description: 'Of the line.' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Text(200, { nullable: true, example: 'Ann Example', description: 'Who stands at the other end of the line.' })
  counterpartyName: string | null;

  @Text(2000, { nullable: true, example: 'Invoice 2026-17', description: 'What the line says that it is for.' })
  remittance: string | null;

  @Count(1, 5, { example: 1, description: '1 for the most likely of the line.' })
  place: number;

  @Count(0, 100, { example: 90, description: 'How likely it is; 100 is the most.' })
  score: number;

  @Flag({
    example: true,
    description:
      'Whether it is as good as certain: the first of its line, a score of 85 or more, 20 ahead of the next, and no other line of the legal entity is as likely to be the same.',
  })
  isCertain: boolean;

  @Values(choiceRule([...suggestionReasons], 'BankSuggestionReason'), {
    max: suggestionReasons.length,
    example: ['reference', 'amount'],
    description: 'What speaks for it, as `getBankMatchSuggestions` tells.',
  })
  reasons: SuggestionReason[];

  @Ref({ nullable: true, example: null as never, description: 'The line of the books that it is.' })
  ledgerLineId: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'Whose payment it is.' })
  partyId: string | null;

  @List(() => SuggestedItem, { max: 100, description: 'Open items of the party that it settles.' })
  items: SuggestedItem[];

  @Ref({ nullable: true, example: null as never, description: 'The match rule that says what it becomes.' })
  ruleId: string | null;

  @Ref({ example: exampleId, description: 'The look that found it (`getBankMatchRun`).' })
  runId: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;
}

export class StoredBankSuggestionList extends ListOf(StoredBankSuggestionView) {}

export class AcceptBankSuggestion {
  @OnDate({
    optional: true,
    example: '2026-02-01',
    description: 'Accounting date of an entry that it makes; the day on which the bank booked the line where left out.',
  })
  entryDate?: string;

  @Text(500, {
    optional: true,
    example: 'Agreed with the auditor',
    description:
      'Why the entry belongs into a softly closed period; needs the permission `accounting.fiscal_period.pass_soft_close`.',
  })
  softCloseReason?: string;
}

export class AcceptBankSuggestions {
  @Values(refRule, {
    min: 1,
    max: MOST_ACCEPTED,
    distinct: true,
    example: [exampleId],
    description: 'Of different lines; all of them are accepted, or none.',
  })
  suggestionIds: string[];
}

export class RejectBankSuggestion {
  @Text(500, { optional: true, example: 'Pays an older order', description: 'Why it is not this.' })
  reason?: string;
}

export const acceptedStatuses = ['matched', 'excluded'] as const;

export class AcceptedBankSuggestionView {
  @Ref({ example: exampleId })
  suggestionId: string;

  @Ref({ example: exampleId })
  statementLineId: string;

  @Choice(acceptedStatuses, {
    name: 'AcceptedBankSuggestionStatus',
    example: 'matched',
    description: 'Of the line now.',
  })
  status: (typeof acceptedStatuses)[number];

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The match that was made; null where a rule excludes the line.',
  })
  matchId: string | null;
}

export class AcceptedBankSuggestionsView {
  @List(() => AcceptedBankSuggestionView, { max: MOST_ACCEPTED, description: 'In the order of the request.' })
  accepted: AcceptedBankSuggestionView[];
}

export class RejectedBankSuggestionView {
  @Ref({ example: exampleId, description: 'Of the rejection.' })
  id: string;

  @Ref({ example: exampleId })
  statementLineId: string;

  @Text(500, { nullable: true, example: 'Pays an older order' })
  reason: string | null;
}
