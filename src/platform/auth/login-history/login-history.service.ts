import { Injectable, Logger } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import type { LoginEvent } from './login-event.js';
import { type LoginEventRow, LoginEventView } from './login-history.dto.js';
import { loginEventColumns } from './login-history.list.js';

const RECORD: Statement = {
  name: 'record_login_event',
  text: `
    INSERT INTO identity.login_event (id, user_id, organization_id, kind, outcome, method, address, user_agent)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** What became of sign-ins and of what guards them: for the person, and for those who answer for its access. */
@Injectable()
export class LoginHistory {
  private readonly logger = new Logger(LoginHistory.name);

  constructor(
    private readonly database: GlobalStatements,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async record(event: LoginEvent): Promise<void> {
    await this.database.rows(RECORD, valuesOf(event));
  }

  /** Together with what it tells of. */
  async recordIn(transaction: Transaction, event: LoginEvent): Promise<void> {
    await transaction.rows(RECORD, valuesOf(event));
  }

  /** Nobody waits for it. */
  note(event: LoginEvent): void {
    this.record(event).catch((error: unknown) =>
      this.logger.warn(`An event of the login history was not recorded: ${String(error)}`),
    );
  }

  /** The person's own, of all organizations. */
  listOf(userId: string, request: ListRequest): Promise<Page<LoginEventView>> {
    return this.list(request, 'identity.login_event event', 'event.user_id = $1', [userId]);
  }

  /**
   * Of the members: sessions of this organization, and what concerns the account as a whole since the person belongs to it
   * and as long; of sessions elsewhere nothing.
   */
  listOfMembers(organizationId: string, request: ListRequest): Promise<Page<LoginEventView>> {
    return this.list(request, OF_MEMBERS, SEEN_HERE, [organizationId]);
  }

  private list(
    request: ListRequest,
    from: string,
    where: string,
    parameters: unknown[],
  ): Promise<Page<LoginEventView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<LoginEventRow>(transaction, {
        columns: loginEventColumns,
        from,
        where,
        parameters,
      });
      return request.page(rows, (row) => LoginEventView.from(row));
    });
  }
}

function valuesOf({ userId, organizationId, kind, outcome, method, caller }: LoginEvent): unknown[] {
  const { address, userAgent } = caller;
  return [newId(), userId, organizationId ?? null, kind, outcome, method ?? null, address, userAgent];
}

const OF_MEMBERS = 'identity.login_event event JOIN identity.membership member ON member.user_id = event.user_id';
const SEEN_HERE = `
  member.organization_id = $1 AND (event.organization_id = $1 OR
    (event.organization_id IS NULL AND member.status = 'active' AND event.occurred_at >= member.created_at))`;
