import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { finding } from '../journal/planned-entry.js';
import { noPeriodFault, periodFault } from '../journal/plan-entry.js';
import type { PeriodFact } from '../journal/posting-facts.js';
import { refusal } from '../journal/posting-refusal.js';
import { rightsOf } from '../journal/posting-rights.js';

const FIND_PERIOD: Statement = {
  name: 'find_period_of_day',
  text: `
    SELECT p.id, p.legal_entity_id AS "legalEntityId", p.fiscal_year_id AS "fiscalYearId", p.starts_on AS "startsOn",
           p.ends_on AS "endsOn", p.status, p.is_adjustment AS "isAdjustment", p.fiscal_year_status AS "fiscalYearStatus"
    FROM accounting.fiscal_period p
    WHERE p.organization_id = $1 AND p.legal_entity_id = $2 AND p.starts_on <= $3 AND p.ends_on >= $3 AND NOT p.is_adjustment`,
};

/** When somebody wants a settlement to take effect. */
export interface WantedDate {
  effectiveOn?: string;
  softCloseReason?: string;
}

/** On which day items are settled, or open again. What is settled changes what reports show from that day on. */
@Injectable()
export class SettlementDates {
  constructor(private readonly clock: OrganizationClock) {}

  /**
   * The day that was asked for; where none was, today, or `earliest` where that is later.
   *
   * @throws Problem period_closed, fiscal_year_closed, or entry_refused where no fiscal year holds the day
   */
  async resolve(
    transaction: Transaction,
    legalEntityId: string,
    earliest: string,
    { effectiveOn, softCloseReason }: WantedDate,
  ): Promise<CalendarDate> {
    const date = (effectiveOn ?? (await this.todayOr(transaction, earliest))) as CalendarDate;
    const [period] = await transaction.rows<PeriodFact & Record<string, unknown>>(FIND_PERIOD, [
      transaction.organizationId,
      legalEntityId,
      date,
    ]);
    const fault = period
      ? periodFault(period, softCloseReason, rightsOf(transaction.acting))
      : noPeriodFault(date, false);
    if (fault) throw refusal([finding('', 'effectiveOn', fault.code, fault.message)]);
    return date;
  }

  today(transaction: Transaction): Promise<CalendarDate> {
    return this.clock.today(transaction);
  }

  private async todayOr(transaction: Transaction, earliest: string): Promise<string> {
    const today = await this.clock.today(transaction);
    return today < earliest ? earliest : today;
  }
}
