import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { FiscalPeriod } from './fiscal-period.entity.js';
import { fiscalPeriodColumns } from './fiscal-periods.list.js';
import type { PeriodStatus } from './period-transitions.js';

/** A period of the legal entity that is not after the one with this start and number. */
const NOT_AFTER =
  'fiscal_period.organization_id = $1 AND fiscal_period.legal_entity_id = $2 AND (fiscal_period.starts_on, fiscal_period.number) <= ($3, $4)';

// In the order in which posting locks periods, so that the two never wait for each other in a circle.
const HOLD_THROUGH: Statement = {
  name: 'hold_fiscal_periods_through',
  text: ['SELECT FROM accounting.fiscal_period WHERE', NOT_AFTER, 'ORDER BY fiscal_period.id FOR UPDATE'].join(' '),
};
const FIND_THROUGH: Statement = {
  name: 'find_fiscal_periods_through',
  text: [
    'SELECT',
    fiscalPeriodColumns,
    'FROM accounting.fiscal_period WHERE',
    NOT_AFTER,
    'ORDER BY fiscal_period.starts_on, fiscal_period.number',
  ].join(' '),
};
const SET_STATUS: Statement = {
  name: 'set_fiscal_period_status',
  text: [
    `UPDATE accounting.fiscal_period
     SET status = $3, status_reason = $4, version = fiscal_period.version + 1, updated_at = now()
     WHERE fiscal_period.organization_id = $1 AND fiscal_period.id = ANY ($2) RETURNING`,
    fiscalPeriodColumns,
  ].join(' '),
};

type PeriodRow = FiscalPeriod & { [column: string]: unknown };

/** Fiscal periods in the order of the calendar; an adjustment period comes after the last one of its year. */
@Injectable()
export class FiscalPeriodsRepository {
  /** @throws Problem not_found */
  get(transaction: Transaction, id: string): Promise<FiscalPeriod> {
    return load(transaction, id);
  }

  /**
   * The period, locked until the transaction ends.
   *
   * @throws Problem not_found
   */
  hold(transaction: Transaction, id: string): Promise<FiscalPeriod> {
    return load(transaction, id, 'pessimistic_write');
  }

  /** Locks the periods of the legal entity up to this one. */
  async holdThrough(transaction: Transaction, period: FiscalPeriod): Promise<void> {
    await transaction.rows(HOLD_THROUGH, placeOf(transaction, period));
  }

  /** The periods of the legal entity up to this one, of earlier years as well, in order. */
  through(transaction: Transaction, period: FiscalPeriod): Promise<FiscalPeriod[]> {
    return transaction.rows<PeriodRow>(FIND_THROUGH, placeOf(transaction, period));
  }

  /** @returns the periods as they are then, in the order that they were given in */
  async setStatus(
    transaction: Transaction,
    periods: readonly FiscalPeriod[],
    status: PeriodStatus,
    reason: string | null,
  ): Promise<FiscalPeriod[]> {
    const ids = periods.map(({ id }) => id);
    const values = [transaction.organizationId, ids, status, reason];
    const changed = await transaction.rows<PeriodRow>(SET_STATUS, values);
    return changed.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }
}

const placeOf = ({ organizationId }: Transaction, { legalEntityId, startsOn, number }: FiscalPeriod) => [
  organizationId,
  legalEntityId,
  startsOn,
  number,
];

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<FiscalPeriod> {
  const period = await manager.findOne(FiscalPeriod, { where: { organizationId, id }, lock: mode && { mode } });
  if (!period) throw platformProblems.not_found(`There is no fiscal period ${id}.`);
  return period;
}
