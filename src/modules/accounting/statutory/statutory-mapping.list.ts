import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { accountTypes, activeStatuses } from '../chart/account-type.js';

/** Accounts that take postings, each with its line in one statutory chart, if it has one. */
export const statutoryMappingList = defineList({
  name: 'statutoryMapping',
  id: 'account.id',
  updatedAt: 'greatest(account.updated_at, mapping.updated_at)',
  filters: {
    legalEntityId: filter.ref('account.legal_entity_id', {
      description: 'Accounts of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    accountCode: filter.text('account.code', {
      prefix: true,
      description: 'Accounts with this code.',
      example: '1930',
    }),
    type: filter.choice('account.type', accountTypes, {
      name: 'AccountType',
      description: 'Accounts of this type.',
      example: 'asset',
    }),
    status: filter.choice('account.status', activeStatuses, {
      name: 'AccountStatus',
      description: 'Accounts with this status.',
      example: 'active',
    }),
    isMapped: filter.flag('(mapping.id IS NOT NULL)', {
      description: 'Accounts that belong to a line, or those that do not yet.',
      example: 'false',
    }),
    lineCode: filter.text('line.code', { prefix: true, description: 'Accounts of this line.', example: '512' }),
  },
  sorts: { accountCode: { column: 'account.code COLLATE "C"', type: 'text' } },
  defaultSort: 'accountCode',
});

export const statutoryMappingColumns = `
  account.id AS "accountId", account.legal_entity_id AS "legalEntityId", account.code AS "accountCode",
  account.name AS "accountName", account.type, account.status, line.id AS "lineId", line.code AS "lineCode",
  line.name AS "lineName"`;

/** `$1` is the organization, `$2` the chart. */
export const statutoryMappingTables = `
  accounting.account
  LEFT JOIN accounting.statutory_mapping mapping
    ON mapping.organization_id = account.organization_id AND mapping.chart_id = $2 AND mapping.account_id = account.id
  LEFT JOIN accounting.statutory_line line
    ON line.organization_id = mapping.organization_id AND line.id = mapping.line_id`;
