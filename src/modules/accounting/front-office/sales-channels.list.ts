import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from '../chart/account-type.js';

export const salesChannelList = defineList({
  name: 'salesChannel',
  id: 'channel.id',
  updatedAt: 'channel.updated_at',
  filters: {
    legalEntityId: filter.ref('channel.legal_entity_id', {
      description: 'Sales channels of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('channel.code', { description: 'Sales channels with this code.', example: 'webshop' }),
    status: filter.choice('channel.status', activeStatuses, {
      name: 'SalesChannelStatus',
      description: 'Sales channels with this status.',
      example: 'active',
    }),
  },
  sorts: { code: { column: 'channel.code', type: 'text' } },
  defaultSort: 'code',
});

/** Accounts by their codes, as people name them. */
export const salesChannelColumns = `
  channel.id, channel.legal_entity_id AS "legalEntityId", channel.code, channel.name,
  channel.totals_tolerance::text AS "totalsTolerance",
  (SELECT coalesce(json_agg(rule - 'accountId' || jsonb_build_object('accountCode', a.code) ORDER BY place), '[]')
   FROM jsonb_array_elements(channel.account_rules) WITH ORDINALITY AS r (rule, place)
   JOIN accounting.account a ON a.organization_id = channel.organization_id AND a.id = (rule ->> 'accountId')::uuid) AS "accountRules",
  (SELECT coalesce(json_agg(method - 'accountId' || jsonb_build_object('accountCode', a.code) ORDER BY place), '[]')
   FROM jsonb_array_elements(channel.payment_methods) WITH ORDINALITY AS m (method, place)
   JOIN accounting.account a ON a.organization_id = channel.organization_id AND a.id = (method ->> 'accountId')::uuid) AS "paymentMethods",
  channel.status, channel.version, channel.created_at AS "createdAt", channel.updated_at AS "updatedAt"`;
