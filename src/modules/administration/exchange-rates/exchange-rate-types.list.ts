import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

export const exchangeRateTypeList = defineList({
  name: 'exchangeRateType',
  id: 'exchange_rate_type.id',
  updatedAt: 'exchange_rate_type.updated_at',
  filters: {
    code: filter.text('exchange_rate_type.code', { description: 'The type with this code.', example: 'customs' }),
  },
  sorts: { code: { column: 'exchange_rate_type.code', type: 'text' } },
  defaultSort: 'code',
});

export const exchangeRateTypeColumns = `
  exchange_rate_type.id, exchange_rate_type.code, exchange_rate_type.name, exchange_rate_type.version,
  exchange_rate_type.created_at AS "createdAt", exchange_rate_type.updated_at AS "updatedAt"`;
