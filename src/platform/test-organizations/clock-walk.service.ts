import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { type Acting, actAs, SYSTEM_ACTOR } from '../database/acting.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type JobTask, JobTasks } from '../jobs/job-tasks.js';
import { OrganizationClock } from '../organizations/organization-clock.js';
import { ClockWalks } from './clock-walks.repository.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';

/**
 * Walks the clock of a test organization to where it is to get to: it stops wherever something becomes due, and what is due
 * is done before it goes on. Each step is kept by itself, so a walk that was cut off goes on from its last stop.
 */
@Injectable()
export class ClockWalk implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly walks: ClockWalks,
  ) {}

  onModuleInit(): void {
    this.tasks.addQueued({ name: 'advance_test_clock', run: ({ organizationId }) => this.walk(organizationId) });
  }

  private async walk(organizationId: string): Promise<void> {
    const step = () =>
      this.unitOfWork.run(testOrganizationPermissions.advanceTestClock.name, (transaction) => this.goOn(transaction));
    do {
      for (const { run } of this.byClock()) await actAs(systemIn(organizationId), run);
    } while (await actAs(systemIn(organizationId), step));
  }

  /** @returns whether the clock was moved; not where it is there */
  private async goOn(transaction: Transaction): Promise<boolean> {
    const target = await this.walks.hold(transaction);
    if (!target) return false;
    if (target <= (await this.clock.now(transaction))) {
      await this.walks.end(transaction);
      return false;
    }
    const nextDue = this.byClock().map((task) => task.nextDue);
    await this.clock.advance(transaction, await this.walks.nextStop(transaction, target, nextDue));
    return true;
  }

  /** Always in the same order. */
  private byClock(): (JobTask & { nextDue: string })[] {
    return this.tasks.all
      .filter((task): task is JobTask & { nextDue: string } => task.nextDue !== undefined)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }
}

function systemIn(organizationId: string): Acting {
  return { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId: newId() };
}
