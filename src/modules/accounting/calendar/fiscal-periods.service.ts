import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, ListRow, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { FiscalPeriod } from './fiscal-period.entity.js';
import { FiscalPeriodView } from './fiscal-periods.dto.js';
import { fiscalPeriodColumns } from './fiscal-periods.list.js';
import { type PeriodAction, periodTransitions, transitionFault } from './period-transitions.js';

const MANAGE = accountingPermissions.managePeriods.name;

/** Reads the periods of the fiscal years; closes, reopens and locks them. */
@Injectable()
export class FiscalPeriodsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<FiscalPeriodView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { text, parameters } = request.select({
        columns: fiscalPeriodColumns,
        from: 'accounting.fiscal_period',
        where: 'fiscal_period.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      const rows = await transaction.query<FiscalPeriod & ListRow>(text, parameters);
      return request.page(rows, (row) => FiscalPeriodView.from(row));
    });
  }

  find(id: string): Promise<FiscalPeriodView> {
    return this.unitOfWork.read(async (transaction) => FiscalPeriodView.from(await load(transaction, id)));
  }

  /** Posting holds the row while it runs, so entries that race with this are either in the books before it or refused. */
  change(
    action: PeriodAction,
    id: string,
    expectedVersion: number,
    { reason = null }: { reason?: string | null },
  ): Promise<FiscalPeriodView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const period = await load(transaction, id, 'pessimistic_write');
      requireVersion(period.version, expectedVersion);
      const fault = transitionFault(action, period);
      if (fault) throw accountingProblems.period_transition(fault);
      const { to, event } = periodTransitions[action];
      const changed = await transaction.manager.save(Object.assign(period, { status: to, statusReason: reason }));
      const { legalEntityId, fiscalYearId, startsOn, endsOn } = changed;
      await transaction.publish({
        id: newId(),
        type: `accounting.fiscal_period.${event}.v1`,
        subject: id,
        data: { fiscalPeriodId: id, legalEntityId, fiscalYearId, startsOn, endsOn },
      });
      return FiscalPeriodView.from(changed);
    });
  }
}

async function load(
  { organizationId, manager }: Transaction,
  id: string,
  mode?: 'pessimistic_write',
): Promise<FiscalPeriod> {
  const period = await manager.findOne(FiscalPeriod, { where: { organizationId, id }, lock: mode && { mode } });
  if (!period) throw platformProblems.not_found(`There is no fiscal period ${id}.`);
  return period;
}
