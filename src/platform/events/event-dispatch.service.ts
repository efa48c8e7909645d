import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { actAs, SYSTEM_ACTOR } from '../database/acting.js';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';

/** Events that get their places in one transaction. */
const BATCH = 1000;

const DISPATCH: Statement = { name: 'dispatch_events', text: 'SELECT platform.dispatch_events($1) AS events' };
const PURGE: Statement = { name: 'purge_events', text: 'SELECT platform.purge_events($1) AS events' };

const FIND_OLD = `
  SELECT o.id AS organization_id FROM platform.organization o
  WHERE EXISTS (
    SELECT FROM platform.outbox_event e
    WHERE e.organization_id = o.id AND e.dispatched_at < now() - platform.kept_for(o.id, 'events'))`;

/** Makes committed events known: to the feed, and to the endpoints that asked for them. Forgets them after the days that the organization has set. */
@Injectable()
export class EventDispatch implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_events',
      schedule: '41 3 * * *',
      fill: '1d',
      organizations: FIND_OLD,
      run: async () => {
        while ((await this.some('platform.event.purge', PURGE)) === BATCH);
      },
    });
  }

  /** All events of the organization that wait, in their order. */
  dispatch(organizationId: string): Promise<void> {
    const acting = { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
    return actAs(acting, async () => {
      while ((await this.some('platform.event.dispatch', DISPATCH)) === BATCH);
    });
  }

  private async some(action: string, statement: Statement): Promise<number> {
    const [row] = await this.unitOfWork.run(action, (transaction) =>
      transaction.rows<{ events: number }>(statement, [BATCH]),
    );
    return row!.events;
  }
}
