import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Percentage,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ActiveStatus, activeStatuses } from '../../chart/account-type.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { LineDimensionFields } from '../../journal/journal-lines.dto.js';
import {
  type BankRuleAction,
  bankRuleActions,
  type BankRuleOperator,
  bankRuleOperators,
  bankRuleSides,
} from './bank-match-rule.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_POSTINGS = 50;
/** Lines that a preview shows. */
export const MOST_PREVIEWED = 100;
/** Lines that a preview looks at. */
export const MOST_LOOKED_AT = 10_000;

export class BankRuleText {
  @Choice(bankRuleOperators, { name: 'BankRuleOperator', example: 'contains' })
  operator: BankRuleOperator;

  @Text(200, { example: 'city power', description: 'Case and the number of blanks do not count.' })
  value: string;
}

export class BankRuleConditions {
  @Choice(bankRuleSides, {
    name: 'BankRuleSide',
    optional: true,
    example: 'outgoing',
    description: 'Which way the money goes. Not a condition on its own.',
  })
  side?: (typeof bankRuleSides)[number];

  @Money({
    optional: true,
    sign: 'positive',
    example: '49.90',
    description: 'Just this amount, whichever way it goes.',
  })
  amount?: string;

  @Money({ optional: true, sign: 'positive', example: '10.00', description: 'At least so much.' })
  amountFrom?: string;

  @Money({ optional: true, sign: 'positive', example: '100.00', description: 'At most so much.' })
  amountTo?: string;

  @Nested(() => BankRuleText, { optional: true, description: 'Who stands at the other end.' })
  counterpartyName?: BankRuleText;

  @Text(42, { optional: true, example: 'DE02 1203 0000 0000 2020 51', description: 'Their account.' })
  counterpartyIban?: string;

  @Nested(() => BankRuleText, {
    optional: true,
    description: 'What it is for, or one of the references of sender, creditor and bank.',
  })
  text?: BankRuleText;

  @Nested(() => BankRuleText, { optional: true, description: 'The code of the kind of transaction.' })
  transactionCode?: BankRuleText;
}

export class BankRulePosting {
  @Code(20, { example: '6570', description: 'Where the share is posted: an account that controls nothing.' })
  accountCode: string;

  @Percentage({ sign: 'positive', example: '100', description: 'Share of the line; all of a rule sum to 100.' })
  percentage: string;

  @Text(500, { optional: true, example: 'Electricity' })
  description?: string;

  @List(() => LineDimensionFields, {
    optional: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Values of dimensions, at most one of each; as for an entry by hand.',
  })
  dimensions?: LineDimensionFields[];
}

export class BankRuleActionFields {
  @Choice(bankRuleActions, {
    name: 'BankRuleAction',
    example: 'post',
    description:
      '`post`: an entry to the accounts of `postings`. `settle`: the open items of `partyId`, those due first before others, what is left on account. `exclude`: no entry, for `reason`.',
  })
  kind: BankRuleAction;

  @List(() => BankRulePosting, { optional: true, min: 1, max: MOST_POSTINGS, description: 'For `post`.' })
  postings?: BankRulePosting[];

  @Ref({ optional: true, example: exampleId, description: 'For `settle`: the customer or vendor.' })
  partyId?: string;

  @Text(500, { optional: true, example: 'Moved between own accounts', description: 'For `exclude`: why.' })
  reason?: string;
}

export class CreateBankMatchRule {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'That of the bank account, or the default one, where left out.',
  })
  legalEntityId?: string;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'For lines of this bank account alone; of all of the legal entity where left out. Fixed for good.',
  })
  bankAccountId?: string;

  @Text(200, { example: 'Electricity' })
  name: string;

  @Count(1, 10_000, {
    optional: true,
    example: 100,
    description: 'The lowest rule that fits a line counts, the older of equal ones; 100 where left out.',
  })
  priority?: number;

  @Flag({
    optional: true,
    example: false,
    description: 'Whether it is carried out without anybody; it suggests only where left out.',
  })
  isAutomatic?: boolean;

  @Nested(() => BankRuleConditions, { description: 'What a line has to be: one condition at least, and all hold.' })
  conditions: BankRuleConditions;

  @Nested(() => BankRuleActionFields, { description: 'What such a line becomes.' })
  action: BankRuleActionFields;
}

class EditableBankMatchRule extends PickType(CreateBankMatchRule, [
  'name',
  'priority',
  'isAutomatic',
  'conditions',
  'action',
]) {
  @Choice(activeStatuses, {
    name: 'BankMatchRuleStatus',
    example: 'active',
    description: 'An inactive rule fits nothing.',
  })
  status: ActiveStatus;
}

export class UpdateBankMatchRule extends PartialType(EditableBankMatchRule) {}

export class BankMatchRuleView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ nullable: true, example: exampleId, description: 'Null for all bank accounts of the legal entity.' })
  bankAccountId: string | null;

  @Text(200, { example: 'Electricity' })
  name: string;

  @Count(1, 10_000, { example: 100 })
  priority: number;

  @Flag({ example: false, description: 'Whether it is carried out without anybody.' })
  isAutomatic: boolean;

  @Nested(() => BankRuleConditions)
  conditions: BankRuleConditions;

  @Nested(() => BankRuleActionFields)
  action: BankRuleActionFields;

  @Choice(activeStatuses, { name: 'BankMatchRuleStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class BankMatchRuleList extends ListOf(BankMatchRuleView) {}

export class PreviewBankMatchRule extends OmitType(CreateBankMatchRule, [
  'legalEntityId',
  'bankAccountId',
  'name',
  'priority',
  'isAutomatic',
  'action',
] as const) {
  @Ref({ example: exampleId, description: 'Whose unmatched lines are looked at.' })
  bankAccountId: string;
}

export class BankRulePreviewLine {
  @Ref({ example: exampleId })
  statementLineId: string;

  @OnDate({ example: '2026-01-31' })
  bookedOn: string;

  @Money({ example: '-49.90' })
  amount: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Text(200, { nullable: true, example: 'City Power GmbH' })
  counterpartyName: string | null;

  @Text(2000, { nullable: true, example: 'Contract 4711 January' })
  remittance: string | null;

  @Ref({ nullable: true, example: exampleId, description: 'The rule that counts for it now; null where none does.' })
  ruleId: string | null;
}

export class BankRulePreviewView {
  @Count(0, MOST_LOOKED_AT, { example: 250, description: 'The latest unmatched lines, at most 10,000.' })
  looked: number;

  @Count(0, MOST_LOOKED_AT, { example: 12, description: 'How many of them fit.' })
  fitting: number;

  @List(() => BankRulePreviewLine, {
    max: MOST_PREVIEWED,
    description: 'The first hundred that fit, the latest first.',
  })
  lines: BankRulePreviewLine[];
}
