import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { OrganizationClock } from '../organizations/organization-clock.js';
import { ClockWalks } from './clock-walks.repository.js';
import { requireTestOrganization } from './require-test-organization.js';
import { type AdvanceTestClock, TestClockView } from './test-clock.dto.js';
import { testOrganizationPermissions } from './test-organization.permissions.js';

/** At once, so that a walk has an end. */
const MOST_YEARS = 'P5Y';

/** The clock of a test organization: read, and sent on its way. */
@Injectable()
export class TestClock {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly walks: ClockWalks,
  ) {}

  find(): Promise<TestClockView> {
    return this.unitOfWork.read(async (transaction) => {
      await requireTestOrganization(transaction);
      return this.view(transaction);
    });
  }

  advance({ to, by }: AdvanceTestClock): Promise<TestClockView> {
    return this.unitOfWork.run(testOrganizationPermissions.advanceTestClock.name, async (transaction) => {
      await requireTestOrganization(transaction);
      const now = await this.clock.now(transaction);
      // While a walk waits for a worker, the clock may go past where it is to get to.
      const end = (await this.walks.hold(transaction)) ?? now;
      const from = to === undefined ? (end < now ? now : end) : new Date(to);
      const target = by === undefined ? from : await this.walks.add(transaction, from, by);
      if (target < now) {
        const message = `The clock shows ${now.toISOString()} and is never turned back.`;
        throw platformProblems.clock_backwards(message, [{ pointer: '/to', code: 'clock_backwards', message }]);
      }
      if (target > (await this.walks.add(transaction, now, MOST_YEARS))) {
        throw refused(
          to === undefined ? '/by' : '/to',
          'too_far',
          'Must be within five years of what the clock shows.',
        );
      }
      await this.walks.start(transaction, target);
      return this.view(transaction);
    });
  }

  private async view(transaction: Transaction): Promise<TestClockView> {
    const { now: nowAt, today: todayOn, timeZone } = await this.clock.read(transaction);
    return TestClockView.from({ nowAt, todayOn, timeZone, targetAt: (await this.walks.find(transaction)) ?? null });
  }
}

function refused(pointer: string, code: string, message: string) {
  return platformProblems.validation_failed(message, [{ pointer, code, message }]);
}
