import { PartialType } from '@nestjs/swagger';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Ref,
  Text,
  Values,
} from '../../http/fields/fields.js';
import { refRule } from '../../http/fields/text-rules.js';
import { roleCodeRule } from '../../identity/roles/role-fields.js';
import { ListOf } from '../../listing/page.view.js';
import { type StepRule, stepRules } from '../requests/quorum.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_STEPS = 10;
export const MOST_APPROVERS = 50;
const MOST_DAYS = 365;

const rolesOfStep = { distinct: true as const, max: MOST_APPROVERS, example: ['accountant'] };
const peopleOfStep = { distinct: true as const, max: MOST_APPROVERS, example: [exampleId] };

class ApprovalStepSettings {
  @Text(100, { nullable: true, example: 'Head of finance', description: 'What people call the step.' })
  name: string | null;

  @Values(roleCodeRule, {
    ...rolesOfStep,
    description: 'Whoever has one of these roles when they decide is an approver.',
  })
  approverRoles: string[];

  @Values(refRule, {
    ...peopleOfStep,
    description: 'Approvers by name: the ids of people who are members (`userId` of `GET /v1/memberships`).',
  })
  approverIds: string[];

  @Count(1, MOST_APPROVERS, {
    nullable: true,
    example: null as unknown as number,
    description: 'With the rule `count`: how many approvers have to agree. Null with the other rules.',
  })
  required: number | null;

  @Count(1, MOST_DAYS, {
    nullable: true,
    example: 3,
    description: 'Once the step has waited for so many days, those to escalate to may decide as well.',
  })
  escalateAfterDays: number | null;

  @Values(roleCodeRule, { ...rolesOfStep, example: ['administrator'], description: 'Roles to escalate to.' })
  escalationRoles: string[];

  @Values(refRule, { ...peopleOfStep, description: 'People to escalate to, by the ids of members.' })
  escalationIds: string[];

  @Count(1, MOST_DAYS, {
    nullable: true,
    example: 14,
    description: 'A request whose step has waited for so many days expires.',
  })
  expireAfterDays: number | null;
}

const ruleOfStep = {
  name: 'ApprovalStepRule',
  example: 'one' as const,
  description:
    '`one`: one approver is enough. `all`: everybody who is an approver at the time, besides the makers. `count`: as many as `required`.',
};

/** A step as it is sent: what is left out is null, or empty. */
export class ApprovalStepInput extends PartialType(ApprovalStepSettings) {
  @Choice(stepRules, ruleOfStep)
  rule: StepRule;
}

export class ApprovalStepView extends ApprovalStepSettings {
  @Choice(stepRules, ruleOfStep)
  rule: StepRule;
}

class PolicyFields {
  @Text(100, { example: 'Entries from 10,000', description: 'What people call the policy.' })
  name: string;

  @Money({
    optional: true,
    nullable: true,
    sign: 'positive',
    example: '10000.00',
    description:
      'The smallest amount that needs the approval, in the functional currency of the books. Null: any amount. Kinds without an amount have none.',
  })
  amountFrom?: string | null;

  @CurrencyCode({
    optional: true,
    nullable: true,
    example: 'EUR',
    description: 'Only books with this functional currency; any where null.',
  })
  currency?: string | null;

  @Code(60, {
    optional: true,
    nullable: true,
    pattern: '^[a-z][a-z0-9_]{0,59}$',
    words: 'a small letter first, then small letters, digits and _',
    example: 'bookkeeper',
    description: 'Only what people with this role do; whatever anybody does where null.',
  })
  makerRole?: string | null;

  @List(() => ApprovalStepInput, {
    min: 1,
    max: MOST_STEPS,
    description: 'In their order: each begins when the one before is done.',
  })
  steps: ApprovalStepInput[];

  @Flag({ optional: true, example: true, description: 'Whether it asks for approvals; yes where left out.' })
  isActive?: boolean;
}

export class CreateApprovalPolicy extends PolicyFields {
  @Text(50, {
    example: 'journal_entry',
    description:
      'What needs the approval: `journal_entry`, `fiscal_period_reopening` or `fiscal_year_reopening`. It stays.',
  })
  subjectKind: string;

  @Ref({
    optional: true,
    nullable: true,
    example: exampleId,
    description: 'Only this legal entity; all where null. It stays.',
  })
  legalEntityId?: string | null;
}

export class UpdateApprovalPolicy extends PartialType(PolicyFields) {}

export class ApprovalPolicyView {
  @Ref({ example: exampleId })
  id: string;

  @Text(100, { example: 'Entries from 10,000' })
  name: string;

  @Text(50, { example: 'journal_entry' })
  subjectKind: string;

  @Money({ nullable: true, example: '10000.00' })
  amountFrom: string | null;

  @CurrencyCode({ nullable: true, example: 'EUR' })
  currency: string | null;

  @Ref({ nullable: true, example: exampleId })
  legalEntityId: string | null;

  @Code(60, { nullable: true, example: 'bookkeeper' })
  makerRole: string | null;

  @List(() => ApprovalStepView, { min: 1, max: MOST_STEPS })
  steps: ApprovalStepView[];

  @Flag({ example: true })
  isActive: boolean;

  @Ref({ example: exampleId, description: 'Whoever made it; that gives no say in a request.' })
  createdBy: string;

  @Count(1, 2_147_483_647, {
    example: 1,
    description: 'Counts the changes; also the ETag. A request keeps the version that it was made under.',
  })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;
}

export class ApprovalPolicyList extends ListOf(ApprovalPolicyView) {}
