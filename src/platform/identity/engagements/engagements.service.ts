import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { EngagementGrants } from './engagement-grants.service.js';
import { identityPermissions } from '../identity.permissions.js';
import { identityProblems } from '../identity.problems.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { type EngagementDates, faultsOfDates, isOver } from './engagement-dates.js';
import { Engagement } from './engagement.entity.js';
import {
  type CreateEngagement,
  type EngagementRow,
  EngagementView,
  type NewEngagementView,
  type UpdateEngagement,
} from './engagements.dto.js';
import { engagementColumns, engagementSource } from './engagements.list.js';

const MANAGE = identityPermissions.manageEngagements.name;

const FIND: Statement = {
  name: 'find_engagement',
  text: [
    'SELECT',
    engagementColumns,
    'FROM',
    engagementSource,
    'WHERE engagement.organization_id = $1 AND engagement.id = $2',
  ].join(' '),
};
const FIND_MEMBER: Statement = {
  name: 'find_member_by_email',
  text: `
    SELECT m.user_id AS id, m.is_engaged AS "isEngaged"
    FROM identity.membership m JOIN identity.user_account u ON u.id = m.user_id
    WHERE m.organization_id = $1 AND m.status = 'active' AND u.email = $2`,
};

/** People of other firms who act in the organization from a day to a day, for some modules. */
@Injectable()
export class EngagementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: EngagementGrants,
    private readonly clock: OrganizationClock,
    private readonly invitations: InvitationsService,
  ) {}

  list(request: ListRequest): Promise<Page<EngagementView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<EngagementRow>(transaction, {
        columns: engagementColumns,
        from: engagementSource,
        where: 'engagement.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => EngagementView.from(row));
    });
  }

  find(id: string): Promise<EngagementView> {
    return this.unitOfWork.read((transaction) => read(transaction, id));
  }

  create({ email: address, validDays, language, ...fields }: CreateEngagement): Promise<NewEngagementView> {
    const email = address.toLowerCase();
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      await this.grants.requireScope(transaction, fields);
      await this.requireDates(transaction, fields);
      const userId = await findEngaged(transaction, email);
      const { acting, organizationId, manager } = transaction;
      const id = newId();
      await manager.insert(Engagement, { ...fields, organizationId, id, userId, createdBy: acting.personId });
      const token = userId
        ? ''
        : await this.invitations.inviteEngaged(transaction, { email, engagementId: id, validDays, language });
      return { ...(await read(transaction, id)), token };
    });
  }

  update(id: string, expectedVersion: number, body: UpdateEngagement): Promise<EngagementView> {
    const { roles, modules, legalEntityIds, startsOn, endsOn } = body;
    return this.change(id, expectedVersion, async (transaction, engagement, today) => {
      if (roles ?? modules ?? startsOn ?? endsOn ?? legalEntityIds !== undefined) {
        const after = { ...engagement, ...body };
        await this.grants.requireScope(transaction, after);
        refuseFaults(after, today, engagement);
      }
      return body;
    });
  }

  /** The database ends the sessions with it, and the invitation that is open. */
  end(id: string, expectedVersion: number): Promise<EngagementView> {
    return this.change(id, expectedVersion, async ({ acting, startedAt }) => ({
      endedAt: await startedAt,
      endedBy: acting.personId,
    }));
  }

  private change(
    id: string,
    expectedVersion: number,
    decide: (transaction: Transaction, engagement: Engagement, today: CalendarDate) => Promise<Partial<Engagement>>,
  ): Promise<EngagementView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const engagement = await lock(transaction, id);
      requireVersion(engagement.version, expectedVersion);
      const today = await this.clock.today(transaction);
      if (isOver(engagement, today)) {
        throw identityProblems.engagement_ended('The engagement has ended, which is final: make another one.');
      }
      await transaction.manager.save(Object.assign(engagement, await decide(transaction, engagement, today)));
      return read(transaction, id);
    });
  }

  private async requireDates(transaction: Transaction, dates: EngagementDates): Promise<void> {
    refuseFaults(dates, await this.clock.today(transaction));
  }
}

/** @throws Problem validation_failed */
function refuseFaults(dates: EngagementDates, today: CalendarDate, before?: EngagementDates): void {
  const faults = faultsOfDates(dates, today, before);
  if (faults.length > 0) throw platformProblems.validation_failed(faults[0]!.message, faults);
}

/** The person where they are engaged here already; null where they are to be invited. */
async function findEngaged(transaction: Transaction, email: string): Promise<string | null> {
  const values = [transaction.organizationId, email];
  const [member] = await transaction.rows<{ id: string; isEngaged: boolean }>(FIND_MEMBER, values);
  if (!member || member.isEngaged) return member?.id ?? null;
  const message = 'A person with this address is a member with roles of their own: end the membership first.';
  throw identityProblems.already_member(message, [{ pointer: '/email', code: 'already_member', message }]);
}

async function lock({ organizationId, manager }: Transaction, id: string): Promise<Engagement> {
  const engagement = await manager.findOne(Engagement, {
    where: { organizationId, id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!engagement) throw notFound(id);
  return engagement;
}

async function read(transaction: Transaction, id: string): Promise<EngagementView> {
  const [row] = await transaction.rows<EngagementRow & Record<string, unknown>>(FIND, [transaction.organizationId, id]);
  if (!row) throw notFound(id);
  return EngagementView.from(row);
}

const notFound = (id: string) => platformProblems.not_found(`There is no engagement ${id}.`);
