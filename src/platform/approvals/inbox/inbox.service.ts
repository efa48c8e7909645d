import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { actingPerson } from '../acting-person.js';
import { ApprovalRequestsRepository } from '../requests/approval-requests.repository.js';
import { type InboxQuery, type InboxView, STANDARD_ITEMS } from './inbox.dto.js';
import { WaitingRepository } from './waiting.repository.js';

/** What waits for the person who asks. */
@Injectable()
export class InboxService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly waiting: WaitingRepository,
    private readonly requests: ApprovalRequestsRepository,
  ) {}

  read({ limit = STANDARD_ITEMS }: InboxQuery): Promise<InboxView> {
    return this.unitOfWork.read(async (transaction) => {
      const personId = actingPerson(transaction);
      const today = await this.clock.today(transaction);
      const counts = await this.waiting.count(transaction, personId, today);
      const places = await this.waiting.find(transaction, personId, today, limit);
      const requests = await this.requests.getAll(
        transaction,
        places.map(({ requestId }) => requestId),
      );
      const items = requests.map((request, index) => ({
        request,
        onBehalfOf: places[index]!.onBehalfOf,
        approveHref: `${request.href}/approve`,
        rejectHref: `${request.href}/reject`,
      }));
      const waiting = counts.reduce((sum, { count }) => sum + count, 0);
      return { waiting, counts, items, hasMore: waiting > items.length };
    });
  }
}
