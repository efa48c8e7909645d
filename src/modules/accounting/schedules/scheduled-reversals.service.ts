import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { JournalEntriesRepository } from '../journal/journal-entries.repository.js';
import type { ScheduledReversalView } from './scheduled-reversals.dto.js';
import { ScheduledReversalsRepository } from './scheduled-reversals.repository.js';

const ACTION = accountingPermissions.postEntries.name;

/** What is to be reversed by itself: looked through, moved and cancelled. Runs carry it out. */
@Injectable()
export class ScheduledReversalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scheduled: ScheduledReversalsRepository,
    private readonly entries: JournalEntriesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<ScheduledReversalView>> {
    return this.unitOfWork.read((transaction) => this.scheduled.list(transaction, request));
  }

  find(id: string): Promise<ScheduledReversalView> {
    return this.unitOfWork.read((transaction) => this.scheduled.get(transaction, id));
  }

  /** @throws Problem schedule_settled */
  move(id: string, expectedVersion: number, reversesOn: string): Promise<ScheduledReversalView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { version, status, entryId } = await this.scheduled.hold(transaction, id);
      requireOpen(status);
      requireVersion(version, expectedVersion);
      const { entryDate } = await this.entries.get(transaction, entryId);
      if (reversesOn <= entryDate) {
        const message = `The entry is reversed after its date (${entryDate}), not on it or before.`;
        throw accountingProblems.reversal_refused(message, [
          { pointer: '/reversesOn', code: 'reverses_too_early', message },
        ]);
      }
      await this.scheduled.move(transaction, id, reversesOn);
      return this.scheduled.get(transaction, id);
    });
  }

  /** @throws Problem schedule_settled */
  cancel(id: string, expectedVersion: number): Promise<ScheduledReversalView> {
    return this.unitOfWork.run(ACTION, async (transaction) => {
      const { version, status } = await this.scheduled.hold(transaction, id);
      requireOpen(status);
      requireVersion(version, expectedVersion);
      await this.scheduled.cancel(transaction, id);
      return this.scheduled.get(transaction, id);
    });
  }
}

function requireOpen(status: ScheduledReversalView['status']): void {
  if (status === 'scheduled') return;
  throw accountingProblems.schedule_settled(
    status === 'done' ? 'The reversal has been carried out.' : 'The reversal was cancelled.',
  );
}
