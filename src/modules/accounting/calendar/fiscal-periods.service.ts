import { Injectable } from '@nestjs/common';
import { approvalProblems } from '#platform/approvals/approvals.problems.js';
import { Approvals } from '#platform/approvals/approvals.service.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { periodEvents } from '../accounting.events.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { PERIOD_REOPENING } from '../accounting.approval-kinds.js';
import type { FiscalPeriod } from './fiscal-period.entity.js';
import { type ChangedFiscalPeriodsView, FiscalPeriodView } from './fiscal-periods.dto.js';
import { fiscalPeriodColumns } from './fiscal-periods.list.js';
import { FiscalPeriodsRepository } from './fiscal-periods.repository.js';
import {
  type PeriodAction,
  periodTransitions,
  planThrough,
  type ThroughAction,
  transitionFault,
} from './period-transitions.js';

const MANAGE = accountingPermissions.managePeriods.name;

interface Reason {
  reason?: string | null;
}

/** Reads the periods of the fiscal years; opens, closes, reopens and locks them, one or all up to one. */
@Injectable()
export class FiscalPeriodsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly periods: FiscalPeriodsRepository,
    private readonly approvals: Approvals,
  ) {}

  list(request: ListRequest): Promise<Page<FiscalPeriodView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<FiscalPeriod>(transaction, {
        columns: fiscalPeriodColumns,
        from: 'accounting.fiscal_period',
        where: 'fiscal_period.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => FiscalPeriodView.from(row));
    });
  }

  find(id: string): Promise<FiscalPeriodView> {
    return this.unitOfWork.read(async (transaction) => FiscalPeriodView.from(await this.periods.get(transaction, id)));
  }

  /** Posting holds the row while it runs, so entries that race with this are either in the books before it or refused. */
  change(action: PeriodAction, id: string, seenVersion: number, { reason = null }: Reason): Promise<FiscalPeriodView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const period = await this.periods.hold(transaction, id);
      requireVersion(period.version, seenVersion);
      const earlier = (await this.periods.through(transaction, period)).slice(0, -1);
      const fault = transitionFault(action, period, earlier);
      if (fault) throw accountingProblems.period_transition(fault);
      if (action === 'reopen') await this.requireNoApproval(transaction, period);
      const [changed] = await this.set(transaction, action, [period], reason);
      return changed!;
    });
  }

  /**
   * A period that can be reopened, while nobody else can change it.
   *
   * @throws Problem not_found, period_transition
   */
  async holdForReopening(transaction: Transaction, id: string): Promise<FiscalPeriod> {
    const period = await this.periods.hold(transaction, id);
    const fault = transitionFault('reopen', period, []);
    if (fault) throw accountingProblems.period_transition(fault);
    return period;
  }

  /** Within the command that approved it. */
  async reopenApproved(transaction: Transaction, id: string, reason: string): Promise<void> {
    await this.set(transaction, 'reopen', [await this.holdForReopening(transaction, id)], reason);
  }

  changeThrough(
    action: ThroughAction,
    id: string,
    seenVersion: number,
    { reason = null }: Reason,
  ): Promise<ChangedFiscalPeriodsView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const named = await this.periods.get(transaction, id);
      await this.periods.holdThrough(transaction, named);
      const periods = await this.periods.through(transaction, named);
      requireVersion(periods.at(-1)!.version, seenVersion);
      const { changed, faults } = planThrough(action, periods);
      if (faults.length > 0) {
        const detail = faults.length === 1 ? faults[0]! : `${faults.length} periods stand in the way; see errors.`;
        const errors = faults.map((message) => ({ pointer: '', code: 'period_transition', message }));
        throw accountingProblems.period_transition(detail, errors.slice(0, 100));
      }
      return { periods: await this.set(transaction, action, changed, reason) };
    });
  }

  /** Closes an open period as a part of closing its fiscal year, in the transaction that does so. */
  async closeWithYear(transaction: Transaction, id: string, reason: string): Promise<void> {
    await this.set(transaction, 'close', [await this.periods.hold(transaction, id)], reason);
  }

  private async requireNoApproval(transaction: Transaction, { legalEntityId }: FiscalPeriod): Promise<void> {
    if (!(await this.approvals.isRequired(transaction, PERIOD_REOPENING, legalEntityId))) return;
    throw approvalProblems.approval_required(
      `A policy asks for an approval of reopening a period: submit it (POST /v1/approval-requests, subjectKind ${PERIOD_REOPENING}).`,
    );
  }

  private async set(
    transaction: Transaction,
    action: PeriodAction,
    periods: readonly FiscalPeriod[],
    reason: string | null,
  ): Promise<FiscalPeriodView[]> {
    const { to } = periodTransitions[action];
    const changed = await this.periods.setStatus(transaction, periods, to, reason);
    for (const { id, legalEntityId, fiscalYearId, startsOn, endsOn } of changed) {
      await transaction.publish(periodEvents[action], id, {
        fiscalPeriodId: id,
        legalEntityId,
        fiscalYearId,
        startsOn,
        endsOn,
      });
    }
    return changed.map((period) => FiscalPeriodView.from(period));
  }
}
