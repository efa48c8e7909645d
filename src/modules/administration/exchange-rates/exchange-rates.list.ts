import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';

// For each that is listed: as EXISTS, all later revisions there are could be read for one page.
const NO_LATER_REVISION = `
  ((SELECT true FROM administration.exchange_rate AS later
    WHERE later.organization_id = exchange_rate.organization_id AND later.rate_type = exchange_rate.rate_type
      AND later.from_currency = exchange_rate.from_currency AND later.to_currency = exchange_rate.to_currency
      AND later.rate_on = exchange_rate.rate_on AND later.revision = exchange_rate.revision + 1 LIMIT 1) IS NULL)`;

export const exchangeRateList = defineList({
  name: 'exchangeRate',
  id: 'exchange_rate.id',
  updatedAt: 'exchange_rate.recorded_at',
  filters: {
    rateType: filter.text('exchange_rate.rate_type', { description: 'Rates of this type.', example: 'spot' }),
    fromCurrency: filter.text('exchange_rate.from_currency', {
      description: 'Rates from this currency.',
      example: 'EUR',
    }),
    toCurrency: filter.text('exchange_rate.to_currency', { description: 'Rates to this currency.', example: 'SEK' }),
    rateOn: filter.date('exchange_rate.rate_on', { description: 'Rates for this day.', example: '2026-01-30' }),
    source: filter.text('exchange_rate.source', { description: 'Rates from this source.', example: 'ECB' }),
    isCurrent: filter.flag(NO_LATER_REVISION, {
      description: 'Rates that hold, or those that were corrected.',
      example: 'true',
    }),
  },
  sorts: { rateOn: { column: 'exchange_rate.rate_on', type: 'date' } },
  defaultSort: '-rateOn',
});

export const exchangeRateColumns = [
  `exchange_rate.id, exchange_rate.rate_type AS "rateType", exchange_rate.from_currency AS "fromCurrency",
  exchange_rate.to_currency AS "toCurrency", exchange_rate.rate_on AS "rateOn", exchange_rate.rate::text AS rate,
  exchange_rate.source, exchange_rate.revision, exchange_rate.actor_id AS "recordedBy",
  exchange_rate.recorded_at AS "recordedAt",`,
  NO_LATER_REVISION,
  'AS "isCurrent"',
].join(' ');
