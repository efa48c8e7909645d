import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { ACCOUNT } from '../annotations/accounting-subjects.js';
import { allAccountSubtypes } from './account-subtype.js';
import { accountControls, accountTypes, activeStatuses } from './account-type.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const accountList = defineList({
  name: 'account',
  id: 'account.id',
  updatedAt: 'account.updated_at',
  filters: {
    legalEntityId: filter.ref('account.legal_entity_id', {
      description: 'Accounts of this legal entity.',
      example: exampleId,
    }),
    code: filter.text('account.code', { prefix: true, description: 'Accounts with this code.', example: '1930' }),
    type: filter.choice('account.type', accountTypes, {
      name: 'AccountType',
      description: 'Accounts of this type.',
      example: 'asset',
    }),
    subtype: filter.choice('account.subtype', allAccountSubtypes, {
      name: 'AccountSubtype',
      description: 'Accounts of this sub-type.',
      example: 'bank',
    }),
    currency: filter.text('account.currency', {
      description: 'Accounts that take lines in this currency only.',
      example: 'USD',
    }),
    control: filter.choice('account.control', accountControls, {
      name: 'AccountControl',
      description: 'Accounts that control this.',
      example: 'bank',
    }),
    status: filter.choice('account.status', activeStatuses, {
      name: 'AccountStatus',
      description: 'Accounts with this status.',
      example: 'active',
    }),
    isGroup: filter.flag('account.is_group', {
      description: 'Groups only, or accounts that take postings only.',
      example: 'false',
    }),
    parentId: filter.ref('account.parent_id', {
      description: 'Accounts directly below this group.',
      example: exampleId,
    }),
    tagId: taggedFilter(ACCOUNT, 'account'),
  },
  sorts: {
    // By code point on every server: 1930 before 1930.1 before 194.
    code: { column: 'account.code COLLATE "C"', type: 'text' },
    name: { column: 'account.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const accountColumns = `
  account.id, account.legal_entity_id AS "legalEntityId", account.code, account.name, account.type, account.subtype,
  account.cash_flow_section AS "cashFlowSection", account.control, account.currency, account.is_group AS "isGroup", account.parent_id AS "parentId", account.status, account.version,
  account.created_at AS "createdAt", account.updated_at AS "updatedAt"`;
