import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { RateQuestion } from '../contract/exchange-rates.js';
import type { LatestRate, RateRules, RecordedRate } from './derive-rate.js';
import { standardRules } from './rate-policy.js';

type LegRow = Omit<RecordedRate, 'rate'> & { position: number; rate: string };

interface LookUpRow {
  [column: string]: unknown;
  rules: RateRules | null;
  legs: LegRow[] | null;
}

/**
 * The policy, and for each question the latest rate of every pair that its answer may be made of: the pair and its
 * inverse, and both for each of the two steps through the base currency. What was known at an instant is told to the
 * millisecond, as instants are answered.
 */
const LOOK_UP: Statement = {
  name: 'look_up_exchange_rates',
  text: `
    WITH policy AS (
      SELECT base_currency, max_age_days FROM administration.exchange_rate_policy WHERE organization_id = $1
    ), asked AS (
      SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::date[]) WITH ORDINALITY
        AS asked (rate_type, from_currency, to_currency, rate_on, position)
    ), leg AS (
      SELECT DISTINCT asked.position, asked.rate_type, asked.rate_on, pair.from_currency, pair.to_currency
      FROM asked
      LEFT JOIN policy ON true
      CROSS JOIN LATERAL (VALUES
        (asked.from_currency, asked.to_currency), (asked.to_currency, asked.from_currency),
        (asked.from_currency, policy.base_currency), (policy.base_currency, asked.from_currency),
        (asked.to_currency, policy.base_currency), (policy.base_currency, asked.to_currency)
      ) AS pair (from_currency, to_currency)
      WHERE pair.from_currency <> pair.to_currency
    )
    SELECT
      (SELECT json_build_object('baseCurrency', base_currency, 'maxAgeDays', max_age_days) FROM policy) AS rules,
      (SELECT json_agg(json_build_object(
         'position', leg.position, 'id', latest.id, 'fromCurrency', leg.from_currency, 'toCurrency', leg.to_currency,
         'rateOn', latest.rate_on, 'rate', latest.rate::text, 'source', latest.source, 'revision', latest.revision,
         'recordedAt', to_char(latest.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       FROM leg
       CROSS JOIN LATERAL (
         SELECT r.id, r.rate_on, r.rate, r.source, r.revision, r.recorded_at FROM administration.exchange_rate r
         WHERE r.organization_id = $1 AND r.rate_type = leg.rate_type AND r.from_currency = leg.from_currency
           AND r.to_currency = leg.to_currency AND r.rate_on <= leg.rate_on
           AND ($6::timestamptz IS NULL OR date_trunc('milliseconds', r.recorded_at) <= $6)
         ORDER BY r.rate_on DESC, r.revision DESC LIMIT 1) latest) AS legs`,
};

/** What the database knows for a set of questions. */
export interface LookedUp {
  /** As the organization has set them, or the standard ones. */
  rules: RateRules;
  /** By the position of the question. */
  latest: (position: number) => LatestRate;
}

@Injectable()
export class RateLookUps {
  /** @param knownAt instant whose knowledge counts; all that is known now where left out */
  async load(transaction: Transaction, questions: readonly RateQuestion[], knownAt?: string): Promise<LookedUp> {
    const [row] = await transaction.rows<LookUpRow>(LOOK_UP, [
      transaction.organizationId,
      questions.map(({ rateType }) => rateType),
      questions.map(({ fromCurrency }) => fromCurrency),
      questions.map(({ toCurrency }) => toCurrency),
      questions.map(({ rateOn }) => rateOn),
      knownAt ?? null,
    ]);
    const rates = new Map<string, RecordedRate>();
    for (const { position, rate, ...facts } of row!.legs ?? []) {
      rates.set(key(position - 1, facts.fromCurrency, facts.toCurrency), { ...facts, rate: new Decimal(rate) });
    }
    const rules = row!.rules ?? standardRules;
    return { rules, latest: (position) => (from, to) => rates.get(key(position, from, to)) };
  }
}

const key = (position: number, from: string, to: string) => `${position} ${from} ${to}`;
