import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { ExchangeRateFields, ExchangeRateView } from './exchange-rates.dto.js';
import { exchangeRateColumns } from './exchange-rates.list.js';
import type { CurrentRate, RateToRecord } from './plan-rates.js';

type RateRow = Omit<ExchangeRateView, 'recordedAt'> & { recordedAt: Date };
type CurrentRow = Omit<CurrentRate, 'rate'> & { position: number; rate: string };

const SELECT_RATE: Statement = {
  name: 'select_exchange_rate',
  text: [
    'SELECT',
    exchangeRateColumns,
    'FROM administration.exchange_rate WHERE exchange_rate.organization_id = $1 AND exchange_rate.id = $2',
  ].join(' '),
};
const SELECT_CURRENT: Statement = {
  name: 'select_current_exchange_rates',
  text: `
    SELECT asked.position::integer, current.rate::text, current.source, current.revision
    FROM unnest($2::text[], $3::text[], $4::text[], $5::date[]) WITH ORDINALITY
      AS asked (rate_type, from_currency, to_currency, rate_on, position)
    CROSS JOIN LATERAL (
      SELECT r.rate, r.source, r.revision FROM administration.exchange_rate r
      WHERE r.organization_id = $1 AND r.rate_type = asked.rate_type AND r.from_currency = asked.from_currency
        AND r.to_currency = asked.to_currency AND r.rate_on = asked.rate_on
      ORDER BY r.revision DESC LIMIT 1) current`,
};
const SELECT_TYPES: Statement = {
  name: 'select_exchange_rate_types',
  text: 'SELECT code FROM administration.exchange_rate_type WHERE organization_id = $1 AND code = ANY ($2)',
};
const INSERT_RATES: Statement = {
  name: 'insert_exchange_rates',
  text: `
    INSERT INTO administration.exchange_rate
      (organization_id, id, rate_type, from_currency, to_currency, rate_on, rate, source, revision, actor_id, action,
       request_id)
    SELECT $1, new.id, new.rate_type, new.from_currency, new.to_currency, new.rate_on, new.rate, new.source, new.revision,
           $2, $3, $4
    FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::numeric[], $11::text[], $12::integer[])
      AS new (id, rate_type, from_currency, to_currency, rate_on, rate, source, revision)`,
};

/** Reads and writes recorded rates. */
@Injectable()
export class ExchangeRatesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<ExchangeRateView>> {
    return request.page(
      await request.rows<RateRow>(transaction, {
        columns: exchangeRateColumns,
        from: 'administration.exchange_rate',
        where: 'exchange_rate.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<ExchangeRateView> {
    const [row] = await transaction.rows<RateRow>(SELECT_RATE, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no exchange rate ${id}.`);
    return viewOf(row);
  }

  /** What is recorded for each of the given now, in their order. */
  async current(transaction: Transaction, given: readonly ExchangeRateFields[]): Promise<(CurrentRate | undefined)[]> {
    const rows = await transaction.rows<CurrentRow>(SELECT_CURRENT, [transaction.organizationId, ...keysOf(given)]);
    const byPosition = new Map(rows.map((row) => [row.position - 1, row]));
    return given.map((_, index) => {
      const row = byPosition.get(index);
      return row && { rate: new Decimal(row.rate), source: row.source, revision: row.revision };
    });
  }

  /** Which of the codes are types of the organization's own. */
  async ownTypes(transaction: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await transaction.rows<{ code: string }>(SELECT_TYPES, [transaction.organizationId, codes]);
    return new Set(rows.map(({ code }) => code));
  }

  /** Records all of them in one statement; gives their ids. */
  async insert(transaction: Transaction, action: string, rates: readonly RateToRecord[]): Promise<string[]> {
    const { organizationId, acting } = transaction;
    const ids = rates.map(() => newId());
    await transaction.rows(INSERT_RATES, [
      organizationId,
      acting.actorId,
      action,
      acting.requestId,
      ids,
      ...keysOf(rates),
      rates.map(({ rate }) => rate.toString()),
      rates.map(({ source }) => source),
      rates.map(({ revision }) => revision),
    ]);
    return ids;
  }
}

type Key = Pick<ExchangeRateFields, 'rateType' | 'fromCurrency' | 'toCurrency' | 'rateOn'>;

const keysOf = (keys: readonly Key[]): [string[], string[], string[], string[]] => [
  keys.map(({ rateType }) => rateType),
  keys.map(({ fromCurrency }) => fromCurrency),
  keys.map(({ toCurrency }) => toCurrency),
  keys.map(({ rateOn }) => rateOn),
];

function viewOf(row: RateRow): ExchangeRateView {
  return {
    id: row.id,
    rateType: row.rateType,
    fromCurrency: row.fromCurrency,
    toCurrency: row.toCurrency,
    rateOn: row.rateOn,
    rate: row.rate,
    source: row.source,
    revision: row.revision,
    isCurrent: row.isCurrent,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
  };
}
