import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { postingPurposes } from './posting-purposes.js';

export const postingAccountList = defineList({
  name: 'postingAccount',
  id: 'posting.id',
  updatedAt: 'posting.updated_at',
  filters: {
    legalEntityId: filter.ref('posting.legal_entity_id', {
      description: 'Posting accounts of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    purpose: filter.choice('posting.purpose', postingPurposes, {
      name: 'PostingPurpose',
      description: 'Posting accounts for this purpose.',
      example: 'receivables',
    }),
    accountCode: filter.text('account.code', {
      prefix: true,
      description: 'Purposes of the accounts with this code.',
      example: '1100',
    }),
  },
  sorts: {
    purpose: { column: 'posting.purpose COLLATE "C"', type: 'text' },
    accountCode: { column: 'account.code COLLATE "C"', type: 'text' },
  },
  defaultSort: 'purpose',
});

export const postingAccountColumns = `
  posting.id, posting.legal_entity_id AS "legalEntityId", posting.purpose, posting.account_id AS "accountId",
  account.code AS "accountCode", account.name AS "accountName", posting.version, posting.created_at AS "createdAt",
  posting.updated_at AS "updatedAt"`;

export const postingAccountSource = `
  accounting.posting_account AS posting
  JOIN accounting.account ON account.organization_id = posting.organization_id AND account.id = posting.account_id`;
