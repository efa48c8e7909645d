import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';
import { OrganizationClock } from '../organizations/organization-clock.js';
import { RequestChanges, type ToldRequest } from './requests/request-changes.repository.js';

const FIND_ORGANIZATIONS = "SELECT DISTINCT organization_id FROM platform.approval_request WHERE state = 'pending'";

const NEXT_DUE = `
  SELECT least(min(s.expires_on) FILTER (WHERE s.expires_on > $2::timestamp::date),
               min(s.escalates_on) FILTER (WHERE s.escalates_on > $2::timestamp::date AND s.escalated_on IS NULL)
         )::timestamp::text AS due
  FROM platform.approval_request r
  JOIN platform.approval_request_step s
    ON s.organization_id = r.organization_id AND s.request_id = r.id AND s.number = r.current_step
  WHERE r.organization_id = $1 AND r.state = 'pending'`;

/** Of one transaction; what is left waits for the next one. */
const MOST = 500;

/** Requests of which somebody decides at this moment are left to the next run. */
const HOLD_DUE: Statement = {
  name: 'hold_due_approval_requests',
  text: `
    SELECT r.id, r.subject_kind AS "subjectKind", r.subject_id AS "subjectId", r.maker_id AS "makerId", r.state,
           r.current_step AS "currentStep", s.expires_on IS NOT NULL AND s.expires_on <= $2 AS "isExpired"
    FROM platform.approval_request r
    JOIN platform.approval_request_step s
      ON s.organization_id = r.organization_id AND s.request_id = r.id AND s.number = r.current_step
    WHERE r.organization_id = $1 AND r.state = 'pending'
      AND (s.expires_on <= $2 OR (s.escalates_on <= $2 AND s.escalated_on IS NULL))
    ORDER BY r.created_at, r.id LIMIT $3 FOR UPDATE OF r SKIP LOCKED`,
};

interface DueRequest extends ToldRequest {
  isExpired: boolean;
  [column: string]: unknown;
}

/** Every hour, by the clock of each organization: lets others decide what has waited too long, and ends what nobody decided. */
@Injectable()
export class DueApprovalsJob implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly changes: RequestChanges,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'run_due_approvals',
      schedule: '41 * * * *',
      fill: '1h',
      organizations: FIND_ORGANIZATIONS,
      nextDue: NEXT_DUE,
      run: () => this.runAll(),
    });
  }

  private async runAll(): Promise<void> {
    let done: number;
    do {
      done = await this.unitOfWork.run('platform.approval_request.run_due', (transaction) => this.runSome(transaction));
    } while (done === MOST);
  }

  private async runSome(transaction: Transaction): Promise<number> {
    const today = await this.clock.today(transaction);
    const due = await transaction.rows<DueRequest>(HOLD_DUE, [transaction.organizationId, today, MOST]);
    for (const request of due) {
      if (request.isExpired) {
        const reason = 'Nobody decided within the days that the policy allows.';
        await this.changes.end(transaction, request, { state: 'expired', reason, by: null });
      } else {
        await this.changes.escalate(transaction, request, today);
      }
    }
    return due.length;
  }
}
