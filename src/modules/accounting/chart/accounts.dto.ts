import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Flag, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import {
  type AccountControl,
  accountControls,
  type AccountType,
  accountTypes,
  type ActiveStatus,
  activeStatuses,
} from './account-type.js';
import type { Account } from './account.entity.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

class AccountFields {
  @Code(20, {
    example: '1930',
    pattern: '^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$',
    words: 'letters and digits, with . _ - between them',
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
}

export class UpdateAccount extends PartialType(EditableAccountFields) {}

export class AccountView extends AccountFields {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(accountControls, { name: 'AccountControl', example: 'none' })
  control: AccountControl;

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
    const { id, legalEntityId, code, name, type, control, isGroup, parentId, status, version } = account;
    const [createdAt, updatedAt] = [account.createdAt.toISOString(), account.updatedAt.toISOString()];
    return { id, legalEntityId, code, name, type, control, isGroup, parentId, status, version, createdAt, updatedAt };
  }
}

export class AccountList extends ListOf(AccountView) {}
