import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type PostingPurpose, postingPurposeRules, postingPurposes } from './posting-purposes.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

const purposesInWords = postingPurposes
  .map((purpose) => {
    const { description, types, controls } = postingPurposeRules[purpose];
    const control = controls[0] === 'none' ? '' : `, control ${controls.join(' or ')}`;
    return `\`${purpose}\`: ${description} (${types.join(' or ')}${control})`;
  })
  .join('; ');

export class CreatePostingAccount {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'May be left out when the organization has one legal entity.',
  })
  legalEntityId?: string;

  @Choice(postingPurposes, {
    name: 'PostingPurpose',
    example: 'receivables',
    description: `What documents post to the account. A legal entity names one account for each purpose. ${purposesInWords}.`,
  })
  purpose: PostingPurpose;

  @Code(20, {
    example: '1100',
    description:
      'Code of an active account of the legal entity that takes postings and fits the purpose by type and control.',
  })
  accountCode: string;
}

export class UpdatePostingAccount extends PartialType(PickType(CreatePostingAccount, ['accountCode'])) {}

/** A posting account as the database gives it. */
export interface PostingAccountRow {
  id: string;
  legalEntityId: string;
  purpose: PostingPurpose;
  accountId: string;
  accountCode: string;
  accountName: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PostingAccountView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(postingPurposes, { name: 'PostingPurpose', example: 'receivables' })
  purpose: PostingPurpose;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1100' })
  accountCode: string;

  @Text(200, { example: 'Trade receivables' })
  accountName: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z' })
  updatedAt: string;

  static from(row: PostingAccountRow): PostingAccountView {
    const { id, legalEntityId, purpose, accountId, accountCode, accountName, version } = row;
    const [createdAt, updatedAt] = [row.createdAt.toISOString(), row.updatedAt.toISOString()];
    return { id, legalEntityId, purpose, accountId, accountCode, accountName, version, createdAt, updatedAt };
  }
}

export class PostingAccountList extends ListOf(PostingAccountView) {}
