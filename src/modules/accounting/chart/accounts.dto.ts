import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, CurrencyCode, Flag, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { accountCode } from './account-code.js';
import {
  type AccountClass,
  accountClasses,
  accountClassOf,
  type AccountSubtype,
  allAccountSubtypes,
} from './account-subtype.js';
import {
  type AccountControl,
  accountControls,
  type AccountType,
  accountTypes,
  type ActiveStatus,
  activeStatuses,
} from './account-type.js';
import type { Account } from './account.entity.js';
import { type CashFlowSection, cashFlowSections } from './cash-flow-section.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class AccountFields {
  @Code(20, {
    ...accountCode,
    example: '1930',
    description: 'Number of the account, unique in the legal entity and fixed for good. Case counts.',
  })
  code: string;

  @Text(200, { example: 'Business account' })
  name: string;

  @Choice(accountTypes, {
    name: 'AccountType',
    example: 'asset',
    description: 'What the account is in the financial statements; fixed for good.',
  })
  type: AccountType;
}

export class CreateAccount extends AccountFields {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;

  @Choice(allAccountSubtypes, {
    name: 'AccountSubtype',
    optional: true,
    example: 'bank',
    description: 'What the account is within its type; none where left out. Groups have none.',
  })
  subtype?: AccountSubtype;

  @Choice(cashFlowSections, {
    name: 'CashFlowSection',
    optional: true,
    example: 'investing',
    description:
      'Where the statement of cash flows shows the account; where left out, its type and sub-type say. `cash` is for assets and liabilities, `exchange_differences` for income and expenses. Groups have none.',
  })
  cashFlowSection?: CashFlowSection;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description:
      'The only currency that lines of the account may have; any where left out. Assets and liabilities that take postings only.',
  })
  currency?: string;

  @Choice(accountControls, {
    name: 'AccountControl',
    optional: true,
    example: 'none',
    description:
      'What the account controls: a bank account, or the ledger of customers or suppliers. Assets and liabilities only; fixed for good; `none` where left out.',
  })
  control?: AccountControl;

  @Flag({
    optional: true,
    example: false,
    description: 'A group sums up the accounts below it and takes no postings itself; `false` where left out.',
  })
  isGroup?: boolean;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'The group that the account belongs to, of the same legal entity and type. This or `parentCode`.',
  })
  parentId?: string;

  @Code(20, { optional: true, example: '19', description: 'The group by its code. This or `parentId`.' })
  parentCode?: string;
}

class EditableAccountFields extends PickType(AccountFields, ['name']) {
  @Choice(activeStatuses, {
    name: 'AccountStatus',
    example: 'active',
    description:
      'An inactive account takes no postings. A group with active accounts below it and an account that the books name stay active.',
  })
  status: ActiveStatus;

  @Choice(allAccountSubtypes, {
    name: 'AccountSubtype',
    nullable: true,
    example: 'bank',
    description: 'One of the sub-types of the account’s type; null takes it away.',
  })
  subtype: AccountSubtype | null;

  @Choice(cashFlowSections, {
    name: 'CashFlowSection',
    nullable: true,
    example: 'investing',
    description: 'Where the statement of cash flows shows the account; null leaves it to type and sub-type.',
  })
  cashFlowSection: CashFlowSection | null;

  @CurrencyCode({
    nullable: true,
    example: 'EUR',
    description:
      'The only currency that lines of the account may have, as long as it has none in another; null lets it take any.',
  })
  currency: string | null;
}

export class UpdateAccount extends PartialType(EditableAccountFields) {}

export class AccountView extends AccountFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(allAccountSubtypes, {
    name: 'AccountSubtype',
    nullable: true,
    example: 'bank',
    description: 'What the account is within its type; null where nobody said.',
  })
  subtype: AccountSubtype | null;

  @Choice(accountClasses, {
    name: 'AccountClass',
    nullable: true,
    example: 'current',
    description:
      'Follows from type and sub-type: current or non-current (IAS 1), equity, operating, finance or income tax; null where the sub-type is missing.',
  })
  classification: AccountClass | null;

  @Choice(cashFlowSections, {
    name: 'CashFlowSection',
    nullable: true,
    example: 'investing',
    description:
      'Where the statement of cash flows shows the account, as somebody chose; null where type and sub-type say.',
  })
  cashFlowSection: CashFlowSection | null;

  @Choice(accountControls, { name: 'AccountControl', example: 'none' })
  control: AccountControl;

  @CurrencyCode({ nullable: true, example: 'EUR', description: 'The only currency of its lines; null takes any.' })
  currency: string | null;

  @Flag({ example: false, description: 'Whether it sums up the accounts below it and takes no postings itself.' })
  isGroup: boolean;

  @Ref({ nullable: true, example: exampleId, description: 'The group that the account belongs to.' })
  parentId: string | null;

  @Choice(activeStatuses, { name: 'AccountStatus', example: 'active' })
  status: ActiveStatus;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(account: Account): AccountView {
    const { id, legalEntityId, code, name, type, subtype, cashFlowSection, control, currency } = account;
    const { isGroup, parentId, status, version } = account;
    const classification = accountClassOf(type, subtype);
    const kind = { type, subtype, classification, cashFlowSection, control, currency, isGroup };
    const [createdAt, updatedAt] = [account.createdAt.toISOString(), account.updatedAt.toISOString()];
    return { id, legalEntityId, code, name, ...kind, parentId, status, version, createdAt, updatedAt };
  }
}

export class AccountList extends ListOf(AccountView) {}
